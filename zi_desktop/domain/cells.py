"""From what a person typed to a value of the question's own scale, or a refusal that names the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.lke import DECISION_VALUES, Cell, CellKind, Lke

CellValue = str | Decimal
Cells = Mapping[str, CellValue]
"""Answers of one evaluation by cell code: a choice's label, a number, or a decision. No key: not answered."""

MAX_COUNT = Decimal(10) ** 9
INDEX_FULL = Decimal(4)
_YES_NO = {"y": "Ya", "ya": "Ya", "t": "Tidak", "tidak": "Tidak", "tdk": "Tidak"}
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?\Z", re.ASCII)


def find_cell(lke: Lke, code: str) -> Cell:
    """Raises ZiError ``unknown-question`` for a code this edition does not have."""
    try:
        return lke.cells[code]
    except KeyError:
        raise ZiError(
            "unknown-question",
            Text(
                f"Tidak ada soal atau isian {code} di {lke.id}", f"{lke.id} has no question or count {code}"
            ),
            where=code,
            remedy=Text(
                "Periksa kodenya, misalnya A.I.1.i.a atau A.II.1.i.a.agen.",
                "Check the code, for example A.I.1.i.a or A.II.1.i.a.agen.",
            ),
        ) from None


def parse_cell(cell: Cell, raw: str) -> CellValue | None:
    """The value of ``raw`` in this cell; None when it is empty. Never bends: what does not fit raises ZiError
    (``outside-scale``, ``not-a-number``, ``out-of-range``)."""
    text = raw.strip()
    if not text:
        return None
    if cell.kind is CellKind.CHOICE:
        return _parse_choice(cell, text)
    if cell.kind is CellKind.DECISION:
        return _parse_decision(cell, text)
    return _parse_number(cell, text)


def normal_choice(raw: str, labels: tuple[str, ...]) -> str | None:
    """``a``, ``A.``, `` ya``, ``Y`` → the label of the scale; None when it is none of them."""
    bare = raw.strip().rstrip(".)").strip().casefold()
    for label in labels:
        if bare == label.casefold():
            return label
    label = _YES_NO.get(bare, "")
    return label if label in labels else None


def _parse_choice(cell: Cell, text: str) -> str:
    labels = tuple(c.label for c in cell.question.choices)
    label = normal_choice(text, labels)
    if label is None:
        shown = text if len(text) <= 20 else text[:20] + "…"
        raise ZiError(
            "outside-scale",
            Text(
                f"“{shown}” bukan pilihan soal {cell.code}",
                f"“{shown}” is not a choice of question {cell.code}",
            ),
            where=cell.code,
            remedy=Text(f"Pilih salah satu: {', '.join(labels)}.", f"Choose one of: {', '.join(labels)}."),
        )
    return label


def _parse_decision(cell: Cell, text: str) -> str:
    bare = text.casefold()
    if bare not in DECISION_VALUES:
        raise ZiError(
            "outside-scale",
            Text(
                f"“{text[:20]}” bukan keputusan untuk {cell.question.code}",
                f"“{text[:20]}” is not a decision for {cell.question.code}",
            ),
            where=cell.code,
            remedy=Text(
                "Pilih penuh (nilai 1) atau nol (nilai 0).", "Choose penuh (counts 1) or nol (counts 0)."
            ),
        )
    return bare


def _parse_number(cell: Cell, text: str) -> Decimal:
    bare = text.rstrip("%").strip() if cell.kind is CellKind.PERCENT else text
    if not _NUMBER.match(bare) or len(bare) > 24:
        raise ZiError(
            "not-a-number",
            Text(f"“{text[:20]}” bukan angka", f"“{text[:20]}” is not a number"),
            where=cell.code,
            remedy=number_remedy(cell),
        )
    try:
        number = Decimal(bare.replace(",", "."))
    except InvalidOperation:  # pragma: no cover - the pattern admits only digits
        number = Decimal(-1)
    return check_number(cell, number)


def number_remedy(cell: Cell) -> Text:
    if cell.kind is CellKind.INDEX:
        return Text("Isi indeks 0 sampai 4, misalnya 3,72.", "Enter an index from 0 to 4, for example 3.72.")
    if cell.kind is CellKind.PERCENT:
        return Text("Isi persentase 0 sampai 100.", "Enter a percentage from 0 to 100.")
    return Text("Isi bilangan bulat, 0 atau lebih.", "Enter a whole number, 0 or more.")


def check_number(cell: Cell, number: Decimal) -> Decimal:
    """The number itself when it fits the cell; raises ZiError ``out-of-range`` otherwise."""
    highest = {CellKind.INDEX: INDEX_FULL, CellKind.PERCENT: Decimal(100)}.get(cell.kind, MAX_COUNT)
    whole = cell.kind is not CellKind.COUNT or number == number.to_integral_value()
    if not (0 <= number <= highest and whole):
        raise ZiError(
            "out-of-range",
            Text(
                f"{plain(number, comma=True)} di luar batas isian {cell.code}",
                f"{plain(number)} is outside the limits of {cell.code}",
            ),
            where=cell.code,
            remedy=number_remedy(cell),
        )
    return number.quantize(Decimal(1)) if cell.kind is CellKind.COUNT else number


def plain(value: CellValue, *, comma: bool = False) -> str:
    """The one spelling of a value in the store, the log and files: ``B``, ``3.72``, ``12``."""
    if isinstance(value, str):
        return value
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if comma else text
