"""The header of a sheet: where it stands, what each column means, and which family that makes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from zi_desktop.domain.evaluation import Stage
from zi_desktop.worksheets.layouts import (
    HEADER_ROWS,
    LAYOUTS,
    STAGED,
    Field,
    Layout,
    Meaning,
    Owner,
    normal_label,
)
from zi_desktop.worksheets.reading_labels import Read, read_label
from zi_desktop.worksheets.workbook_file_sheet import Sheet

_LONGEST = 80  # characters of a header; more is prose
_FEWEST = 2  # columns to recognise: an answer, and what is asked
_ASKED = frozenset({Field.TREE, Field.TYPE, Field.WEIGHT, Field.CRITERIA})
_FORMULA_SHARE = 0.5
_SAID_TOO = re.compile(r"\b(?:(?:ta|thn|tahun) )?20\d\d\b|\b(?:ya tidak|y t)\b|\ba b c(?: d)?(?: e)?\b")
_YEAR = re.compile(r"\b20\d\d\b")
_OPTION_TEXT = re.compile(r"\s*(?:a[.)]\s|ya\s*[,.:]|y[.:]\s)[^\n]*\n\s*(?:b[.)]|tidak|t[.:])", re.IGNORECASE)


@dataclass(frozen=True)
class Fit:
    """One sheet and what its columns mean. ``header``: the (last) row of it. ``labels``: the header texts by
    column. ``tree``: the columns with markers and wording, left to right."""

    sheet: Sheet
    layout: Layout
    header: int
    columns: Mapping[int, Meaning]
    tree: tuple[int, ...]
    labels: Mapping[int, str]

    def column(self, field: Field, stage: Stage | None = None) -> int | None:
        """The first column of that meaning."""
        return next((c for c, m in self.columns.items() if m == (field, stage)), None)

    def all(self, field: Field, stage: Stage | None = None) -> list[int]:
        return [c for c, m in self.columns.items() if m == (field, stage)]

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that have columns of their own."""
        own = {s for f, s in self.columns.values() if f in STAGED and f not in (Field.SCORE, Field.PERCENT)}
        return tuple(s for s in Stage if s in own)

    @property
    def answered(self) -> tuple[Stage, ...]:
        """The stages that have an answer column."""
        return tuple(s for s in Stage if (Field.ANSWER, s) in self.columns.values())


def fit_header(sheet: Sheet) -> Fit | None:
    """The header that stands in the first rows of the sheet, or None. Enough of the sheet to hold
    `HEADER_ROWS` rows is enough to ask; the family is only a guess until the questions were recognised."""
    best: Fit | None = None
    for header, labels in header_rows(sheet):
        fit = _fit(sheet, header, labels)
        if fit and (best is None or len(fit.columns) > len(best.columns)):
            best = fit
    return best


def header_rows(sheet: Sheet) -> Iterator[tuple[int, dict[int, str]]]:
    """What may be the header: (its last row, its labels by column), of one row and of two together."""
    rows = [r for r in sorted(sheet.values) if r <= HEADER_ROWS]
    for place, row in enumerate(rows):
        labels = _labels(sheet, row)
        if len(labels) < 2:
            continue
        yield row, labels
        if place + 1 < len(rows) and rows[place + 1] == row + 1:
            yield row + 1, _two_rows(labels, _labels(sheet, row + 1))


def _labels(sheet: Sheet, row: int) -> dict[int, str]:
    return {
        column: label
        for column, value in sorted(sheet.values[row].items())
        if isinstance(value, str) and len(value) < _LONGEST and (label := normal_label(value))
    }


def _two_rows(upper: dict[int, str], lower: dict[int, str]) -> dict[int, str]:
    """``Jawaban`` above ``Unit`` and ``TPI`` → ``jawaban unit``, ``jawaban tpi``. A label with nothing below
    it is whole, and says nothing of the columns at its right."""
    found = dict(upper)
    above = ""
    for column in range(1, max([*upper, *lower], default=0) + 1):
        if column in upper:
            above = upper[column] if column in lower else ""
        if column in lower:
            found[column] = f"{above} {lower[column]}" if read_label(f"{above} {lower[column]}")[0] else ""
            found[column] = found[column] or lower[column]
    return dict(sorted(found.items()))


def _fit(sheet: Sheet, header: int, labels: dict[int, str]) -> Fit | None:
    read = {c: found for c, label in labels.items() if (found := read_label(label))[0]}
    answers = [c for c, (fields, _) in read.items() if Field.ANSWER in fields]
    if not answers:
        read, answers = _with_less_said(read, labels)
    if not answers or len(read) < _FEWEST:
        return None
    columns = meanings_of(read, answers[0])
    fields = {field for field, _ in columns.values()}
    if Field.ANSWER not in fields or not fields & _ASKED:
        return None
    tree = tree_of(columns, labels)
    if not tree:
        return None
    return with_layout(Fit(sheet, LAYOUTS[-1], header, columns, tree, labels))


def _with_less_said(read: dict[int, Read], labels: Mapping[int, str]) -> tuple[dict[int, Read], list[int]]:
    """An answer column whose header also tells the year or the choices, ``jawaban 2024``, where there is one
    for each owner: of two years nobody can say which is meant."""
    more = {c: read_label(_SAID_TOO.sub("", label).strip()) for c, label in labels.items() if c not in read}
    answers = {c: found for c, found in more.items() if Field.ANSWER in found[0]}
    years = {year for c in answers for year in _YEAR.findall(labels[c])}
    if len(years) > 1 or len({owner for _, owner in answers.values()}) < len(answers):
        return read, []
    return dict(sorted({**read, **answers}.items())), sorted(answers)


