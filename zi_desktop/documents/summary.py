"""The first pages: cover, what came out of it, and who evaluated."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reportlab.platypus import Flowable, KeepInFrame, KeepTogether, Spacer

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import opening
from zi_desktop.documents.charts import Bar, GateChart
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import NBSP, long_date, number
from zi_desktop.documents.tables import REPEATING, quiet_table
from zi_desktop.documents.tagging import Paragraph, TaggedTable, TaggingCanvas
from zi_desktop.domain.predikat import GateResult, PredikatResult
from zi_desktop.domain.report import Report

TITLE = "Laporan Hasil Evaluasi Zona Integritas"
_MOST_LISTED = 40
_MOST_GATES_TOLD = 4
_MOST_KEPT_TOGETHER = 12


def cover(draft: Draft) -> list[Flowable]:
    """The flowing upper part of the cover; the result below it is drawn by `draw_cover_result`."""
    report = draft.report
    evaluation = report.evaluation
    unit_style = s.COVER_UNIT if len(evaluation.unit) <= 90 else s.COVER_UNIT_LONG
    facts = (
        ("Tahun evaluasi", str(evaluation.year)),
        ("Tahap", evaluation.stage.label.id),
        ("Instrumen", report.lke.name),
        ("Dasar hukum", report.lke.basis),
        ("Tanggal laporan", long_date(draft.made_on)),
        ("Dokumen", draft.document_id),
    )
    table = TaggedTable(
        [[key, draft.paragraph(value, s.CELL, "sampul")] for key, value in facts],
        colWidths=[34 * g.MM, g.WIDTH - 34 * g.MM],
        row_heads=True,
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
        Paragraph("LEMBAR KERJA EVALUASI (LKE)", s.COVER_KIND),
        Spacer(0, 6),
        Paragraph("Laporan Hasil Evaluasi<br/>Zona Integritas", s.COVER_TITLE, tag="H1"),
        Spacer(0, 14),
        draft.paragraph(evaluation.unit or "(unit kerja belum diisi)", unit_style, "unit kerja"),
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


def results(draft: Draft) -> list[Flowable]:
    """Section 1: the result in sentences and as bars against the gates."""
    report = draft.report
    parts = opening("1. Hasil evaluasi")
    parts += [draft.paragraph(text, s.BODY, "hasil") for text in _sentences(draft)]
    bars = _bars(draft)
    if bars:
        parts += [
            Paragraph("Capaian, batas, dan predikat yang syaratnya terpenuhi", s.H2, tag="H2"),
            GateChart(bars, [r.rule.id for r in report.predikat], _told(bars)),
        ]
    return parts


def _sentences(draft: Draft) -> list[str]:
    report = draft.report
    unanswered, total = report.score.unanswered, len(report.lke.questions)
    complete = f"Seluruh {total} soal telah dijawab."
    if unanswered:
        listed = ", ".join(unanswered[:_MOST_LISTED])
        rest = len(unanswered) - _MOST_LISTED
        more = f", dan {rest} lagi (lihat lampiran)" if rest > 0 else ""
        complete = (
            f"Penilaian belum lengkap: {report.score.answered} dari {total} soal dijawab. Soal yang belum "
            f"dijawab dihitung bernilai 0: {listed}{more}."
        )
    sentences = [
        f"{report.evaluation.unit or 'Unit kerja'} memperoleh nilai {draft.total} dari 100 pada tahap "
        f"{report.evaluation.stage.label.id} tahun {report.evaluation.year}. {complete}"
    ]
    sentences += [_of_predikat(draft, result) for result in report.predikat]
    return [*sentences, _of_findings(report)]


def _of_predikat(draft: Draft, result: PredikatResult) -> str:
    also = f" Unit juga harus sudah berpredikat {result.rule.requires}." if result.rule.requires else ""
    if result.met:
        return f"{result.rule.label.id}: semua syarat nilai terpenuhi.{also}"
    if len(result.open) > _MOST_GATES_TOLD:
        missing = f"{len(result.open)} dari {len(result.gates)} syarat nilai belum tercapai (bagian{NBSP}4)"
    else:
        missing = "; ".join(f"{_short(gate)} kurang{NBSP}{draft.gate_missing(gate)}" for gate in result.open)
    return f"{result.rule.label.id}: belum terpenuhi. {missing}.{also}"


def _short(gate: GateResult) -> str:
    """The gate's name without what its label adds in brackets."""
    return gate.gate.label.id.partition(" (")[0]


def _of_findings(report: Report) -> str:
    findings = {code: items for code, items in report.evaluation.findings.items() if items}
    count = sum(len(items) for items in findings.values())
    if not count:
        return "Tidak ada catatan hasil evaluasi (temuan)."
    codes = [q.code for q in report.lke.questions if q.code in findings]
    listed = ", ".join(codes[:_MOST_LISTED]) + (", …" if len(codes) > _MOST_LISTED else "")
    return (
        f"Ada {number(count, 0)} catatan hasil evaluasi (temuan) pada {len(findings)} soal, tercantum di "
        f"lampiran: {listed}."
    )


def _bars(draft: Draft) -> list[Bar]:
    """One bar per gate id, whichever predikat has it, in the order of the regulation."""
    order = dict.fromkeys(g_.gate.id for r in draft.report.predikat for g_ in r.gates)
    bars = []
    for gate_id in order:
        found = [(r.rule.id, g_) for r in draft.report.predikat for g_ in r.gates if g_.gate.id == gate_id]
        gate = found[0][1]
        passed = [predikat for predikat, g_ in found if g_.met]
        missed = len(passed) < len(found)
        decimals = max((draft.gate_have(g_) for _, g_ in found), key=len)
        bars.append(
            Bar(
                _short(gate),
                gate.have,
                max(gate.gate.maximum, Fraction(1, 100)),
                tuple((predikat, g_.gate.need) for predikat, g_ in found),
                f"{decimals} / {number(gate.gate.maximum, 2)}",
                " & ".join(passed) if passed else "belum",
                (s.NEAR if passed else s.MISSED) if missed else s.MET,
            )
        )
    return bars


def _told(bars: Sequence[Bar]) -> str:
    parts = []
    for bar in bars:
        needs = ", ".join(f"batas {predikat} {number(need, 2)}" for predikat, need in bar.needs)
        parts.append(f"{bar.label}: {bar.figure}; {needs}; terpenuhi: {bar.verdict}")
    return "Diagram batang capaian terhadap batas. " + ". ".join(parts) + "."


def team(draft: Draft) -> list[Flowable]:
    """Section 2: the evaluators by name, NIP and role."""
    members = draft.report.evaluation.team
    head = opening("2. Tim penilai")
    if not members:
        return [*head, Paragraph("Susunan tim belum diisi.", s.BODY)]
    rows: list[list[object]] = [["No.", "Nama", "NIP", "Peran"]]
    for index, member in enumerate(members, 1):
        where = f"tim {index}"
        texts = (member.name, member.nip, member.role)
        rows.append([str(index), *(draft.paragraph(text or "–", s.CELL, where) for text in texts)])
    widths = [10 * g.MM, 68 * g.MM, 44 * g.MM, g.WIDTH - 122 * g.MM]
    table = quiet_table(rows, widths, REPEATING)
    return [KeepTogether([head[-1], table])] if len(members) <= _MOST_KEPT_TOGETHER else [*head, table]
