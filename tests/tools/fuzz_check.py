"""Whether a reading of a changed file is right: each answer stands in its cell, in its question's row."""

from __future__ import annotations

import csv
import io
import pickle
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from tests.tools.fuzz_base import Base, place_of
from tests.tools.fuzz_grid import Mutant
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Cell, CellKind
from zi_desktop.domain.reading import Reading

Table = list[list[Any]]
_YES_NO = {"y": "ya", "t": "tidak", "tdk": "tidak"}
_NUMBER = re.compile(r"([+-]?\d+)(?:[.,](\d+))? *(%?)\Z")
_FAR = re.compile(rb'r="(?:[A-Z]{3}|[B-Z][A-Z])\d+"|r="[A-Z]*\d{5,}"|repeated="\d{5,}"')
_STAGE = {
    Stage.MANDIRI: re.compile(r"jawaban(?!.*\b(?:tpi|tpn)\b)", re.IGNORECASE),
    Stage.TPI: re.compile(r"jawaban.*tpi", re.IGNORECASE),
    Stage.TPN: re.compile(r"jawaban.*(?:tpn|tpi.*\w)", re.IGNORECASE),
}


@dataclass(frozen=True)
class Verdict:
    """``wrong`` says what is wrong, one line each; ``checked`` and ``unknown`` count answers."""

    wrong: tuple[str, ...] = ()
    checked: int = 0
    unknown: int = 0


def check_grid(mutant: Mutant, reading: Reading) -> Verdict:
    """Against the rows as they were put into the file; nothing is unknown."""
    table = [_row(line.cells) for line in mutant.lines]
    twins = mutant.base.twins
    codes = [twins[line.code] if line.code else set[str]() for line in mutant.lines]
    wrong: list[str] = []
    checked = 0
    for stage, code, value, place in _answers(reading):
        checked += 1
        wrong += _judge(mutant.base, table, codes, stage, code, value, place)
    wrong += _conflicts(mutant, table, reading)
    return Verdict(tuple(wrong), checked)


def _row(cells: dict[int, Any]) -> list[Any]:
    return [cells[c].value if c in cells else None for c in range(1, max(cells, default=0) + 1)]


def _conflicts(mutant: Mutant, table: Table, reading: Reading) -> Iterator[str]:
    """A question that stands twice with two answers may not be read as if it stood once."""
    lke = mutant.base.lke
    rows: dict[str, list[int]] = {}
    for number, line in enumerate(mutant.lines, 1):
        if line.code:
            rows.setdefault(line.code, []).append(number)
    twins = mutant.base.twins
    for _, code, value, place in _answers(reading):
        _, row, column = place_of(place)
        others = [r for r in rows.get(code, ()) if r != row]
        alike = twins.get(code, {code})  # exchanged among themselves they are each other
        if sum(len(rows.get(c, ())) for c in alike) <= len(alike):
            continue
        told = [i for i in reading.issues if _row_of(i.where) in (row, *others)]
        if others and not told and lke.cells[code].kind is not CellKind.DECISION:
            shown = [_at(table, r, column) for r in others]
            if any(s not in (None, "") and not stands(lke.cells[code], s, value) for s in shown):
                yield f"silent duplicate: {code} = {value} at {place}, also in rows {others}: {shown}"


def _row_of(where: str) -> int:
    digits = re.search(r"(\d+)\Z", where)
    return int(digits.group(1)) if digits else 0


def check_bytes(base: Base, data: bytes, reading: Reading) -> Verdict:
    """Against another program's reading of the same bytes; what that one cannot tell is unknown."""
    tables: dict[str, Table] = {}
    wrong: list[str] = []
    checked = unknown = 0
    for stage, code, value, place in _answers(reading):
        sheet, row, _ = place_of(place)
        if sheet not in tables:
            tables[sheet] = other_reading(data, sheet)
        table = tables[sheet]
        if not table:
            unknown += 1
            continue
        checked += 1
        who = base.who(table[row - 1]) if row <= len(table) else set()
        said = _judge(base, table, {row: who or {code}}, stage, code, value, place)
        wrong += said
    return Verdict(tuple(wrong), checked, unknown)


