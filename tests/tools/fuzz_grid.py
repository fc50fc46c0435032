"""Worksheets changed as people change them: rows moved, copied, lost; cells retyped; whole columns exchanged.

Every row keeps whose it is, so that what may be read from it is known whatever happens to its neighbours.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.tools.fuzz_base import Base, Cell, Grid
from tests.tools.fuzz_bytes import zipped

TYPES = ("Ya/Tidak", "A/B/C", "A/B/C/D", "A/B/C/D/E", "%", "Jumlah", "Nilai\n(0-4)", "", "Ya", "Rupiah")
ANSWERS: tuple[Any, ...] = (
    *(
        "A",
        "b",
        " C ",
        "d.",
        "E)",
        "Ya",
        "ya",
        "Y",
        "T",
        "Tidak ",
        "tdk",
        "F",
        "X",
        "AB",
        "A/B",
        "Ya/Tidak",
        "-",
    ),
    *(0, 1, 2, 3.5, 4, 5, -1, 1e300, 0.87, 87, 12.0, 1e-12, 2**53 + 1, True, False),
    *("3,72", "3.72", "87%", "0,87", "1.000", "1,000", "12 orang", "#DIV/0!", "#REF!", "=A1", "n/a", " "),
    *("A\u00a0", "\u200bA", "Α", "А", "A\n", "\tYa", "x" * 40_000, "_x0041_", "①", "٣", "²"),
)
WORDS = (
    "Jawaban",
    "Nilai",
    "Bobot",
    "TOTAL HASIL",
    "PEMENUHAN",
    "REFORM",
    "A.",
    "i.",
    "a.",
    "-",
    "Catatan",
    "I.",
)


@dataclass
class Line:
    """A row under change. ``code``: the cell (`Lke.cells`) whose row this is by its wording."""

    cells: dict[int, Cell]
    code: str = ""


@dataclass
class Mutant:
    """``lines`` of the answer sheet after the changes; ``sheets`` are the others, as they were."""

    base: Base
    rnd: Random
    lines: list[Line] = field(default_factory=list)
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = self.base.grids[self.base.main].rows
        self.lines = [Line(dict(cells), self.base.origin.get(i, "")) for i, cells in enumerate(rows, 1)]

    def any_row(self) -> int:
        return self.rnd.randrange(len(self.lines))

    def asked(self) -> int:
        """Some row of a question or count."""
        rows = [i for i, line in enumerate(self.lines) if line.code] or [0]
        return self.rnd.choice(rows)

    def any_column(self) -> int:
        return self.rnd.choice(sorted(self.lines[self.asked()].cells) or [1])

    def answer_column(self) -> int:
        return self.rnd.choice(list(self.base.columns.values()))


Change = Callable[[Mutant], None]


def delete_row(m: Mutant) -> None:
    if len(m.lines) > 3:
        del m.lines[m.any_row()]


def delete_rows(m: Mutant) -> None:
    at = m.any_row()
    del m.lines[at : at + m.rnd.randint(2, 40)]
    m.lines = m.lines or [Line({})]


def copy_row(m: Mutant) -> None:
    line = m.lines[m.asked()]
    m.lines.insert(m.any_row(), Line(dict(line.cells), line.code))


def copy_row_below(m: Mutant) -> None:
    at = m.asked()
    line = m.lines[at]
    m.lines.insert(at + 1, Line(dict(line.cells), line.code))
    if m.rnd.random() < 0.5:
        _retype(m, at + 1)


def swap_rows(m: Mutant) -> None:
    i, j = m.asked(), m.asked()
    m.lines[i], m.lines[j] = m.lines[j], m.lines[i]


def swap_neighbours(m: Mutant) -> None:
    i = m.asked()
    j = min(i + 1, len(m.lines) - 1)
    m.lines[i], m.lines[j] = m.lines[j], m.lines[i]


def move_block(m: Mutant) -> None:
    at = m.any_row()
    block = m.lines[at : at + m.rnd.randint(1, 30)]
    del m.lines[at : at + len(block)]
    to = m.rnd.randint(0, len(m.lines))
    m.lines[to:to] = block


def insert_blank(m: Mutant) -> None:
    at = m.any_row()
    m.lines[at:at] = [Line({}) for _ in range(m.rnd.choice((1, 1, 2, 30)))]


def insert_remark(m: Mutant) -> None:
    columns = m.rnd.sample(range(1, 18), m.rnd.randint(1, 4))
    m.lines.insert(m.any_row(), Line({c: Cell(m.rnd.choice(WORDS)) for c in columns}))


def swap_columns(m: Mutant) -> None:
    a, b = m.any_column(), m.any_column()
    for line in m.lines:
        x, y = line.cells.pop(a, None), line.cells.pop(b, None)
        line.cells |= {c: v for c, v in ((b, x), (a, y)) if v is not None}


def insert_column(m: Mutant) -> None:
    at, by = m.any_column(), m.rnd.choice((1, 1, 2, -1))
    for line in m.lines:
        line.cells = {(c + by if c >= at else c): v for c, v in line.cells.items() if c + by > 0}


def delete_column(m: Mutant) -> None:
    at = m.any_column()
    for line in m.lines:
        line.cells = {(c - 1 if c > at else c): v for c, v in line.cells.items() if c != at}


def clear_cell(m: Mutant) -> None:
    line = m.lines[m.asked()]
    if line.cells:
        del line.cells[m.rnd.choice(sorted(line.cells))]


def retype_answer(m: Mutant) -> None:
    for _ in range(m.rnd.choice((1, 1, 5))):
        _retype(m, m.asked())


def _retype(m: Mutant, row: int) -> None:
    m.lines[row].cells[m.answer_column()] = Cell(m.rnd.choice(ANSWERS))


def retype_type(m: Mutant) -> None:
    line = m.lines[m.asked()]
    types = {c for c, v in line.cells.items() if v.value in TYPES}
    line.cells[m.rnd.choice(sorted(types) or [10])] = Cell(m.rnd.choice(TYPES))


def shift_cell(m: Mutant) -> None:
    line = m.lines[m.any_row()]
    if line.cells:
        column = m.rnd.choice(sorted(line.cells))
        line.cells[max(1, column + m.rnd.choice((-1, 1)))] = line.cells.pop(column)


def shift_answers(m: Mutant) -> None:
    """The answers of a stretch of rows one row up or down: each row now says what stands in it."""
    at, column, by = m.any_row(), m.answer_column(), m.rnd.choice((-1, 1))
    stretch = range(at, min(len(m.lines), at + m.rnd.randint(2, 30)))
    taken = {i + by: m.lines[i].cells.pop(column, None) for i in stretch}
    for i, cell in taken.items():
        if cell and 0 <= i < len(m.lines):
            m.lines[i].cells[column] = cell


def typo(m: Mutant) -> None:
    for _ in range(m.rnd.choice((1, 3, 10))):
        line = m.lines[m.any_row()]
        texts = [c for c, v in line.cells.items() if isinstance(v.value, str) and v.value]
        if not texts:
            continue
        column = m.rnd.choice(texts)
        text = line.cells[column].value
        at = m.rnd.randrange(len(text))
        wrong = m.rnd.choice(("", "x", " ", text[at].swapcase(), "  ", "\n"))
        if not (line.code and len(text) < 4):  # an answer or a marker retyped is another mutation's
            line.cells[column] = Cell(text[:at] + wrong + text[at + 1 :])


def swap_wording(m: Mutant) -> None:
    """Texts and types exchanged under the answers: the rows are now each other's."""
    i, j = m.asked(), m.asked()
    a, b = m.lines[i], m.lines[j]
    fixed = {*m.base.columns.values()}
    own = [{c: v for c, v in line.cells.items() if c not in fixed} for line in (a, b)]
    kept = [{c: v for c, v in line.cells.items() if c in fixed} for line in (a, b)]
    m.lines[i], m.lines[j] = Line({**own[1], **kept[0]}, b.code), Line({**own[0], **kept[1]}, a.code)


