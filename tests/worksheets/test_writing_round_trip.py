"""Export, read with our own reader, export again: the same bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.answers import EDITIONS, random_cells, sample_report
from zi_desktop.domain.evaluation import Evaluation, Evidence, Stage
from zi_desktop.domain.reading import Block
from zi_desktop.domain.report import make_report
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.writing import write_workbook


def as_read(block: Block, evaluation: Evaluation) -> Evaluation:
    """The evaluation with everything taken from the block; ids of evidence are the only thing it lacks."""
    evidence = {
        code: tuple(
            Evidence(old.id, text) for old, text in zip(evaluation.evidence[code], texts, strict=True)
        )
        for code, texts in block.evidence.items()
    }
    return replace(
        evaluation,
        cells=block.cells,
        notes=block.notes,
        evidence=evidence,
        findings=block.findings,
        team=block.team,
    )


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("filled", [1.0, 0.4, 0.0])
def test_export_read_export_gives_the_same_bytes(edition: str, stage: Stage, filled: float) -> None:
    lke = load_edition(edition)
    report = sample_report(edition, stage, random_cells(lke, 31, filled=filled), text="a\r\n=b\x07")
    data = write_workbook(report)
    reading = read_workbook(data, "lke.xlsx")
    assert (reading.layout, reading.edition, reading.issues) == ("zi-desktop", edition, ())
    assert (reading.unit, reading.year) == (report.evaluation.unit, report.evaluation.year)
    blocks = {b.stage: b for b in reading.blocks}
    sibling = as_read(blocks[report.siblings[0].stage], report.siblings[0])
    again = make_report(lke, as_read(blocks[stage], report.evaluation), siblings=(sibling,))
    assert again.evaluation == report.evaluation
    assert write_workbook(again) == data
    for code, points in blocks[stage].file_scores.items():
        assert points == pytest.approx(float(report.score.points(code)), abs=1e-9)
