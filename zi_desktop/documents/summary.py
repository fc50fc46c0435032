"""The cover, and who evaluated."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepInFrame, Spacer

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import Kept
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import long_date
from zi_desktop.documents.tables import REPEATING, quiet_table
from zi_desktop.documents.tagging import Paragraph, TaggedTable, TaggingCanvas
from zi_desktop.domain.predikat import PredikatResult
from zi_desktop.domain.report import Report
from zi_desktop.domain.versions import version_in_words

TITLE = "Laporan Hasil Evaluasi Zona Integritas"
NO_UNIT = "(unit kerja belum diisi)"
MADE = "c.made"
_MOST_KEPT_TOGETHER = 12


def cover(draft: Draft) -> list[Flowable]:
    """The flowing upper part of the cover; the result below it is drawn by `draw_cover_result`."""
    report = draft.report
    evaluation = report.evaluation
    unit_style = s.COVER_UNIT if len(evaluation.unit) <= 90 else s.COVER_UNIT_LONG
    head, order = report.letter.head, report.letter.assignment
    facts = [
        ("Nomor", report.letter.number(draft.made_on), "c.number"),
        ("Surat tugas", order.order_number.strip(), "c.order"),
        ("Tahun evaluasi", str(evaluation.year), "c.year"),
        ("Tahap", evaluation.stage.label.id, "c.stage"),
        ("Instrumen", report.lke.name, "c.form"),
        ("Dasar hukum", report.lke.basis, "c.basis"),
        ("Tanggal laporan", long_date(draft.made_on), MADE),
        ("Dokumen", draft.document_id, "c.id"),
        ("Versi", version_in_words(report.versions), "c.version"),
    ]
    table = TaggedTable(
        [[name, draft.paragraph(value, s.CELL, "sampul", key=key)] for name, value, key in facts if value],
        colWidths=[34 * g.MM, g.WIDTH - 34 * g.MM],
        row_heads=True,
        hAlign="LEFT",
        style=[
            ("FONT", (0, 0), (-1, -1), s.REGULAR, 8.5),
            ("TEXTCOLOR", (0, 0), (0, -1), s.QUIET),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ],
    )
    parts = [
        *(
            draft.paragraph(line, s.COVER_AGENCY, "sampul", key=key)
            for line, key in ((head.agency, "c.agency"), (head.office, "c.office"))
            if line
        ),
        Paragraph("LEMBAR KERJA EVALUASI (LKE)", s.COVER_KIND),
        Spacer(0, 6),
        Paragraph("Laporan Hasil Evaluasi<br/>Zona Integritas", s.COVER_TITLE, tag="H1"),
        Spacer(0, 14),
        draft.paragraph(evaluation.unit or NO_UNIT, unit_style, "unit kerja", key="c.unit"),
        Spacer(0, 18),
        table,
    ]
    room = g.PAGE_HEIGHT - 30 * g.MM - g.COVER_RESULT_TOP - 6 * g.MM
    return [KeepInFrame(g.WIDTH, room, parts, mode="shrink")]


def draw_cover_result(canvas: TaggingCanvas, draft: Draft) -> None:
    """Total, predikat and completeness at the cover's fixed place (`geometry.COVER_TOTAL`)."""
    report = draft.report
    top = g.COVER_RESULT_TOP
    with canvas.artifact():
        canvas.setStrokeColor(s.ACCENT)
        canvas.setLineWidth(1.5)
        canvas.line(g.LEFT, top, g.RIGHT, top)
    with canvas.text("P"):
        canvas.setFillColor(s.QUIET)
        canvas.setFont(s.REGULAR, 9)
        canvas.drawString(g.LEFT, top - 8 * g.MM, "Nilai akhir")
        x1, y1, x2, _ = g.COVER_TOTAL
        canvas.setFillColor(s.TEXT)
        canvas.setFont(s.BOLD, s.fitted_size(draft.total, s.BOLD, 44, x2 - x1))
        canvas.drawString(x1, y1 + 5 * g.MM, draft.total)
        canvas.setFillColor(s.QUIET)
        canvas.setFont(s.REGULAR, 9)
        canvas.drawString(g.LEFT, y1 - 4 * g.MM, "dari 100")
    y = top - 8 * g.MM
    for result in report.predikat:
        with canvas.text("P"):
            y = _draw_verdict(canvas, result, y)
    with canvas.artifact():
        canvas.setStrokeColor(s.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(g.LEFT, top - 64 * g.MM + 20, g.RIGHT, top - 64 * g.MM + 20)
    with canvas.text("P"):
        _draw_completeness(canvas, report, top - 64 * g.MM)


def _draw_verdict(canvas: TaggingCanvas, result: PredikatResult, y: float) -> float:
    x = g.LEFT + 68 * g.MM
    canvas.setFillColor(s.QUIET)
    canvas.setFont(s.REGULAR, 9)
    label = result.rule.label.id
    canvas.drawString(x, y, s.shortened(label, s.REGULAR, 9, g.RIGHT - x))
    canvas.setFillColor(s.MET if result.met else s.MISSED)
    canvas.setFont(s.BOLD, 13)
    canvas.drawString(x, y - 17, verdict(result))
    canvas.setFillColor(s.QUIET)
    canvas.setFont(s.REGULAR, 8)
    if result.rule.requires:
        canvas.drawString(x, y - 30, f"Unit juga harus sudah berpredikat {result.rule.requires}.")
    return y - 50


def verdict(result: PredikatResult) -> str:
    """What the cover says of one predikat."""
    if result.met:
        return f"Memenuhi semua syarat nilai ({len(result.gates)})"
    return f"Belum memenuhi: {len(result.open)} dari {len(result.gates)} syarat"


def _draw_completeness(canvas: TaggingCanvas, report: Report, y: float) -> None:
    total = len(report.lke.questions)
    complete = report.score.answered == total
    canvas.setFont(s.BOLD, 9.5)
    canvas.setFillColor(s.TEXT if complete else s.MISSED)
    head = f"Lengkap: {total} dari {total} soal dijawab"
    if not complete:
        head = f"BELUM LENGKAP: {report.score.answered} dari {total} soal dijawab"
    canvas.drawString(g.LEFT, y, head)
    if not complete:
        canvas.setFillColor(s.QUIET)
        canvas.setFont(s.REGULAR, 8.5)
        canvas.drawString(
            g.LEFT, y - 13, f"{len(report.score.unanswered)} soal yang belum dijawab dihitung bernilai 0."
        )


def team(draft: Draft) -> list[Flowable]:
    """The evaluators by name, NIP and role."""
    members = draft.report.evaluation.team
    if not members:
        return [Paragraph("Susunan tim belum diisi.", s.BODY)]
    rows: list[list[object]] = [["No.", "Nama", "NIP", "Peran"]]
    for index, member in enumerate(members, 1):
        where = f"tim {index}"
        texts = (("name", member.name), ("nip", member.nip), ("role", member.role))
        rows.append(
            [
                str(index),
                *(
                    draft.paragraph(text or "–", s.CELL, where, key=f"m.{index}.{part}")
                    for part, text in texts
                ),
            ]
        )
    widths = [10 * g.MM, 68 * g.MM, 44 * g.MM, g.WIDTH - 122 * g.MM]
    table = quiet_table(rows, widths, REPEATING)
    return [Kept([table])] if len(members) <= _MOST_KEPT_TOGETHER else [table]