def other_reading(data: bytes, sheet: str) -> Table:
    """The sheet by calamine, or by `csv`; empty where that refuses, where two sheets share the name, or where
    a far-away cell would unroll into a huge table."""
    if data[:2] != b"PK" and data[:4] != b"\xd0\xcf\x11\xe0":
        return _csv(data)
    try:
        if data[:2] != b"PK":
            return _apart(data, sheet)
        return [] if _is_far(data) else _calamine(data, sheet)
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return []
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # calamine's own, which is no Exception
            raise
        return []


def _calamine(data: bytes, sheet: str) -> Table:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    if book.sheet_names.count(sheet) != 1:
        return []
    return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


_APART = """
import io, pickle, sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
rows = book.get_sheet_by_name(sys.argv[1]).to_python(skip_empty_area=False)
pickle.dump(rows if len(rows) < 3000 else [], sys.stdout.buffer)
"""


def _apart(data: bytes, sheet: str) -> Table:
    """In a process of its own: calamine ends the one it is in when an .xls asks for more than there is."""
    command = [sys.executable, "-c", _APART, sheet]
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=60)
    table: Table = pickle.loads(done.stdout) if done.returncode == 0 else []
    return table


def _is_far(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if "worksheets/sheet" in n or n == "content.xml"]
        return any(_FAR.search(archive.read(n)) for n in names)


def _csv(data: bytes) -> Table:
    lines = data.decode("utf-8-sig", "replace").split("\n")
    tables = []
    for separator in ",;\t":
        with suppress(csv.Error):
            tables.append([list(row) for row in csv.reader([f"{x}\n" for x in lines], delimiter=separator)])
    return max(tables, key=lambda t: sum(len(row) for row in t), default=[])


def _answers(reading: Reading) -> Iterator[tuple[Stage, str, CellValue, str]]:
    for block in reading.blocks:
        for code, value in block.cells.items():
            yield block.stage, code, value, block.places[code]


def _judge(
    base: Base, table: Table, codes: Any, stage: Stage, code: str, value: CellValue, place: str
) -> Iterator[str]:
    _, row, column = place_of(place)
    cell = base.lke.cells.get(code)
    who = codes[row - 1] if isinstance(codes, list) else codes[row]
    if cell is None:
        yield f"{code}: no such cell in {base.lke.id}"
        return
    if code not in who:
        yield f"foreign row: {code} = {value} read at {place}, where {sorted(who)} stands"
    shown = _at(table, row, column)
    if not stands(cell, shown, value):
        yield f"wrong value: {code} = {value!r} read at {place}, which shows {str(shown)[:60]!r}"
    if cell.kind is not CellKind.DECISION and not _headed(base, table, column, stage):
        yield f"wrong column: {code} ({stage.value}) read at {place}"


def _at(table: Table, row: int, column: int) -> Any:
    return table[row - 1][column - 1] if row <= len(table) and column <= len(table[row - 1]) else None


def _headed(base: Base, table: Table, column: int, stage: Stage) -> bool:
    above = [_at(table, row, column) for row in range(1, min(len(table), 40) + 1)]
    texts = [t.strip().casefold() for t in above if isinstance(t, str)]
    own = base.labels.get(stage, "").casefold()
    return own in texts or any(_STAGE[stage].match(t) for t in texts)


def stands(cell: Cell, shown: Any, value: CellValue) -> bool:
    """Whether a cell that shows ``shown`` says ``value``. Written apart from the program's own parsing."""
    if isinstance(value, str):
        bare = re.sub(r"[\s\u00a0.,;:/|()\[\]\"'`*_\\]+", " ", str(shown)).strip().casefold()
        bare = _YES_NO.get(bare, bare)
        return bare == value.casefold() or bare.startswith(f"{value.casefold()} ")
    if isinstance(shown, bool):
        return False
    if isinstance(shown, int | float):
        number, percent = float(shown), False
    else:
        match = _NUMBER.match(unicodedata.normalize("NFKC", str(shown)).strip())
        if not match:
            return False
        number, percent = float(f"{match[1]}.{match[2] or 0}"), bool(match[3])
    close = abs(number - float(value)) <= 1e-9 * max(1.0, abs(number))
    if cell.kind is CellKind.PERCENT and not percent:
        close = close or abs(number * 100 - float(value)) <= 1e-9
    return close
