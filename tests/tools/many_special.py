"""Worksheets that are more than one table: the official workbook with live formulas, our own export, and a
workbook with a sheet for each stage."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.domain.answers import EDITIONS, random_cells, sample_report
from tests.tools.forms import OfficialForm
from tests.tools.many_tables import Look, entries_of, grid_of, xlsx
from tests.tools.many_truth import Habits, filled
from tests.tools.many_wording import Wording, drift, lines_of
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.report import make_report
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.writing import write_workbook


@dataclass
class Made:
    lke: Lke
    data: bytes
    answers: dict[Stage, dict[str, CellValue]]
    notes: dict[Stage, dict[str, str]]
    story: list[str] = field(default_factory=list)


def saved_again(data: bytes) -> bytes:
    """As another program writes it: values and styles stay, cached values of formulas go."""
    import openpyxl

    buffer = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(buffer)
    return buffer.getvalue()


def official(rnd: random.Random, wording: Wording) -> Made:
    """Lampiran III with its formulas, some typed over, its types damaged, its cached values gone."""
    lke = load_edition("zi-2021")
    cells = random_cells(lke, rnd.randrange(10**6), filled=0.95)
    cells = {c: v for c, v in cells.items() if lke.cells[c].kind is not CellKind.DECISION}
    typed = {c: v if isinstance(v, str) else float(v) for c, v in cells.items()}
    codes = rnd.sample([q.code for q in lke.questions if q.choices], 6)
    form = OfficialForm(
        lke,
        typed,
        notes={c: f"Catatan mandiri {c}" for c in codes},
        types=dict.fromkeys(codes[:3], rnd.choice(("Ya", "", "A/B/C/D/E"))),
        overtyped={"K sum A.II.5.iii.b": 12.0, f"L question {codes[0]}": 1.0},
        stale={"L section A.I.1": 0.123},
        first_row=rnd.randint(1, 9),
        shift=rnd.choice((0, 2)),
        cached=rnd.random() < 0.8,
        worn=rnd.random() < 0.3,
    )
    for line in form.lines:
        if line.kind in ("question", "count") and line.code in wording:
            line.text, line.criteria = wording[line.code]
    drift(form.lines, rnd, rnd.choice((0.0, 0.1)))
    data = form.build()
    if rnd.random() < 0.2:
        data = saved_again(data)
    return Made(lke, data, {Stage.MANDIRI: cells}, {Stage.MANDIRI: dict(form.notes)})


def own(rnd: random.Random, _: Wording) -> Made:
    """Our own export, as it was written, saved by another program, or without its hidden sheet."""
    import openpyxl

    edition, stage = rnd.choice(EDITIONS), rnd.choice(list(Stage))
    lke = load_edition(edition)
    report = sample_report(edition, stage, random_cells(lke, rnd.randrange(10**6)))
    others = tuple(replace(e, evidence={}) for e in report.siblings)
    report = make_report(lke, replace(report.evaluation, evidence={}), siblings=others)
    data, story = write_workbook(report), [edition, stage.value]
    everyone = {e.stage: e for e in (report.evaluation, *report.siblings)}
    if rnd.random() < 0.6:
        data = saved_again(data)
        story.append("saved again")
    if rnd.random() < 0.3:
        book = openpyxl.load_workbook(io.BytesIO(data))
        del book["ZI Desktop"]
        buffer = io.BytesIO()
        book.save(buffer)
        data = buffer.getvalue()
        story.append("without its hidden sheet")
    answers = {s: dict(e.cells) for s, e in everyone.items()}
    return Made(lke, data, answers, {s: dict(e.notes) for s, e in everyone.items()}, story)


def sheets_by_stage(rnd: random.Random, wording: Wording) -> Made:
    """One sheet for each stage, each with a column that is only called Jawaban."""
    lke = load_edition("zi-2021")
    stages = [Stage.MANDIRI, Stage.TPI, Stage.TPN][: rnd.randint(2, 3)]
    names = {Stage.MANDIRI: "LKE Unit", Stage.TPI: "LKE TPI", Stage.TPN: "LKE TPN"}
    made = Made(lke, b"", {}, {})
    sheets = []
    for stage in stages:
        truth = filled(lke, rnd, Habits(0.2, 0.1, 0.0, 0.1), stage.value, percent_rows=False)
        lines = lines_of(lke, wording, percent_rows=False)
        entries = entries_of(lke, lines, {stage: truth})
        for entry in entries:
            for parts in (entry.answers, entry.notes, entry.evidence):
                if stage in parts:
                    parts[Stage.MANDIRI] = parts.pop(stage)  # type: ignore[index]
        look = Look(sheet=names[stage], title=("LEMBAR KERJA",) if rnd.random() < 0.5 else ())
        sheets.append((names[stage], grid_of("single-table", entries, look, rnd), look))
        made.answers[stage], made.notes[stage] = truth.cells, truth.notes
    rnd.shuffle(sheets)
    made.data = xlsx(sheets)
    return made


SPECIAL: dict[str, Callable[[random.Random, Wording], Made]] = {
    "official": official,
    "zi-desktop": own,
    "sheets by stage": sheets_by_stage,
}
