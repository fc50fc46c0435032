"""The columns of our CSV, and the apostrophe that keeps a spreadsheet from taking a text for a formula."""

from __future__ import annotations

from collections.abc import Sequence

from zi_desktop.worksheets.writing_plan import STAGE_NAMES

SEPARATOR = ";"
FRONT = ("Kode", "Soal", "Pilihan Jawaban")
STAGED = (
    *("Jawaban", "Keputusan Penyebut Nol", "Catatan", "Bukti Dukung"),
    *("Catatan Hasil Evaluasi", "Rekomendasi"),
)
SCORED = ("Nilai", "%")
_FORMULA_LIKE = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"  # the last four: what Excel takes for the first four
_GUARDED = _FORMULA_LIKE + "'"
_KNOWN = frozenset({*FRONT, *(f"{what} {name}" for what in STAGED + SCORED for name in STAGE_NAMES.values())})


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text and text[0] in _GUARDED else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in _GUARDED else text


def is_ours(header: Sequence[str]) -> bool:
    """Whether the first row is that of our CSV."""
    return tuple(header[: len(FRONT)]) == FRONT and len(header) > len(FRONT) and set(header) <= _KNOWN
