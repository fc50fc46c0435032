"""The Lampiran III form with the official workbook's own formulas, for LibreOffice to compute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.tools.form_lines import Line
from tests.tools.forms import ANSWER, PERCENT, SCORE, TYPE, WEIGHT, OfficialForm
from zi_desktop.domain.lke import Decline, Question, QuestionKind, Share

_SCALES = (
    ("Ya/Tidak", (("Ya", "1"), ("Tidak", "0"))),
    ("A/B/C", (("A", "1"), ("B", "0.5"), ("C", "0"))),
    ("A/B/C/D", (("A", "1"), ("B", "0.67"), ("C", "0.33"), ("D", "0"))),
    ("A/B/C/D/E", (("A", "1"), ("B", "0.75"), ("C", "0.5"), ("D", "0.25"), ("E", "0"))),
)


def score_formula(kind: str, answer: str) -> str:
    """The nested IF of a score cell, given the cells of type and answer."""
    text = f'IF({kind}="","","-")'
    for counts in ("Rupiah", "Jumlah"):
        text = f'IF({kind}="{counts}",IF({answer}="","Blm Diisi",""),{text})'
    text = f'IF({kind}="%",IF({answer}="","Blm Diisi",{answer}),{text})'
    for scale, labels in reversed(_SCALES):
        points = '"Blm Diisi"'
        for label, value in reversed(labels):
            points = f'IF({answer}="{label}",{value},{points})'
        text = f'IF({kind}="{scale}",{points},{text})'
    return text


@dataclass
class OracleForm(OfficialForm):
    """Every formula as in the real workbook; nothing is cached, so that only a calculation tells figures."""

    cached: bool = False

    def rows(self) -> dict[str, int]:
        """Row by key of `Line`."""
        return {line.key: row for line in self.lines if (row := self.row(line.key))}

    def _answer(self, sheet: Any, row: int, line: Line) -> None:
        question = self.lke.question_by_code.get(line.code)
        formula = ""
        if line.kind == "question" and question and question.kind is QuestionKind.RATIO:
            formula = self.answer_formula(question)
        elif line.kind == "sum" and question and isinstance(question.formula, Share):
            formula = self.base_formula(question, question.formula)
        if formula:
            sheet.write_formula(row, self.shift + ANSWER, f"={formula}", None, "")
        elif line.kind in ("question", "count"):
            self._typed(sheet, row, self.shift + ANSWER, self.answers.get(line.code))

    def answer_formula(self, question: Question) -> str:
        cell = {c.id: self._cell("K", f"count {question.code}.{c.id}") for c in question.counts}
        formula = question.formula
        if isinstance(formula, Decline):
            before, now = cell[formula.before], cell[formula.now]
            fall = f"({before}-{now})/{before}"
            value = f"IF(AND({before}=0,{now}=0),1,IF({fall}<0,0,{fall}))"
            needed = list(cell.values())
        else:
            assert isinstance(formula, Share)
            whole = len(formula.base) > 1
            base = self._cell("K", f"sum {question.code}") if whole else cell[formula.base[0]]
            done = cell[formula.done[0]]
            value = f"IF({done}/{base}>1,1,{done}/{base})"
            needed = [base, done] if whole else list(cell.values())
        return f'IF(OR({",".join(f"{c}=" + chr(34) * 2 for c in needed)}),"Blm Diisi",{value})'

    def base_formula(self, question: Question, formula: Share) -> str:
        cells = [self._cell("K", f"count {question.code}.{i}") for i in formula.base]
        blank = ",".join(f'{c}=""' for c in cells)
        return f'IF(OR({blank}),"Blm Diisi",{"+".join(cells)})'

    def _score(self, sheet: Any, row: int, line: Line) -> None:
        if formula := self._score_formula(line, row + 1):
            sheet.write_formula(row, self.shift + SCORE, f"={formula}", None, "")
        if line.weight and line.kind in ("section", "total"):
            share = f"={self._letter(SCORE)}{row + 1}/{self._letter(WEIGHT)}{row + 1}"
            sheet.write_formula(row, self.shift + PERCENT, share, None, "")

    def _score_formula(self, line: Line, row: int) -> str:
        answer, kind, weight = (f"{self._letter(c)}{row}" for c in (ANSWER, TYPE, WEIGHT))
        if line.kind in ("section", "total"):
            return self._sum_formula(line).removeprefix("=")
        if line.kind == "group":
            rows = [self.row(f"question {line.code}") or 0]
            rows += [self.row(f"count {c.code}") or 0 for c in self.lke.cells_of[line.code]]
            return f"AVERAGE({self._letter(SCORE)}{rows[0]}:{self._letter(SCORE)}{max(rows)})*{weight}"
        question = self.lke.question_by_code.get(line.code)
        if line.kind == "question" and question and question.kind is QuestionKind.INDEX:
            return f'IF({answer}="","Blm Diisi",{answer}/4)*{weight}'
        if line.kind == "question" and question and question.weight is not None:
            return f"{score_formula(kind, answer)}*{weight}"
        return score_formula(kind, answer)

    def _sum_formula(self, line: Line) -> str:
        """A mean runs down to the last count of its last question."""
        section = self.lke.section_by_code.get(line.code)
        if line.key == "total A":  # the real one names Reform first
            return f"=SUM({self._cell('L', 'section A.II')},{self._cell('L', 'section A.I')})"
        if line.kind != "section" or section is None or not section.mean:
            return super()._sum_formula(line)
        if any(q.group for q in section.questions):
            return super()._sum_formula(line)
        last = section.questions[-1]
        rows = [self.row(f"question {last.code}") or 0]
        rows += [self.row(f"count {c.code}") or 0 for c in self.lke.cells_of[last.code]]
        top = self.row(f"question {section.questions[0].code}")
        letter = self._letter(SCORE)
        return f"=AVERAGE({letter}{top}:{letter}{max(rows)})*{self._letter(WEIGHT)}{self.row(line.key)}"
