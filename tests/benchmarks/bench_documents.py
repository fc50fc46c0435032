"""The report against what its libraries need at least: ReportLab setting the same texts in one plain table,
and pdfium extracting the text of every page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape

import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from tests.benchmarks.harness import Race, bench
from tests.documents import made_up
from zi_desktop.documents import SignerBox, read_back, standing_texts, write_pdf
from zi_desktop.documents.style import REGULAR, register_fonts
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.report import Report, make_report, without_evidence
from zi_desktop.worksheets.edition import load_edition

DAY = dt.date(2026, 11, 24)
SIGNERS = (SignerBox("Ketua Tim", "Contoh Ketua"), SignerBox("Pimpinan Unit", "Contoh Pimpinan"))


def whole_report() -> Report:
    lke = load_edition("zi-2021")
    mandiri = made_up.evaluation(lke, made_up.best_cells(lke), stage=Stage.MANDIRI)
    return make_report(lke, made_up.evaluation(lke, made_up.random_cells(lke, 1)), siblings=(mandiri,))


def _main_part(report: Report) -> Iterator[tuple[str, ...]]:
    """What stands before the annex besides the recap: findings again, evidence, gates, words."""
    for items in report.evaluation.findings.values():
        for finding in items:
            yield ("", finding.note)
            yield ("", finding.recommendation)
    for code in without_evidence(report):
        yield (code, report.lke.question_by_code[code].text, "A", "1,00")
    for result in report.predikat:
        for gate in result.gates:
            yield ("", gate.gate.label.id, "1,00", "1,00", "1,00")
    for text in (*standing_texts().values(), *(issue.message.id for issue in report.issues)):
        yield ("", text)


def bare_pages(report: Report) -> bytes:
    """Every text of the report as a row of one table; no tags, no layout."""
    style = ParagraphStyle("polos", fontName=REGULAR, fontSize=8.5, leading=11)
    evaluation, rows = report.evaluation, [["Kode", "Uraian", "Jawaban", "Poin", "Bobot"]]
    table: list[list[object]] = [*rows]

    def add(code: str, text: str, answer: str = "", points: str = "", weight: str = "") -> None:
        table.append([code, Paragraph(escape(text), style), answer, points, weight])

    for section in report.lke.all_sections:  # twice, as the recap and the annex print them
        add(section.code, section.label, "", f"{float(report.score.sections[section.code]):.2f}")
    for section in report.lke.all_sections:
        add(section.code, section.label, "", f"{float(report.score.sections[section.code]):.2f}")
        for question in section.questions:
            code = question.code
            label = str(evaluation.cells.get(code, ""))
            add(code, question.text, label, f"{float(report.score.questions[code]):.4f}", "1")
            texts = [question.choice(label).requirement] if question.choices and label else []
            texts += [f"{c.label} {evaluation.cells.get(f'{code}.{c.id}', '')}" for c in question.counts]
            texts += [evaluation.notes[code]] if code in evaluation.notes else []
            texts += [item.text for item in evaluation.evidence.get(code, ())]
            for finding in evaluation.findings.get(code, ()):
                texts += [finding.note, finding.recommendation]
            for text in texts:
                add("", text)
    for row in _main_part(report):
        add(*row)
    story: list[Flowable] = [
        Table(
            table,
            [25 * mm, 95 * mm, 17 * mm, 17 * mm, 16 * mm],
            repeatRows=1,
            style=[("FONT", (0, 0), (-1, -1), REGULAR, 8.5)],
        )
    ]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, initialFontName=REGULAR).build(story)
    return buffer.getvalue()


@bench("report-pdf", goal=2, n=9)
def report_pdf() -> Race:
    register_fonts()
    report = whole_report()
    return Race(ours=lambda: write_pdf(report, SIGNERS, made_on=DAY), theirs=lambda: bare_pages(report))


@bench("report-read-back", goal=4, n=9)
def report_read_back() -> Race:
    report = whole_report()
    data = write_pdf(report, SIGNERS, made_on=DAY).data

    def plain_text() -> list[str]:
        document = pdfium.PdfDocument(data)
        texts = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return texts

    return Race(ours=lambda: read_back(data, report.lke), theirs=plain_text)