def move_header(m: Mutant) -> None:
    at = min(m.base.header - 1, len(m.lines) - 1)
    line = m.lines.pop(at)
    m.lines.insert(m.rnd.choice((at, at + 1, at + 5, at + 29, at + 60)), line)
    if m.rnd.random() < 0.4:
        m.lines.insert(m.any_row(), Line(dict(line.cells)))


def retitle(m: Mutant) -> None:
    line = m.lines[min(m.base.header - 1, len(m.lines) - 1)]
    titles = [c for c, v in line.cells.items() if isinstance(v.value, str)]
    if titles:
        a, b = m.rnd.choice(titles), m.rnd.choice(titles)
        if m.rnd.random() < 0.5:
            line.cells[a], line.cells[b] = line.cells[b], line.cells[a]
        else:
            line.cells[a] = Cell(
                m.rnd.choice(("", "Jawaban", "Jawaban TPI", "Nilai", "Catatan", "Keterangan"))
            )


CHANGES: tuple[Change, ...] = (
    *(delete_row, delete_rows, copy_row, copy_row_below, swap_rows, swap_neighbours, move_block),
    *(insert_blank, insert_remark, swap_columns, insert_column, delete_column, clear_cell, retype_answer),
    *(retype_type, shift_cell, shift_answers, typo, swap_wording, move_header, retitle),
)


