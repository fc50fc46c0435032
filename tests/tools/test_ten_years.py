"""The made-up store of ten years is one that the program itself could have written."""

from __future__ import annotations

from pathlib import Path

from tests.tools.ten_years import make_ten_years
from zi_desktop.domain.cells import parse_cell, plain
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import list_evaluations
from zi_desktop.services.reports import load_report
from zi_desktop.services.workspace import open_workspace
from zi_desktop.store.log import broken_entries
from zi_desktop.worksheets.edition import edition_for_year


def test_the_programs_own_code_reads_it(tmp_path: Path) -> None:
    work = open_workspace(make_ten_years(tmp_path / "a.zidb", units=3, years=10), actor="Uji")
    try:
        lines = list_evaluations(work)
        assert len(lines) == 30
        assert {line.year for line in lines} == set(range(2017, 2027))
        for line in lines:
            log = work.store.log(line.id)
            assert broken_entries(log) == []
            report = load_report(work, line.id)
            evaluation = report.evaluation
            assert evaluation.edition == edition_for_year(line.year)
            spelled = {code: plain(value) for code, value in evaluation.cells.items()}
            assert {
                e.target.partition(":")[2]: e.new for e in log if e.target.startswith("answer:")
            } == spelled
            for code, value in spelled.items():
                assert parse_cell(report.lke.cells[code], value) == evaluation.cells[code]
            held = len(spelled) + len(evaluation.notes) + sum(map(len, evaluation.evidence.values()))
            assert len(log) == 1 + held
            assert line.answered == line.questions or line.year == 2026
        first = lines[0]
        answer_question(work, first.id, "A.I.1.i.a", "Tidak" if first.answered else "Ya")
        assert broken_entries(work.store.log(first.id)) == []
    finally:
        work.close()
