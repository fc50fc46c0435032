"""The annex: the whole LKE, question by question, in a shape that people and `read_back` both read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlab.platypus import CondPageBreak, Flowable

from zi_desktop.documents import answers as a
from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import SectionHead, count_row, question_row
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import number, shortest
from zi_desktop.documents.tagging import Paragraph
from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.lke import CellKind, Level, Question, Section
from zi_desktop.domain.scoring import needs_decision, question_weight

_ROOM_FOR_QUESTION = 62.0  # four lines: the longest question of both editions
_ROOM_FOR_HEAD = 34.0
_POINTS_DECIMALS = 4


def annex(draft: Draft) -> list[Flowable]:
    parts: list[Flowable] = [
        Paragraph(
            "Nilai soal 0 sampai 1; poin = nilai × poin maksimum soal. Yang dibulatkan hanya cetakannya.",
            s.SMALL,
        ),
    ]
    groups: list[str] = []
    for section in draft.report.lke.sections:
        parts += _section(draft, section, 0, groups)
    return parts


def _section(draft: Draft, section: Section, depth: int, groups: list[str]) -> Iterator[Flowable]:
    """Heads keep company with their first question: each asks for the room of what must follow it."""
    first_levels = _levels_to_first_question(section)
    yield CondPageBreak(_ROOM_FOR_HEAD * first_levels + _ROOM_FOR_QUESTION)
    yield SectionHead(
        section.code,
        draft.printable.markup(section.label, section.code),
        number(draft.report.score.sections[section.code], _POINTS_DECIMALS),
        number(section.weight, 2),
        3 if section.level is Level.SUBAREA else min(depth, 2),
        _bookmark(section, depth),
    )
    for below in section.sections:
        yield from _section(draft, below, depth + 1, groups)
    for question in section.questions:
        yield from _question(draft, section, question, groups)


def _levels_to_first_question(section: Section) -> int:
    return (
        1 if section.questions or not section.sections else 1 + _levels_to_first_question(section.sections[0])
    )


def _bookmark(section: Section, depth: int) -> Callable[..., None]:
    def mark(canvas: object, height: float) -> None:
        if section.level is not Level.SUBAREA:
            key = f"bagian-{section.code}"
            canvas.bookmarkHorizontal(key, 0, height)  # type: ignore[attr-defined]
            canvas.addOutlineEntry(f"{section.code} {section.label}", key, depth + 1, closed=depth > 0)  # type: ignore[attr-defined]

    return mark


def _question(draft: Draft, section: Section, question: Question, groups: list[str]) -> Iterator[Flowable]:
    report = draft.report
    code, cells = question.code, report.evaluation.cells
    value = report.score.values.get(code)
    if question.group and question.group not in groups:
        groups.append(question.group)
        yield CondPageBreak(_ROOM_FOR_QUESTION + 14)
        yield draft.detail(question.group, s.GROUP, code)
    yield CondPageBreak(_ROOM_FOR_QUESTION)
    yield question_row(
        code,
        draft.paragraph(question.text, s.QUESTION, code),
        a.shown_answer(question, cells),
        "–" if value is None else shortest(value, 2, 4),
        number(report.score.questions[code], _POINTS_DECIMALS),
        number(question_weight(section, question), _POINTS_DECIMALS),
        answered=value is not None,
    )
    yield from _numbers(draft, question)
    yield from _texts(draft, question)


def _numbers(draft: Draft, question: Question) -> Iterator[Flowable]:
    """Counts and the decision at their fixed places, then how the ratio comes about."""
    cells = draft.report.evaluation.cells
    counts = 0
    for cell in draft.report.lke.cells_of[question.code]:
        shown = a.shown_cell(cell, cells)
        if cell.kind in (CellKind.COUNT, CellKind.PERCENT) and cell.count is not None:
            counts += 1
            text = draft.paragraph(cell.count.label, s.CELL, cell.code)
            yield count_row(f"{g.COUNT_LABEL} {counts}", text, shown or g.BLANK, filled=bool(shown))
        elif cell.kind is CellKind.DECISION and shown:
            used = "" if needs_decision(question, cells) else " (tidak dipakai: penyebutnya tidak nol)"
            text = draft.paragraph(f"Penyebut nol diputuskan bernilai{used}", s.CELL, cell.code)
            yield count_row(g.DECISION_LABEL, text, shown, filled=True)
    calculation = a.calculation(question, cells)
    if calculation:
        yield draft.detail(calculation, s.DETAIL, question.code, "Hitungan")


def _texts(draft: Draft, question: Question) -> Iterator[Flowable]:
    evaluation, code = draft.report.evaluation, question.code
    meaning = a.requirement(question, evaluation.cells)
    if meaning:
        label = f"Pilihan {evaluation.cells[code]}"
        yield draft.detail(meaning, s.DETAIL_QUIET, code, label)
    for other in draft.others:
        cells = draft.report.lke.cells_of[code]
        if any(other.evaluation.cells.get(c.code) != evaluation.cells.get(c.code) for c in cells):
            words = a.in_words(question, other.evaluation.cells)
            yield draft.detail(words, s.OTHER, code, other.short)
    note = evaluation.notes.get(code, "")
    if note.strip():
        yield from draft.passage(note, s.DETAIL, f"{code} catatan", "Catatan")
    items = evaluation.evidence.get(code, ())
    for index, item in enumerate(items, 1):
        label = _numbered("Bukti", index, len(items))
        yield from draft.passage(item.text, s.DETAIL, f"{code} bukti {index}", label)
    findings = evaluation.findings.get(code, ())
    for index, finding in enumerate(findings, 1):
        label = _numbered("Temuan", index, len(findings))
        yield from draft.passage(finding.note, s.FINDING, f"{code} temuan {index}", label)
        if finding.recommendation.strip():
            where = f"{code} rekomendasi {index}"
            yield from draft.passage(finding.recommendation, s.DETAIL, where, "Rekomendasi")


def _numbered(label: str, index: int, of: int) -> str:
    return label if of == 1 else f"{label} {index}"


def strays(draft: Draft) -> tuple[Issue, ...]:
    """What the evaluation holds under codes this edition does not have: told, never dropped."""
    evaluation, lke = draft.report.evaluation, draft.report.lke
    codes = [c for c in evaluation.cells if c not in lke.cells]
    for texts in (evaluation.notes, evaluation.evidence, evaluation.findings):
        codes += [c for c, content in texts.items() if content and c not in lke.question_by_code]
    return tuple(
        Issue(
            "unknown-question",
            Severity.WARNING,
            Text(
                f"Isian dengan kode {code} tidak ada di {lke.id} dan tidak tercantum di lampiran",
                f"What is stored under {code} has no place in {lke.id} and is not in the annex",
            ),
            where=code,
        )
        for code in dict.fromkeys(codes)
    )
