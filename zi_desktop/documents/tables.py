"""Tables in the main part: recap, gates, and what the program noticed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from reportlab.platypus import Flowable

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import Kept
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import NBSP, number
from zi_desktop.documents.tagging import Key, Paragraph, TaggedTable
from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.domain.lke import Level, Section
from zi_desktop.domain.predikat import GateResult, PredikatResult
from zi_desktop.domain.scoring import TOTAL

Commands = list[tuple[Any, ...]]
REPEATING = 1
_SEVERITY = {Severity.ERROR: "Kesalahan", Severity.WARNING: "Peringatan", Severity.INFO: "Info"}


def quiet_table(
    rows: Sequence[list[object]],
    widths: Sequence[float],
    heads: int = REPEATING,
    more: Commands | None = None,
    *,
    row_heads: bool = False,
) -> TaggedTable:
    """A table with quiet rules and ``heads`` repeated head rows. Every cell's font is an embedded one."""
    commands: Commands = [
        ("FONT", (0, 0), (-1, -1), s.REGULAR, 8.5, 11),
        ("TEXTCOLOR", (0, 0), (-1, -1), s.TEXT),
        ("FONT", (0, 0), (-1, heads - 1), s.BOLD, 7.5, 9.5),
        ("TEXTCOLOR", (0, 0), (-1, heads - 1), s.QUIET),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, heads - 1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.6, s.STRONG_LINE),
        ("LINEBELOW", (0, heads), (-1, -1), 0.4, s.LINE),
    ]
    return TaggedTable(
        rows,
        colWidths=list(widths),
        repeatRows=heads,
        style=commands + (more or []),
        hAlign="LEFT",
        splitInRow=1,
        row_heads=row_heads,
    )


def recap(draft: Draft) -> list[Flowable]:
    """Every section with weight, and points and share for each stage there is."""
    columns = draft.columns
    top: list[object] = ["Kode", "Uraian", "Bobot"]
    below: list[object] = ["", "", ""]
    for column in columns:
        top += [column.short, ""]
        below += ["Nilai", "%"]
    rows: list[list[object]] = [top, below]
    commands: Commands = [("ALIGN", (2, 0), (-1, -1), "RIGHT")]
    for index in range(len(columns)):
        first = 3 + 2 * index
        last = index == len(columns) - 1
        commands += [
            ("RIGHTPADDING", (first, 0), (first, 0), 0 if last else 6),
            ("SPAN", (first, 0), (first + 1, 0)),
            ("LINEBELOW", (first, 0), (first + 1, 0), 0.4, s.LINE),
        ]
    for section, depth in _by_depth(draft.report.lke.sections, 0):
        commands += _section_style(section, depth, len(rows))
        rows.append(_recap_row(draft, section.code, section.label, section.weight, section.level))
        rows += [
            _recap_row(draft, question.code, question.text, question.weight, None)
            for question in section.questions
            if question.weight is not None
        ]
    at = len(rows)
    commands += [
        ("FONT", (0, at), (-1, at), s.BOLD, 9, 12),
        ("LINEABOVE", (0, at), (-1, at), 0.8, s.STRONG_LINE),
        ("NOSPLIT", (0, at - 3), (-1, at)),
    ]
    rows.append(_recap_row(draft, TOTAL, "Nilai akhir", Fraction(100), Level.KOMPONEN))
    figure = 14 * g.MM if len(columns) < 3 else 12.5 * g.MM
    widths = [
        22 * g.MM,
        g.WIDTH - 36 * g.MM - 2 * len(columns) * figure,
        14 * g.MM,
        *[figure] * (2 * len(columns)),
    ]
    parts: list[Flowable] = [
        quiet_table(rows, widths, 2, commands, row_heads=True),
    ]
    missing = [e for e in draft.report.siblings if e.edition != draft.report.lke.id]
    parts += [
        Paragraph(f"Tahap {e.stage.label.id} memakai edisi LKE lain dan tidak disandingkan.", s.SMALL)
        for e in missing
    ]
    return parts


def _by_depth(sections: Iterable[Section], depth: int) -> Iterable[tuple[Section, int]]:
    for section in sections:
        yield section, depth
        yield from _by_depth(section.sections, depth + 1)


def _section_style(section: Section, depth: int, row: int) -> Commands:
    if section.level is Level.SUBAREA and depth > 1:
        return []
    commands: Commands = [("FONT", (0, row), (-1, row), s.BOLD, 8.5, 11)]
    if section.level in (Level.KOMPONEN, Level.ASPEK):
        commands += [("BACKGROUND", (0, row), (-1, row), s.TINT)]
    if section.sections or section.questions:
        commands += [("NOSPLIT", (0, row), (-1, row + 1))]
    return commands


