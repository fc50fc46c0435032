"""What an export can hold beside the signed files: each is read back, and says what it cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.filled import fill
from tests.services.test_exporting import PASSPHRASE, values
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.export_others import Others, Output, check_others, make_others
from zi_desktop.services.exporting import ExportResult, export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.signing_off import export_and_sign_off
from zi_desktop.services.workspace import Workspace, open_workspace

UNIT, YEAR = "Satker Contoh", 2026
BASE = f"LKE-Satker-Contoh-{YEAR}-tpi"
NAMES = {
    *(f"{BASE}-lampiran-iii.xlsx", f"{BASE}-jawaban.xlsx", f"{BASE}.csv"),
    *(f"{BASE}-ringkasan.pdf", f"{BASE}-ringkasan.html"),
}


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, str]]:
    work = open_workspace(tmp_path_factory.mktemp("rich") / "a.zidb", actor="Rekaan")
    tpi = new_evaluation(work, unit=UNIT, year=YEAR).evaluation_id
    fill(work, new_evaluation(work, unit=UNIT, year=YEAR, stage=Stage.MANDIRI).evaluation_id, seed=1)
    fill(work, tpi, seed=2)
    yield work, tpi
    work.close()


@pytest.fixture(scope="module")
def exported(rich: tuple[Workspace, str], tmp_path_factory: pytest.TempPathFactory) -> ExportResult:
    work, tpi = rich
    return export_report(prepare_export(work, tpi, also=Output), tmp_path_factory.mktemp("out"))


def test_all_of_them_beside_the_four(exported: ExportResult) -> None:
    assert {f.name for f in exported.files} == NAMES | {
        f"{BASE}{end}" for end in (".pdf", ".xlsx", ".json", ".zipkg")
    }
    assert set(exported.hashes) == {f"{BASE}{end}" for end in (".pdf", ".xlsx", ".json", ".zipkg")}
    told = {issue.code: issue for issue in exported.issues}
    assert set(told) <= {"no-place-in-layout", "not-printable"}, told
    assert "temuan" in told["no-place-in-layout"].message.id
    assert all(issue.message.en and issue.remedy.en for issue in exported.issues)


@pytest.mark.parametrize("end", ["-lampiran-iii.xlsx", "-jawaban.xlsx", ".csv"])
def test_each_brings_the_answers_into_another_store(
    rich: tuple[Workspace, str], exported: ExportResult, end: str, tmp_path: Path
) -> None:
    work, tpi = rich
    file = next(f for f in exported.files if f.name == BASE + end)
    copy = open_workspace(tmp_path / "copy.zidb")
    try:
        reading = read_worksheet(file)
        if end == "-lampiran-iii.xlsx":
            plan = plan_import(copy, reading, unit=UNIT, year=YEAR, stage=Stage.TPI)
        else:
            plan = plan_import(copy, reading, unit=UNIT, year=YEAR)
        ids = apply_import(copy, plan).evaluation_ids
        got = next(e for e in copy.store.evaluations(ids) if e.stage is Stage.TPI)
        want, have = values(work.evaluation(tpi)), values(got)
        decides = end == ".csv"
        assert have["cells"] == {
            c: v for c, v in want["cells"].items() if decides or not c.endswith(".keputusan")
        }
        assert have["notes"] == want["notes"]
    finally:
        copy.close()


def test_what_the_form_does_not_know_is_told_and_not_made(work: Workspace, tmp_path: Path) -> None:
    old = new_evaluation(work, unit="Satker Lama", year=2020).evaluation_id
    fill(work, old, seed=3)
    result = export_report(prepare_export(work, old, also=Output), tmp_path)
    ends = {f.name.removeprefix("LKE-Satker-Lama-2020-tpi") for f in result.files}
    assert ends == {".pdf", ".xlsx", ".zipkg", ".csv", "-ringkasan.pdf", "-ringkasan.html"}
    assert [i.code for i in result.issues].count("no-layout") == 2


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_every_stage_and_fill(work: Workspace, stage: Stage, share: float) -> None:
    evaluation = new_evaluation(work, unit=UNIT, year=YEAR, stage=stage).evaluation_id
    fill(work, evaluation, seed=5, share=share)
    made = make_others(load_report(work, evaluation), "x", Output, signed=False)
    read = check_others(load_report(work, evaluation), made.files, made)
    assert read.values > (100 if share else 20)
    assert {i.code for i in (*made.issues, *read.issues)} <= {"no-place-in-layout", "no-layout"}
    assert ("x-jawaban.xlsx" in made.files) is (stage is not Stage.TPN)


def test_an_evaluation_with_nothing_in_it(work: Workspace, evaluation: str) -> None:
    report = load_report(work, evaluation)
    made = make_others(report, "x", Output, signed=False)
    assert check_others(report, made.files, made).issues == ()


def test_a_file_that_says_something_else_is_not_called_done(work: Workspace, evaluation: str) -> None:
    fill(work, evaluation, seed=2, share=1)
    before = load_report(work, evaluation)
    made = make_others(before, "x", Output, signed=False)
    assert check_others(before, made.files, made).values > 500
    wrong = "B" if before.evaluation.cells["A.I.1.i.b"] != "B" else "C"
    answer_question(work, evaluation, "A.I.1.i.b", wrong)
    after = load_report(work, evaluation)
    for name, data in made.files.items():
        one = Others({name: data}, made.kinds, (), made.made_on, made.signed)
        with pytest.raises(ZiError) as refused:
            check_others(after, one.files, one)
        assert refused.value.code == "not-as-stored"
        assert refused.value.where == name


def test_a_document_that_a_list_would_split_is_told(work: Workspace, evaluation: str) -> None:
    with work.store.transaction("Rekaan") as tx:
        tx.add_evidence(evaluation, "A.I.1.i.a", "https://a.contoh.example/1 https://b.contoh.example/2")
    report = load_report(work, evaluation)
    made = make_others(report, "x", [Output.LAMPIRAN], signed=False)
    (issue,) = check_others(report, made.files, made).issues
    assert (issue.code, issue.where) == ("read-otherwise", "x-lampiran-iii.xlsx")
    assert "A.I.1.i.a" in issue.message.id


def test_the_page_for_everybody_says_whether_it_is_final(
    work: Workspace, evaluation: str, tmp_path: Path
) -> None:
    fill(work, evaluation, seed=4, share=1)
    page = tmp_path / f"LKE-Satker-Contoh-{YEAR}-tpi-ringkasan.html"
    export_and_sign_off(work, evaluation, tmp_path, also=[Output.PUBLIC])
    assert "Hasil sementara" in page.read_text(encoding="utf-8")
    signer = SignerRequest(make_local_identity("Rekaan Ketua", UNIT, PASSPHRASE), PASSPHRASE, "Ketua Tim")
    outcome = export_and_sign_off(work, evaluation, tmp_path, [signer], also=[Output.PUBLIC])
    assert outcome.signed_off is ("Hasil sementara" not in page.read_text(encoding="utf-8"))


def test_a_cancelled_or_refused_export_leaves_none_of_them(
    work: Workspace, evaluation: str, tmp_path: Path
) -> None:
    prepared = prepare_export(work, evaluation, also=Output)
    for after in range(7):
        calls = iter(range(100))
        with pytest.raises(ZiError):
            export_report(prepared, tmp_path / "out", cancelled=lambda c=calls, n=after: next(c) >= n)
        assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []
