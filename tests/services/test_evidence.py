"""Attaching, checking, showing and copying out: what is named is stored, and what is opened cannot run."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.attachments.made_photos import SOUTH_EAST, photo
from zi_desktop.domain import media as m
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evidence, SignOff, SignOffState
from zi_desktop.services.answers import add_evidence, remove_evidence
from zi_desktop.services.evidence import (
    attach,
    attach_bytes,
    attach_files,
    facts_of,
    store_files,
    usual_documents,
)
from zi_desktop.services.evidence_files import (
    check_evidence,
    local_path,
    open_evidence,
    preview,
    save_evidence,
)
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace

CODE, OTHER = "A.I.1.i.a", "A.I.1.i.b"
REPORT = Path(__file__).parents[1] / "old_files" / "export-1.pdf"


def evidence_of(work: Workspace, evaluation: str, code: str = CODE) -> tuple[Evidence, ...]:
    return work.evaluation(evaluation).evidence.get(code, ())


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "Foto rapat.png"  # its name is wrong on purpose
    path.write_bytes(photo(gps=SOUTH_EAST))
    return path


def test_a_file_is_attached_with_its_facts_and_one_undo_takes_it_back(
    work: Workspace, evaluation: str, picture: Path
) -> None:
    changes = attach_files(work, evaluation, CODE, [picture, REPORT])
    assert changes.questions == {CODE}
    shown, report = evidence_of(work, evaluation)
    assert (shown.text, report.text) == ("Foto rapat.png", "export-1.pdf")
    facts = facts_of(work, (shown, report))
    assert (facts[shown.file].media, facts[shown.file].taken_at) == ("image/jpeg", "2026-03-12T10:15:42")
    assert facts[shown.file].latitude == pytest.approx(-6.1754)
    assert (facts[report.file].media, facts[report.file].size) == ("application/pdf", REPORT.stat().st_size)
    assert undo(work, changes.batch).questions == {CODE}
    assert evidence_of(work, evaluation) == ()
    assert attach_files(work, evaluation, CODE, [picture]).skipped == ()
    assert check_evidence(work, evaluation) == []


def test_removing_keeps_the_content_for_undo(work: Workspace, evaluation: str, picture: Path) -> None:
    attach_files(work, evaluation, CODE, [picture])
    (item,) = evidence_of(work, evaluation)
    removed = remove_evidence(work, evaluation, item.id)
    assert evidence_of(work, evaluation) == ()
    picture.unlink()
    undo(work, removed.batch)
    assert evidence_of(work, evaluation) == (item,)
    assert check_evidence(work, evaluation) == []


def test_the_same_content_is_once_on_a_question_and_once_in_the_store(
    work: Workspace, evaluation: str, picture: Path, tmp_path: Path
) -> None:
    twin = tmp_path / "Salinan.jpg"
    twin.write_bytes(picture.read_bytes())
    changes = attach_files(work, evaluation, CODE, [picture, twin])
    assert changes.skipped == ("Salinan.jpg",)
    log = len(work.store.log(evaluation))
    again = attach_files(work, evaluation, CODE, [twin])
    assert not again
    assert again.skipped == ("Salinan.jpg",)
    assert len(work.store.log(evaluation)) == log
    assert attach_files(work, evaluation, OTHER, [twin])
    assert [e.text for e in evidence_of(work, evaluation)] == ["Foto rapat.png"]
    assert [e.text for e in evidence_of(work, evaluation, OTHER)] == ["Salinan.jpg"]
    with work.store.files.opened() as files:
        assert files.check([]).unreferenced == 1


def test_one_bad_file_stops_all_on_the_command_line_and_none_in_the_window(
    work: Workspace, evaluation: str, picture: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "hilang.pdf"
    with pytest.raises(ZiError) as refused:
        attach_files(work, evaluation, CODE, [picture, gone])
    assert refused.value.code == "no-file"
    assert evidence_of(work, evaluation) == ()
    intake = store_files(work.store.files, [(p.name, p) for p in (gone, picture)])
    assert [e.code for e in intake.refused] == ["no-file"]
    attach(work, evaluation, CODE, intake.stored)
    assert [e.text for e in evidence_of(work, evaluation)] == ["Foto rapat.png"]


def test_cancelling_attaches_nothing(work: Workspace, picture: Path) -> None:
    with pytest.raises(ZiError) as refused:
        store_files(work.store.files, [("a", picture)], cancelled=lambda: True)
    assert refused.value.code == "cancelled"


def test_a_pasted_picture_and_odd_names(work: Workspace, evaluation: str) -> None:
    attach_bytes(work, evaluation, CODE, "baris\nsatu\x00.png", photo("PNG"))
    attach_bytes(work, evaluation, CODE, "\x01", b"isi lain")
    assert [e.text for e in evidence_of(work, evaluation)] == ["baris satu.png", "berkas"]


@pytest.mark.parametrize("code", ["A.I.9", "A.II.1.i.a.agen"])
def test_a_question_that_is_none_is_refused_before_anything_is_stored(
    work: Workspace, evaluation: str, picture: Path, code: str
) -> None:
    with pytest.raises(ZiError) as refused:
        attach_files(work, evaluation, code, [picture])
    assert refused.value.code == "unknown-question"
    assert not work.store.files.path.exists()


def test_a_signed_evaluation_takes_no_evidence(work: Workspace, evaluation: str, picture: Path) -> None:
    attach_files(work, evaluation, CODE, [picture])
    head = work.evaluation(evaluation).log_head
    with work.transaction() as tx:
        tx.set_sign_off(evaluation, SignOff(SignOffState.SIGNED, "2026-01-01", "Rekaan", head))
    with pytest.raises(ZiError) as refused:
        attach_files(work, evaluation, CODE, [REPORT])
    assert refused.value.code == "signed-off"
    assert [e.text for e in evidence_of(work, evaluation)] == ["Foto rapat.png"]
    assert check_evidence(work, evaluation) == []


def test_what_is_missing_or_changed_is_named(
    work: Workspace, evaluation: str, picture: Path, tmp_path: Path
) -> None:
    attach_files(work, evaluation, CODE, [picture])
    attach_files(work, evaluation, OTHER, [REPORT])
    for text in ("SK Tim.pdf", "https://contoh.go.id/berkas", str(REPORT), str(tmp_path / "hilang.pdf")):
        add_evidence(work, evaluation, OTHER, text)
    found = check_evidence(work, evaluation)
    assert [(i.code, i.question) for i in found] == [("evidence-path-missing", OTHER)]
    first, second = evidence_of(work, evaluation)[0], evidence_of(work, evaluation, OTHER)[0]
    with work.store.files.opened() as files:
        files._connection.execute("UPDATE chunk SET data = x'00' WHERE sha256 = ?", (first.file,))
        files._connection.execute("DELETE FROM file WHERE sha256 = ?", (second.file,))
    found = check_evidence(work, evaluation)
    assert [(i.code, i.severity.value, i.question) for i in found] == [
        ("evidence-changed", "error", CODE),
        ("evidence-missing", "error", OTHER),
        ("evidence-path-missing", "info", OTHER),
    ]
    assert "Foto rapat.png" in found[0].message.id


def test_only_paths_of_this_computer_are_looked_for(tmp_path: Path) -> None:
    there = tmp_path / "a b.pdf"
    assert local_path(str(there)) == local_path(f'"{there}"') == local_path(there.as_uri()) == there
    for text in (
        "SK.pdf",
        "folder/SK.pdf",
        "https://contoh.go.id/a",
        "//server/bagi/a.pdf",
        "\\\\server\\a",
        "",
    ):
        assert local_path(text) is None


def test_a_copy_for_other_programs_is_read_only_and_named_by_its_content(
    work: Workspace, evaluation: str, tmp_path: Path
) -> None:
    attach_bytes(work, evaluation, CODE, "../../foto.pdf.exe", photo())
    attach_bytes(work, evaluation, CODE, "program.pdf", b"MZ\x90\x00 bukan dokumen \x00")
    shown, program = evidence_of(work, evaluation)
    folder = tmp_path / "salinan"
    path = open_evidence(work.store.files, shown, m.JPEG, folder)
    assert path.parent.parent == folder
    assert (path.suffix, path.read_bytes()) == (".jpg", photo())
    assert not os.stat(path).st_mode & stat.S_IWUSR
    assert open_evidence(work.store.files, shown, m.JPEG, folder) == path
    with pytest.raises(ZiError) as refused:
        open_evidence(work.store.files, program, m.OTHER, folder)
    assert refused.value.code == "not-openable"
    saved = save_evidence(work.store.files, program.file, tmp_path / "simpan.bin")
    assert saved.read_bytes().startswith(b"MZ")


def test_photos_and_pages_are_shown_and_nothing_else(work: Workspace, evaluation: str, picture: Path) -> None:
    attach_files(work, evaluation, CODE, [picture, REPORT])
    shown, report = evidence_of(work, evaluation)
    raster = preview(work.store.files, shown.file, m.JPEG, 0, 30, 30)
    assert (raster.width, raster.height, raster.pages) == (30, 20, 1)
    page = preview(work.store.files, report.file, m.PDF, 1, 400, 400)
    assert page.width == 400
    assert page.pages > 1
    for sha256, media, code in ((shown.file, m.ZIP, "no-preview"), ("0" * 64, m.PDF, "evidence-missing")):
        with pytest.raises(ZiError) as refused:
            preview(work.store.files, sha256, media, 0, 100, 100)
        assert refused.value.code == code


def test_advice_on_what_is_usual(work: Workspace, evaluation: str) -> None:
    assert "SK tim kerja pembangunan ZI" in usual_documents(work.lke_of(evaluation), CODE)
