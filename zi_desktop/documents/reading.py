"""A finished PDF, read back from its printed text. pdfium gives the text and where it stands; what counts is
what stands at the places of `geometry`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from zi_desktop.documents import geometry as g
from zi_desktop.documents.format import parse_number
from zi_desktop.documents.marks import add_marked_texts
from zi_desktop.documents.model import PdfReadBack
from zi_desktop.domain.cells import plain
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.lke import Cell, CellKind, Lke, Question, QuestionKind

PDFIUM = threading.Lock()
"""Held by whoever speaks to pdfium, which knows no threads."""
_SAME_LINE = 3.0
_EDGE = 1.5


@dataclass
class _Found:
    """Values as they come, from page to page; ``question`` is the one whose rows are being read."""

    lke: Lke
    cells: dict[str, str] = field(default_factory=dict)
    points: dict[str, str] = field(default_factory=dict)
    question: Question | None = None

    def add(self, values: dict[str, str], code: str, value: str) -> None:
        if code in values:
            raise ZiError(
                "printed-twice",
                Text(f"{code} tercetak lebih dari sekali", f"{code} is printed more than once"),
                where=code,
            )
        values[code] = value


def read_pdf(pdf: bytes, lke: Lke) -> PdfReadBack:
    """See `zi_desktop.documents.read_back`."""
    with PDFIUM:
        return _read(pdf, lke)


def read_attachments(pdf: bytes) -> dict[str, bytes]:
    """See `zi_desktop.documents.attachments`."""
    with PDFIUM:
        document = _opened(pdf)
        try:
            found = [document.get_attachment(i) for i in range(document.count_attachments())]
            return {item.get_name(): bytes(item.get_data()) for item in found}
        finally:
            document.close()


def read_texts(pdf: bytes) -> list[str]:
    """The text of every page of a PDF. Raises ZiError ``not-a-pdf``."""
    with PDFIUM:
        document = _opened(pdf)
        try:
            return [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()


def _opened(pdf: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as error:
        raise ZiError(
            "not-a-pdf",
            Text("Berkas ini bukan PDF yang dapat dibaca", "This is not a readable PDF"),
            remedy=Text("Ekspor ulang dokumennya.", "Export the document again."),
        ) from error


def _read(pdf: bytes, lke: Lke) -> PdfReadBack:
    document = _opened(pdf)
    try:
        found = _Found(lke)
        total = _total(document)
        texts: dict[str, str] = {}
        for index in range(len(document)):
            page = document[index]
            if not _read_page(page, found) and not found.points:
                add_marked_texts(page, texts)
        if not found.points or not total:
            raise _not_ours(lke)
        return PdfReadBack(found.cells, found.points, total, len(document), texts)
    finally:
        document.close()


def _not_ours(lke: Lke) -> ZiError:
    return ZiError(
        "not-our-report",
        Text(
            f"PDF ini tidak memuat lampiran LKE edisi {lke.id}",
            f"This PDF holds no annex of the edition {lke.id}",
        ),
    )


def _total(document: pdfium.PdfDocument) -> str:
    if len(document) == 0:
        return ""
    text = _text_in(document[0].get_textpage(), g.COVER_TOTAL)
    return text if parse_number(text) is not None else ""


def _text_in(text_page: pdfium.PdfTextPage, box: tuple[float, float, float, float]) -> str:
    x1, y1, x2, y2 = box
    return " ".join(text_page.get_text_bounded(x1, y1, x2, y2).split())


@dataclass(frozen=True)
class _Piece:
    """One run of text on one line."""

    left: float
    bottom: float
    right: float
    top: float

    def on_line_of(self, other: _Piece) -> bool:
        return abs(self.bottom - other.bottom) < _SAME_LINE or (
            self.bottom < other.top - _SAME_LINE and other.bottom < self.top - _SAME_LINE
        )


def _pieces(text_page: pdfium.PdfTextPage) -> list[_Piece]:
    return [_Piece(*text_page.get_rect(i)) for i in range(text_page.count_rects())]


def _read_page(page: pdfium.PdfPage, found: _Found) -> bool:
    """Takes the values of a page of the annex; False for another page."""
    text_page = page.get_textpage()
    band = (g.LEFT - _EDGE, g.BAND_Y - 3, g.TEXT_X - _EDGE, g.BAND_Y + 8)
    if _text_in(text_page, band) != g.CODE_HEAD:
        return False
    pieces = _pieces(text_page)
    figures = [p for p in pieces if p.left > g.TEXT_X + g.TEXT_WIDTH and p.top < g.BAND_Y - 3]
    for label in _gutter(pieces):
        line = _Line(text_page, [p for p in figures if p.on_line_of(label)])
        _take(line.read(label), line, found)
    return True


@dataclass(frozen=True)
class _Line:
    """The figures beside a label; reading a text costs, so only what is asked for is read."""

    text_page: pdfium.PdfTextPage
    figures: list[_Piece]

    def read(self, piece: _Piece) -> str:
        return _text_in(self.text_page, _grown(piece))

    def at(self, column: float) -> str:
        """What stands in the column with this right edge; more than one thing there is shown as such."""
        return " ".join(self.read(p) for p in self.figures if _column(p) == column)


def _gutter(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Codes and labels, from the top down."""
    below_band = [
        p for p in pieces if p.left < g.TEXT_X - _EDGE and g.FRAME_BOTTOM - 4 < p.bottom < g.BAND_Y - 3
    ]
    return iter(sorted(below_band, key=lambda p: -p.bottom))


