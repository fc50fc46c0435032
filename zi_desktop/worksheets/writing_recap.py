"""The sheet ``Rekap``: who, what, the score of every section and every gate, all referring to ``Jawaban``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zi_desktop.domain.lke import Question, Section
from zi_desktop.domain.predikat import EPSILON, GateResult, PredikatResult
from zi_desktop.domain.report import Report
from zi_desktop.domain.versions import FILES, version_in_words
from zi_desktop.worksheets.writing_formulas import number_text
from zi_desktop.worksheets.writing_kept import visible
from zi_desktop.worksheets.writing_plan import ANSWER_SHEET, POINTS, WEIGHT, Plan, column_letter
from zi_desktop.worksheets.writing_styles import Styles, write_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADER_ROW = 6
MET, OPEN = "Ya", "Belum"
_HEADERS = (
    ("Kode", 10),
    ("Uraian", 58),
    ("Bobot", 9),
    ("Nilai", 10),
    ("%", 9),
    ("Minimum", 10),
    ("Terpenuhi", 10),
    ("Kurang", 9),
    ("Keterangan", 34),
)
_CODE, _LABEL, _FULL, _HAVE, _SHARE, _NEED, _MET, _SHORT, _REMARK = range(9)


@dataclass
class RecapSheet:
    """Writes one report; `gate_rows` tells where each gate lands."""

    sheet: Worksheet
    styles: Styles
    report: Report
    plan: Plan

    def write(self) -> None:
        self._page()
        self._identity()
        row = self._sections(HEADER_ROW + 1)
        for predikat in self.report.predikat:
            row = self._predikat(row + 1, predikat)
        self._versions(self._team(row + 1))

    def _page(self) -> None:
        sheet = self.sheet
        for index, (header, width) in enumerate(_HEADERS):
            sheet.set_column(index, index, width)
            sheet.write_string(HEADER_ROW, index, header, self.styles["header"])
        sheet.freeze_panes(HEADER_ROW + 1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.repeat_rows(HEADER_ROW)
        sheet.fit_to_pages(1, 0)
        sheet.ignore_errors({"number_stored_as_text": "A1:I999", "formula_differs": "A1:I999"})
        sheet.set_footer("&RHalaman &P dari &N")

    def _identity(self) -> None:
        evaluation, score = self.report.evaluation, self.report.score
        text = self.styles["plain"]
        title = "Rekapitulasi Penilaian Zona Integritas"
        self.sheet.write_string(0, 0, title, self.styles["title"])
        write_text(self.sheet, 1, 0, f"Unit kerja: {visible(evaluation.unit)}", self.styles["bold"], "unit")
        self.sheet.write_string(2, 0, f"Tahun: {evaluation.year} · Tahap: {evaluation.stage.label.id}", text)
        self.sheet.write_string(3, 0, f"Lembar kerja: {self.report.lke.name}", text)
        count = f"Terjawab: {score.answered} dari {len(self.report.lke.questions)} soal"
        note = "" if not score.unanswered else " · belum lengkap; soal yang belum dijawab bernilai 0"
        self.sheet.write_string(4, 0, count + note, self.styles["bold" if note else "plain"])

    def _sections(self, row: int) -> int:
        for komponen in self.report.lke.sections:
            row = self._section(row, komponen)
        cell = f"{ANSWER_SHEET}!{column_letter(POINTS)}{self.plan.total}"
        self._band(row, "komponen")
        self.sheet.write_string(row, _LABEL, "NILAI EVALUASI ZONA INTEGRITAS", self.styles["komponen"])
        full = float(sum(s.weight for s in self.report.lke.sections))
        self.sheet.write_number(row, _FULL, full, self.styles["komponen number"])
        self._points(row, f"={cell}", self.report.score.total, full, "komponen")
        return row + 1

    def _section(self, row: int, section: Section) -> int:
        style = section.level.value
        self._band(row, style)
        self._line(row, section, section.label, section.weight, style)
        row += 1
        for below in section.sections:
            row = self._section(row, below)
        for question in section.questions:
            if question.weight is not None:
                self._line(row, question, question.text, question.weight, "text")
                row += 1
        return row

    def _line(self, row: int, part: Section | Question, label: str, weight: Fraction, style: str) -> None:
        number = self.plan.number[part.code]
        self.sheet.write_string(row, _CODE, part.code, self.styles[style])
        self.sheet.write_string(row, _LABEL, label, self.styles["wrap" if style == "text" else style])
        self.sheet.write_formula(
            row,
            _FULL,
            f"={ANSWER_SHEET}!{column_letter(WEIGHT)}{number}",
            self.styles[f"{style} number"],
            float(weight),
        )
        points = self.report.score.points(part.code)
        self._points(row, f"={self._cell(part.code)}", points, float(weight), style)

    def _points(self, row: int, formula: str, points: Fraction, full: float, style: str) -> None:
        self.sheet.write_formula(row, _HAVE, formula, self.styles[f"{style} number"], float(points))
        share = f"={column_letter(_HAVE)}{row + 1}/{column_letter(_FULL)}{row + 1}"
        self.sheet.write_formula(row, _SHARE, share, self.styles[f"{style} percent"], float(points) / full)

    def _band(self, row: int, style: str) -> None:
        for column in range(len(_HEADERS)):
            self.sheet.write_blank(row, column, None, self.styles[style])

    def _cell(self, code: str) -> str:
        return f"{ANSWER_SHEET}!{column_letter(POINTS)}{self.plan.number[code]}"

    def _predikat(self, row: int, predikat: PredikatResult) -> int:
        rule = predikat.rule
        self._band(row, "aspek")
        self.sheet.write_string(row, _CODE, rule.id, self.styles["aspek"])
        self.sheet.write_string(row, _LABEL, f"Syarat {rule.label.id}", self.styles["aspek"])
        if rule.requires:
            self.sheet.write_string(
                row, _REMARK, f" Unit harus sudah berpredikat {rule.requires}", self.styles["aspek"]
            )
        first = row + 1
        for gate in predikat.gates:
            row += 1
            self._gate(row, rule.id, gate)
        column = column_letter(_MET)
        cells = f"{column}{first + 1}:{column}{row + 1}"
        self.sheet.write_formula(
            first - 1,
            _MET,
            f'=IF(COUNTIF({cells},"{OPEN}")=0,"{MET}","{OPEN}")',
            self.styles["aspek center"],
            MET if predikat.met else OPEN,
        )
        return row + 1

    def _gate(self, row: int, rule_id: str, result: GateResult) -> None:
        gate, styles, at = result.gate, self.styles, row + 1
        have, need = f"{column_letter(_HAVE)}{at}", f"{column_letter(_NEED)}{at}"
        met = f"{have}>={need}-{number_text(EPSILON)}"
        self.sheet.write_string(row, _CODE, f"{rule_id} {gate.id}", styles["text"])
        self.sheet.write_string(row, _LABEL, gate.label.id, styles["wrap"])
        self.sheet.write_number(row, _FULL, float(gate.maximum), styles["number"])
        formula = "=" + "+".join(self._cell(code) for code in gate.codes)
        self._points(row, formula, result.have, float(gate.maximum), "text")
        self.sheet.write_number(row, _NEED, float(gate.need), styles["number"])
        told = MET if result.met else OPEN
        self.sheet.write_formula(row, _MET, f'=IF({met},"{MET}","{OPEN}")', styles["center"], told)
        short = f"=IF({met},0,{need}-{have})"
        self.sheet.write_formula(row, _SHORT, short, styles["number"], float(result.missing))
        remark = gate.source if gate.verified else f"Belum terverifikasi. {gate.source}"
        self.sheet.write_string(row, _REMARK, remark, styles["remark"])

    def _team(self, row: int) -> int:
        """The next free row."""
        team = self.report.evaluation.team
        if not team:
            return row
        self._band(row, "aspek")
        self.sheet.write_string(row, _LABEL, "Tim penilai", self.styles["aspek"])
        self.sheet.write_string(row, _FULL, "NIP", self.styles["aspek"])
        self.sheet.write_string(row, _NEED, "Peran", self.styles["aspek"])
        for number, member in enumerate(team, 1):
            self._texts(
                row + number,
                ((_CODE, str(number)), (_LABEL, member.name), (_FULL, member.nip), (_NEED, member.role)),
            )
        return row + len(team) + 2

    def _versions(self, row: int) -> None:
        """Which version this is, and the hashes of the signed results that it replaces."""
        versions = self.report.versions
        words = version_in_words(versions)
        if not words:
            return
        self._band(row, "aspek")
        self.sheet.write_string(row, _LABEL, f"Versi {words}", self.styles["aspek"])
        for version in versions.replaces:
            for suffix, name in FILES:
                if digest := version.hash_of(suffix):
                    row += 1
                    named = (_CODE, str(version.number)), (_LABEL, f"SHA-256 {name}"), (_FULL, digest)
                    self._texts(row, named)
        if versions.reason:
            self._texts(row + 1, ((_LABEL, "Alasan perubahan"), (_FULL, versions.reason)))

    def _texts(self, row: int, texts: Sequence[tuple[int, str]]) -> None:
        for column, text in texts:
            write_text(self.sheet, row, column, text, self.styles["text"], "team")


def gate_rows(report: Report) -> dict[tuple[str, str], int]:
    """Where each gate stands on the sheet ``Rekap``, row numbers from 1, by predikat and gate id."""
    lines = len(report.lke.all_sections) + sum(q.weight is not None for q in report.lke.questions) + 1
    row, rows = HEADER_ROW + 1 + lines, {}
    for predikat in report.predikat:
        row += 1
        for result in predikat.gates:
            row += 1
            rows[predikat.rule.id, result.gate.id] = row + 1
        row += 1
    return rows
