"""The same sheet as .xlsx, .xls, .ods and .csv is one reading: real files, saved by LibreOffice."""

from __future__ import annotations

import pytest

from tests.tools.saved_forms import FORMS, HIDDEN_LINKS, KINDS, csv_kinds, saved_forms
from zi_desktop.domain.reading import Reading
from zi_desktop.worksheets.reading import read_workbook

_OF_FORMULAS = frozenset(("overtyped-formula", "range-defect", "formula-answer", "no-cached-values"))


def _told(reading: Reading) -> set[tuple[str, str, str]]:
    return {(issue.code, issue.where, issue.question) for issue in reading.issues}


def _assert_same(one: Reading, other: Reading, *, lost: bool = False) -> None:
    """``lost``: the encoding has no ≥, so that a question's wording changes."""
    assert (other.layout, other.edition, other.rows) == (one.layout, one.edition, one.rows)
    assert (other.unit, other.year) == (one.unit, one.year)
    if not lost:
        assert other.official_texts == one.official_texts
    assert [b.stage for b in other.blocks] == [b.stage for b in one.blocks]
    for mine, theirs in zip(one.blocks, other.blocks, strict=True):
        assert theirs.cells == mine.cells
        assert theirs.places == mine.places
        assert theirs.file_scores == pytest.approx(mine.file_scores, abs=1e-9)
        assert theirs.notes == mine.notes
        assert theirs.findings == mine.findings
        assert theirs.team == mine.team


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_a_workbook_saved_in_another_format(form: str, kind: str) -> None:
    one = read_workbook(saved_forms()[form]["xlsx"], "LKE.xlsx")
    other = read_workbook(saved_forms()[form][kind], f"LKE.{kind}")
    _assert_same(one, other)
    assert [b.evidence for b in other.blocks] == [b.evidence for b in one.blocks]
    assert _told(other) == _told(one)


@pytest.mark.parametrize(("form", "kind"), [(f, k) for f in FORMS if f != "ekspor" for k in csv_kinds(f)])
def test_a_sheet_saved_as_csv(form: str, kind: str) -> None:
    sheet = "Jawaban" if form == "dua-tahap" else "LKE ZI"
    one = read_workbook(saved_forms()[form]["xlsx"], "LKE.xlsx")
    other = read_workbook(saved_forms()[form][kind], f"{sheet}.csv")
    _assert_same(one, other, lost=kind == "cp1252")
    for mine, theirs in zip(one.blocks, other.blocks, strict=True):
        assert theirs.evidence.keys() == mine.evidence.keys()
        for code, items in theirs.evidence.items():  # a link behind a text is nowhere in a CSV
            assert set(items) <= set(mine.evidence[code])
            assert set(mine.evidence[code]) - set(items) <= set(HIDDEN_LINKS)
    assert {i for i in _told(other) if i[0] not in _OF_FORMULAS} == {
        i for i in _told(one) if i[0] not in _OF_FORMULAS
    }


def test_our_own_export_as_csv_keeps_what_is_visible() -> None:
    one = read_workbook(saved_forms()["ekspor"]["xlsx"], "LKE.xlsx")
    other = read_workbook(saved_forms()["ekspor"]["koma"], "LKE.csv")
    assert other.layout == one.layout
    assert [b.cells for b in other.blocks if b.cells] == [b.cells for b in one.blocks if b.cells]
    assert "damaged-metadata" in {issue.code for issue in other.issues}
