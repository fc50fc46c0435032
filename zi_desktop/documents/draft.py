"""What every part of the document needs while it is being written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle

from zi_desktop.documents.answers import STAGE_SHORT
from zi_desktop.documents.format import decimals_apart, long_date, number
from zi_desktop.documents.printable import Printable
from zi_desktop.documents.tagging import AnnexText, Paragraph
from zi_desktop.documents.wording import passage
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.letter import Letter
from zi_desktop.domain.predikat import EPSILON, GateResult
from zi_desktop.domain.report import Report, total_gates
from zi_desktop.domain.scoring import Score, score

NO_ID = "belum bernomor"
_BLANK_LINES = re.compile(r"\n\s*\n")
_MOST_LINES = 40
_MOST_CHARACTERS = 6000
_LONG_LINE = re.compile(rf".{{1,{_MOST_CHARACTERS}}}(?= |$)|.{{1,{_MOST_CHARACTERS}}}")


def _in_pieces(text: str) -> Iterator[str]:
    """``text`` cut at line ends, and within very long lines at a space, into pieces of bounded size."""
    piece: list[str] = []
    for line in text.split("\n"):
        for part in _LONG_LINE.findall(line) or [""]:
            if len(piece) == _MOST_LINES or sum(map(len, piece)) + len(part) > _MOST_CHARACTERS:
                yield "\n".join(piece)
                piece = []
            piece.append(part)
    yield "\n".join(piece)


def _order(letter: Letter) -> str:
    """``surat tugas nomor … tanggal …``; empty while there is no number."""
    order = letter.assignment
    if not order.order_number.strip():
        return ""
    day = f" tanggal {long_date(order.order_date)}" if order.order_date else ""
    return f"surat tugas nomor {order.order_number.strip()}{day}"


def _days(letter: Letter) -> str:
    first, last = letter.assignment.first_day, letter.assignment.last_day
    if first and last and first != last:
        return f"tanggal {long_date(first)} sampai dengan {long_date(last)}"
    day = first or last
    return f"tanggal {long_date(day)}" if day else ""


@dataclass(frozen=True)
class Column:
    """One stage beside the others: the evaluation and its score."""

    stage: Stage
    evaluation: Evaluation
    score: Score

    @property
    def short(self) -> str:
        return STAGE_SHORT[self.stage]


@dataclass(frozen=True)
class Draft:
    """A report on its way to paper. Texts pass `text` or `paragraph`, so that they are fit to print."""

    report: Report
    made_on: dt.date
    printable: Printable

    def text(self, text: str, where: str) -> str:
        """``text`` on one line, for drawing outside paragraphs."""
        return " ".join(self.printable.clean(text, where).split())

    def paragraph(
        self, text: str, style: ParagraphStyle, where: str, *, tag: str = "P", key: str = ""
    ) -> Paragraph:
        """``text`` as a paragraph, markup in it printed as it stands."""
        return Paragraph(self.printable.markup(text, where), style, tag=tag, key=key)

    def detail(self, text: str, style: ParagraphStyle, where: str, label: str | None = None) -> AnnexText:
        """``text`` below a question of the annex; ``label`` before its first line."""
        return AnnexText(self.printable.markup(text, where), style, bulletText=label)

    def passage(self, text: str, style: ParagraphStyle, where: str, label: str) -> Iterator[AnnexText]:
        """As `detail`, for a text of any length."""
        shown: str | None = label
        for part in self.pieces(text, where):
            yield AnnexText(part, style, bulletText=shown)
            shown = None

    def pieces(self, text: str, where: str) -> Iterator[str]:
        """A text of any length as markup for paragraphs of bounded length: ReportLab needs time in the square
        of a paragraph's lines to break it over pages. Empty lines in a row become one."""
        clean = _BLANK_LINES.sub("\n\n", self.printable.clean(text, where).strip()) or "–"
        for part in _in_pieces(clean):
            yield escape(part).replace("\n", "<br/>")

    def passages(self, name: str, style: ParagraphStyle) -> list[Paragraph]:
        """A standing passage of the report, filled in; empty where nothing in it is known."""
        texts = passage(name, self.report.letter.wording, self.values)
        return [
            self.paragraph(text, style, name, key=f"p.{name}.{place}") for place, text in enumerate(texts)
        ]

    @cached_property
    def values(self) -> dict[str, str]:
        report, head = self.report, self.report.letter.head
        return {
            "unit": report.evaluation.unit,
            "tahun": str(report.evaluation.year),
            "tahap": report.evaluation.stage.label.id,
            "instrumen": report.lke.name,
            "dasar": report.lke.basis,
            "instansi": head.agency,
            "pemeriksa": head.office,
            "nilai": self.total,
            "jumlah_soal": str(len(report.lke.questions)),
            "dijawab": str(report.score.answered),
            "surat_tugas": _order(report.letter),
            "masa": _days(report.letter),
        }

    @cached_property
    def outcome(self) -> str:
        """Total and predikat in one paragraph."""
        report = self.report
        told = [f"Hasil evaluasi menunjukkan nilai {self.total} dari 100."]
        if report.score.unanswered:
            total = len(report.lke.questions)
            told.append(f"Evaluasi belum lengkap: {report.score.answered} dari {total} soal dijawab.")
        for result in report.predikat:
            state = "terpenuhi" if result.met else f"belum terpenuhi ({len(result.open)} syarat)"
            told.append(f"Syarat nilai {result.rule.label.id} {state}.")
        return " ".join(told)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """This evaluation and its siblings of the same edition, in the order of the stages."""
        found = []
        for stage in Stage:
            evaluation = self.report.at_stage(stage)
            if evaluation is self.report.evaluation:
                found.append(Column(stage, evaluation, self.report.score))
            elif evaluation is not None and evaluation.edition == self.report.lke.id:
                found.append(Column(stage, evaluation, score(self.report.lke, evaluation.cells)))
        return tuple(found)

    @cached_property
    def others(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.evaluation is not self.report.evaluation)

    @cached_property
    def document_id(self) -> str:
        """Names exactly the printed state: the first 16 hexadecimal digits of the change log's head."""
        return self.text(self.report.evaluation.log_head[:16], "id dokumen") or NO_ID

    @cached_property
    def total(self) -> str:
        """The total with as many decimals as it takes not to seem to reach a minimum it misses."""
        have = self.report.score.total
        decimals = max((self._decimals(gate) for gate in total_gates(self.report)), default=2)
        return number(have, decimals)

    def gate_have(self, gate: GateResult) -> str:
        return number(gate.have, self._decimals(gate))

    def gate_missing(self, gate: GateResult) -> str:
        return number(gate.missing, max(self._decimals(gate), decimals_apart(-gate.missing, (-EPSILON,))))

    @staticmethod
    def _decimals(gate: GateResult) -> int:
        return 2 if gate.met else decimals_apart(gate.have, (gate.gate.need,))