def _grown(piece: _Piece) -> tuple[float, float, float, float]:
    return (piece.left - 0.5, piece.bottom - 0.5, piece.right + 0.5, piece.top + 0.5)


def _column(piece: _Piece) -> float:
    """The right edge of the column the piece stands in."""
    edges = (g.ANSWER_RIGHT, g.VALUE_RIGHT, g.POINTS_RIGHT, g.MOST_RIGHT)
    return min(edges, key=lambda edge: abs(edge - piece.right))


def _take(words: str, line: _Line, found: _Found) -> None:
    question = found.lke.question_by_code.get(words)
    if question is not None:
        found.question = question
        found.add(found.points, question.code, line.at(g.POINTS_RIGHT))
        if question.kind is not QuestionKind.RATIO:
            _take_answer(found.lke.cells_of[question.code][0], line, g.NOT_ANSWERED, found)
    elif found.question is not None:
        cell = _cell_of(words, found.question, found.lke)
        if cell is not None:
            _take_answer(cell, line, g.BLANK, found)


def _take_answer(cell: Cell, line: _Line, nothing: str, found: _Found) -> None:
    answer = line.at(g.ANSWER_RIGHT)
    if answer != nothing:
        found.add(found.cells, cell.code, _spelled(cell, answer))


def _cell_of(words: str, question: Question, lke: Lke) -> Cell | None:
    """The cell a gutter label stands for: ``Isian 2`` is the second count, ``Keputusan`` the decision."""
    cells = lke.cells_of[question.code]
    if words == g.DECISION_LABEL:
        return next((c for c in cells if c.kind is CellKind.DECISION), None)
    name, _, index = words.partition(" ")
    counts = [c for c in cells if c.kind in (CellKind.COUNT, CellKind.PERCENT)]
    if name == g.COUNT_LABEL and index.isdecimal() and 0 < int(index) <= len(counts):
        return counts[int(index) - 1]
    return None


def _spelled(cell: Cell, printed: str) -> str:
    """In the spelling of the store; what is no value of the cell stays as it is printed."""
    if cell.kind in (CellKind.CHOICE, CellKind.DECISION):
        return printed
    number = parse_number(printed)
    return printed if number is None else plain(number)