def meanings_of(read: Mapping[int, Read], first_answer: int) -> dict[int, Meaning]:
    """Columns left to right, each with one meaning; what has no owner belongs to the answer before it."""
    owners = {owner for fields, owner in read.values() if Field.ANSWER in fields and owner}
    columns: dict[int, Meaning] = {}
    block: Stage | None = None
    nobodys = False  # below a second answer of the same owner: whose that is, nobody can say
    for column, (fields, owner) in sorted(read.items()):
        field = _one_of(fields, before=column < first_answer)
        stage = _stage(owner, owners) if field in STAGED else None
        if field is Field.ANSWER:
            stage = stage or Stage.MANDIRI
            nobodys = (field, stage) in columns.values()
            if nobodys:
                continue
            block = stage
        elif field in STAGED:
            if nobodys and not stage:
                continue
            stage = stage or block or _first_stage(read, owners)
        single = field not in (Field.NOTE, Field.EVIDENCE, Field.TREE, Field.IGNORE)
        if single and (field, stage) in columns.values():
            continue
        columns[column] = (field, stage)
    return columns


def _one_of(fields: frozenset[Field], *, before: bool) -> Field:
    """Words with two meanings speak of the question left of the answers, right of them of the answer."""
    if len(fields) == 1:
        return next(iter(fields))
    if before:
        return next(f for f in (Field.TREE, Field.CRITERIA, Field.NOTE) if f in fields)
    return Field.NOTE


def _stage(owner: Owner | None, owners: set[Owner]) -> Stage | None:
    if owner is Owner.UNIT:
        return Stage.MANDIRI
    if owner is Owner.TPI:
        return Stage.TPI
    if owner is Owner.CENTRAL:
        return Stage.TPN if Owner.TPI in owners else Stage.TPI
    return Stage.TPN if owner else None


def _first_stage(read: Mapping[int, Read], owners: set[Owner]) -> Stage:
    for _, (fields, owner) in sorted(read.items()):
        if Field.ANSWER in fields:
            return _stage(owner, owners) or Stage.MANDIRI
    return Stage.MANDIRI


def tree_of(columns: dict[int, Meaning], labels: Mapping[int, str]) -> tuple[int, ...]:
    """From the header of the wording to the next header; without one, the nameless columns left of what
    else is known of the question."""
    named = [c for c, (field, _) in columns.items() if field is Field.TREE]
    if named:
        after = min((c for c in labels if c > named[0] and c not in named), default=named[0] + 1)
        for column in named[1:]:
            if column > after:
                del columns[column]
        return tuple(range(named[0], after))
    beside = min(c for c, (field, _) in columns.items() if field in _ASKED or field is Field.ANSWER)
    before = max((c for c in labels if c < beside), default=0)
    return tuple(range(before + 1, beside))


def with_layout(fit: Fit, edition: str = "") -> Fit:
    """The same columns with the family they make, now that the edition is known (or not yet)."""
    layout = next(layout for layout in LAYOUTS if _is(layout, fit, edition))
    if layout.shared_score:
        columns = {
            c: (f, None if f in (Field.SCORE, Field.PERCENT) else s) for c, (f, s) in fit.columns.items()
        }
        return replace(fit, layout=layout, columns=columns)
    return replace(fit, layout=layout)


def _is(layout: Layout, fit: Fit, edition: str) -> bool:
    fields = {field for field, _ in fit.columns.values()}
    return (
        (not layout.stages or layout.stages.issubset(fit.answered))
        and (len(layout.stages) != 1 or len(fit.answered) == 1)
        and layout.has <= fields
        and not layout.lacks & fields
        and layout.edition in ("", edition)
        and (not layout.says or layout.says in fit.labels.values())
        and (layout.computed is None or layout.computed is _computes(fit))
    )


def _computes(fit: Fit) -> bool:
    column = next((c for c, (f, _) in fit.columns.items() if f is Field.SCORE), None)
    formulas = sum(1 for _, at in fit.sheet.formulas if at == column)
    constants = sum(1 for row, cells in fit.sheet.values.items() if row > fit.header and column in cells)
    return formulas > 0 and formulas >= _FORMULA_SHARE * constants


def extended(fit: Fit) -> Fit:
    """With the whole sheet there: nameless columns of text left of the wording are markers and belong to it;
    columns of bare numbers right of it are a weight without a header; a column of option texts is no note."""
    tree = list(fit.tree)
    while tree[0] > 1 and tree[0] - 1 not in fit.labels and _mostly(fit, tree[0] - 1, _is_text):
        tree.insert(0, tree[0] - 1)
    columns = dict(fit.columns)
    while len(tree) > 1 and not _mostly(fit, tree[-1], _is_text):
        column = tree.pop()
        if fit.column(Field.WEIGHT) is None and _mostly(fit, column, _is_number):
            columns[column] = (Field.WEIGHT, None)
    if fit.column(Field.CRITERIA) is None:
        for column, (field, _) in fit.columns.items():
            if field is Field.NOTE and _mostly(fit, column, _is_option_text):
                columns[column] = (Field.CRITERIA, None)
                break
    return replace(fit, tree=tuple(tree), columns=dict(sorted(columns.items())))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, float)


def _is_option_text(value: object) -> bool:
    return isinstance(value, str) and bool(_OPTION_TEXT.match(value))


def _mostly(fit: Fit, column: int, test: Callable[[object], bool]) -> bool:
    found = [test(value) for value in _body(fit, column)]
    return bool(found) and sum(found) * 2 > len(found)


def _body(fit: Fit, column: int) -> Iterator[object]:
    for row, cells in fit.sheet.values.items():
        if row > fit.header and (value := cells.get(column)) is not None:
            yield value