COLUMNS = frozenset({swap_columns, insert_column, delete_column})


def mutate_grid(base: Base, rnd: Random) -> Mutant:
    """One to six changes, mostly to rows."""
    mutant = Mutant(base, rnd)
    chosen = rnd.choices(CHANGES, k=rnd.choice((1, 1, 2, 3, 6)))
    for change in sorted(chosen, key=lambda c: c in COLUMNS):  # the others know columns by where they were
        change(mutant)
        mutant.log.append(change.__name__)
    return mutant


# -- as files


def as_xlsx(mutant: Mutant) -> bytes:
    """All sheets with values and formulas, without looks: a few milliseconds."""
    base = mutant.base
    sheets = [
        Grid(g.name, g.hidden, [line.cells for line in mutant.lines] if i == base.main else g.rows)
        for i, g in enumerate(base.grids)
    ]
    return zipped({name: text.encode() for name, text in _parts(sheets)})


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _parts(sheets: list[Grid]) -> list[tuple[str, str]]:
    listed = "".join(
        f'<sheet name={quoteattr(s.name)} sheetId="{i}"{" state=" + quoteattr("hidden") if s.hidden else ""}'
        f' r:id="r{i}"/>'
        for i, s in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{_REL}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    book = f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    rels = (
        f'<Default Extension="rels" ContentType="{_PACKAGE.replace("http://schemas.", "application/vnd.")}"/>'
    )
    top = f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
    return [
        (
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{xml}{rels}{book}{overrides}</Types>',
        ),
        ("_rels/.rels", f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{top}</Relationships>'),
        (
            "xl/workbook.xml",
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>',
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        ),
        *((f"xl/worksheets/sheet{i}.xml", _sheet_xml(s)) for i, s in enumerate(sheets, 1)),
    ]


def _sheet_xml(grid: Grid) -> str:
    rows = []
    for number, cells in enumerate(grid.rows, 1):
        if cells:
            inner = "".join(_cell_xml(f"{letters(c)}{number}", cell) for c, cell in sorted(cells.items()))
            rows.append(f'<row r="{number}">{inner}</row>')
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _cell_xml(place: str, cell: Cell) -> str:
    value, formula = cell.value, f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    if value is None:
        return f'<c r="{place}">{formula}</c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b">{formula}<v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}">{formula}<v>{value!r}</v></c>'
    if value.startswith("#") and value.isupper():
        return f'<c r="{place}" t="e">{formula}<v>{escape(value)}</v></c>'
    return f'<c r="{place}" t="str">{formula}<v xml:space="preserve">{escape(_legal(value))}</v></c>'


def _legal(text: str) -> str:
    return "".join(ch for ch in text if ch >= " " or ch in "\t\n")


def as_csv(mutant: Mutant, separator: str = ",") -> bytes:
    """The answer sheet alone, as it is shown."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    for line in mutant.lines:
        last = max(line.cells, default=0)
        writer.writerow([_shown(line.cells.get(c)) for c in range(1, last + 1)])
    return buffer.getvalue().encode("utf-8-sig")


def _shown(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    return _legal(cell.value) if isinstance(cell.value, str) else str(cell.value)


def letters(column: int) -> str:
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
