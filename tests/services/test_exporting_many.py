"""Several at once: each into files of its own, and what goes wrong with one stops no other."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.filled import fill
from tests.services.test_exporting import PASSPHRASE
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evaluation, SignOffState
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.export_others import Output
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.exporting_many import Ending, ManyLine, export_many
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.workspace import Workspace

UNITS = ("Satker Satu", "Satker Dua", "Satker Tiga")


@pytest.fixture
def three(work: Workspace) -> tuple[str, ...]:
    ids = tuple(new_evaluation(work, unit=unit, year=2026).evaluation_id for unit in UNITS)
    for seed, id_ in enumerate(ids):
        fill(work, id_, seed=seed, share=0.05)
    return ids


@pytest.fixture(scope="module")
def signer() -> SignerRequest:
    return SignerRequest(make_local_identity("Rekaan Ketua", "Uji", PASSPHRASE), PASSPHRASE, "Ketua Tim")


def told(lines: list[ManyLine]) -> list[tuple[str, str]]:
    return [(line.unit, line.ending.value) for line in lines]


def test_each_into_files_of_its_own(work: Workspace, three: tuple[str, ...], tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    out = tmp_path / "out"
    lines = list(export_many(work, three, out, also=[Output.CSV], progress=lambda *step: steps.append(step)))
    assert told(lines) == [(unit, "done") for unit in UNITS]
    assert steps == [(n, 3, unit) for n, unit in enumerate(UNITS, 1)]
    files = [f for line in lines if line.outcome for f in line.outcome.exported.files]
    assert len(files) == len({f.name.casefold() for f in files}) == 15
    assert sorted(files) == sorted(out.iterdir())
    document = lines[0].as_dict("en")
    assert document["status"] == "done"
    assert document["signed_off"] is False
    assert "error" not in document


def test_one_asked_twice_is_made_once(work: Workspace, three: tuple[str, ...], tmp_path: Path) -> None:
    assert len(list(export_many(work, (three[0], three[0]), tmp_path))) == 1


def test_units_whose_names_look_the_same_keep_apart(work: Workspace, tmp_path: Path) -> None:
    names = ("Satker A/B", "Satker A.B", "SATKER a b", "Satker C")
    ids = [new_evaluation(work, unit=unit, year=2026).evaluation_id for unit in names]
    lines = list(export_many(work, ids, tmp_path))
    files = [f for line in lines if line.outcome for f in line.outcome.exported.files]
    assert len({f.name.casefold() for f in files}) == 16
    assert "LKE-Satker-C-2026-tpi.pdf" in {f.name for f in files}
    for line in lines[:3]:
        assert line.outcome is not None
        assert all(line.evaluation[:8] in f.name for f in line.outcome.exported.files)
        assert [
            v.valid
            for v in verify_files([f for f in line.outcome.exported.files if f.suffix == ".zipkg"], [])
        ] == [False], "nobody signed it"


def test_one_alone_does_not_take_the_place_of_another(work: Workspace, tmp_path: Path) -> None:
    first, second = (
        new_evaluation(work, unit=unit, year=2026).evaluation_id for unit in ("Satker A/B", "Satker A.B")
    )
    made = [
        f for id_ in (first, second) for f in export_report(prepare_export(work, id_), tmp_path / "out").files
    ]
    assert len(set(made)) == 8
    assert sorted(made) == sorted((tmp_path / "out").iterdir())


def test_one_that_is_not_there_stops_no_other(
    work: Workspace, three: tuple[str, ...], tmp_path: Path
) -> None:
    lines = list(export_many(work, (three[0], "tidak-ada", three[1]), tmp_path))
    assert [line.ending for line in lines] == [Ending.DONE, Ending.REFUSED, Ending.DONE]
    assert lines[1].as_dict("id")["error"]["code"] == "unknown-evaluation"


def test_a_place_taken_by_a_folder_stops_no_other(
    work: Workspace, three: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "LKE-Satker-Dua-2026-tpi.pdf").mkdir()
    lines = list(export_many(work, three, tmp_path))
    assert [line.ending for line in lines] == [Ending.DONE, Ending.FAILED, Ending.DONE]
    assert lines[1].error is not None
    assert lines[1].error.remedy.id
    assert not [f for f in tmp_path.iterdir() if f.name.startswith(".")]


def test_a_bug_with_one_stops_no_other(
    work: Workspace,
    three: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    real = Evaluation.__getattribute__
    broken = work.evaluation(three[1]).id

    def cells_of(self: Evaluation, name: str) -> object:
        if name == "cells" and real(self, "id") == broken:
            raise RuntimeError("rusak")
        return real(self, name)

    lines = []
    running = export_many(work, three, tmp_path)
    monkeypatch.setattr(Evaluation, "__getattribute__", cells_of)
    lines = list(running)
    monkeypatch.undo()
    assert [line.ending for line in lines] == [Ending.DONE, Ending.FAILED, Ending.DONE]
    assert lines[1].error is not None
    assert lines[1].error.code == "bug"
    assert "rusak" in capsys.readouterr().err


@pytest.mark.parametrize("fault", ["wrong passphrase", "no role"])
def test_a_signer_that_must_not_sign_stops_all_before_anything(
    work: Workspace, three: tuple[str, ...], signer: SignerRequest, tmp_path: Path, fault: str
) -> None:
    bad = replace(signer, passphrase="salah") if fault == "wrong passphrase" else replace(signer, role="")
    with pytest.raises(ZiError):
        export_many(work, three, tmp_path / "out", [bad])
    assert not (tmp_path / "out").exists()


def test_signed_ones_are_locked_or_drafts_as_one_alone_would_be(
    work: Workspace, signer: SignerRequest, tmp_path: Path
) -> None:
    whole = new_evaluation(work, unit="Satker Lengkap", year=2026).evaluation_id
    part = new_evaluation(work, unit="Satker Sebagian", year=2026).evaluation_id
    lke = work.lke_of(whole)
    best: dict[str, CellValue] = {q.code: q.choices[0].label for q in lke.questions if q.choices}
    with work.store.transaction("Rekaan") as tx:
        for code, value in best.items():
            tx.set_answer(whole, code, str(value))
        for cell in lke.cells.values():
            if cell.code not in best and not cell.code.endswith(".keputusan"):
                tx.set_answer(whole, cell.code, "1" if cell.count else "4")
    lines = list(export_many(work, (part, whole), tmp_path, [signer], reason="Diterangkan di tempat lain."))
    assert [line.ending for line in lines] == [Ending.DONE, Ending.DONE]
    for line in lines:
        assert line.outcome is not None
        locked = work.evaluation(line.evaluation).sign_off
        assert line.outcome.signed_off is (locked is not None and locked.state is SignOffState.SIGNED)
        assert line.outcome.signed_off is not bool(line.outcome.blocked_by)
    assert load_report(work, part).evaluation.sign_off is None
    assert lines[1].outcome is not None
    assert lines[1].outcome.signed_off, [i.message.id for i in lines[1].outcome.blocked_by]


def test_a_full_disk_is_told_for_each(
    work: Workspace, three: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "out"
    running = export_many(work, three[:2], out)
    monkeypatch.setattr(os, "fsync", full)
    lines = list(running)
    monkeypatch.setattr(os, "fsync", real)
    assert [(line.ending, line.error and line.error.code) for line in lines] == [(Ending.FAILED, "disk")] * 2
    assert list(out.iterdir()) == []