def _recap_row(draft: Draft, code: str, label: str, weight: Fraction, level: Level | None) -> list[object]:
    bold = level is not None and level is not Level.SUBAREA
    row: list[object] = [
        "" if code == TOTAL else code,
        draft.paragraph(label, s.CELL_BOLD if bold else s.CELL, code),
        Key(number(weight, 2), f"w.{code}"),
    ]
    for column in draft.columns:
        points = column.score.points(code)
        own = column.evaluation is draft.report.evaluation
        printed = draft.total if code == TOTAL and own else number(points, 2)
        row += [Key(printed, f"r.{code}.{column.stage.value}"), percent_of(points, weight)]
    return row


def percent_of(points: Fraction, weight: Fraction) -> str:
    """``85,33`` for the % column, empty for a weight of nothing."""
    return number(points / weight * 100, 2) if weight else ""


def gates(draft: Draft) -> list[Flowable]:
    """Every gate of each predikat with need, have, and met or how far off."""
    tables = [_gate_table(draft, result) for result in draft.report.predikat]
    if not tables:
        return [Paragraph("Edisi ini tidak mengatur predikat.", s.BODY)]
    return [Kept(parts) for parts in tables]


def _gate_table(draft: Draft, result: PredikatResult) -> list[Flowable]:
    rows: list[list[object]] = [["Syarat", "Batas minimal", "Capaian", "Maksimum", "Keterangan"]]
    commands: Commands = [("ALIGN", (1, 0), (3, -1), "RIGHT"), ("LEFTPADDING", (4, 0), (4, -1), 10)]
    for gate in result.gates:
        at = len(rows)
        commands += [
            ("TEXTCOLOR", (4, at), (4, at), s.MET if gate.met else s.MISSED),
            ("FONT", (4, at), (4, at), s.BOLD, 8.5, 11),
        ]
        rows.append(_gate_row(draft, gate))
    widths = [g.WIDTH - 95 * g.MM, 22 * g.MM, 20 * g.MM, 19 * g.MM, 34 * g.MM]
    state = "semua syarat nilai terpenuhi" if result.met else f"{len(result.open)} syarat belum terpenuhi"
    parts: list[Flowable] = [
        draft.paragraph(f"{result.rule.label.id}: {state}", s.H2, result.rule.id, tag="H2"),
        quiet_table(rows, widths, REPEATING, commands),
    ]
    notes = []
    if result.rule.requires:
        notes.append(
            f"{result.rule.id} juga mensyaratkan predikat {result.rule.requires}; "
            "hal itu tidak diperiksa di sini."
        )
    if any(not gate.gate.verified for gate in result.gates):
        sources = dict.fromkeys(gate.gate.source for gate in result.gates if not gate.gate.verified)
        notes.append(f"*) Batas ini belum diverifikasi pada teks peraturannya. Sumber: {'; '.join(sources)}.")
    parts += [draft.paragraph(note, s.SMALL, result.rule.id) for note in notes]
    return parts


def _gate_row(draft: Draft, gate: GateResult) -> list[object]:
    mark = "" if gate.gate.verified else f"{NBSP}*)"
    return [
        draft.paragraph(gate.gate.label.id + mark, s.CELL, gate.gate.id),
        number(gate.gate.need, 2),
        draft.gate_have(gate),
        number(gate.gate.maximum, 2),
        "Terpenuhi" if gate.met else f"Kurang {draft.gate_missing(gate)}",
    ]


def _advice(draft: Draft, issue: Issue) -> str:
    """What to do about it, or why the evaluators let it stand."""
    reason = draft.report.evaluation.reasons.get(issue.key, "")
    return f"Alasan penilai: {reason}" if reason else issue.remedy.id or "–"


def issues(draft: Draft, found: Sequence[Issue]) -> list[Flowable]:
    """What the program noticed in the data, and what the reader can do about it."""
    if not found:
        return [Paragraph("Tidak ada yang perlu diperiksa.", s.BODY)]
    rows: list[list[object]] = [["Tempat", "Tingkat", "Yang ditemukan", "Anjuran"]]
    rows += [
        [
            draft.paragraph(issue.where or "–", s.CELL, "catatan mutu"),
            _SEVERITY[issue.severity],
            draft.paragraph(issue.message.id, s.CELL, "catatan mutu"),
            draft.paragraph(_advice(draft, issue), s.CELL_QUIET, "catatan mutu"),
        ]
        for issue in found
    ]
    return [quiet_table(rows, [33 * g.MM, 20 * g.MM, 68 * g.MM, g.WIDTH - 121 * g.MM])]
