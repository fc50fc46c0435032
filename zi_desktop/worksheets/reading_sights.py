"""Which sheets of a file are worksheets, of which edition, and what the user has said of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import IGNORE, ColumnMatch, Corrections
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.layouts import (
    HEADER_ROWS,
    LAYOUTS,
    OWNERS,
    STAGED,
    Field,
    Meaning,
    Owner,
    normal_label,
)
from zi_desktop.worksheets.reading_header import Fit, extended, fit_header, with_layout
from zi_desktop.worksheets.reading_place import SIGNATURE, Placed, place_rows
from zi_desktop.worksheets.reading_template import Template, heading_label, template_of
from zi_desktop.worksheets.reading_unnamed import fit_unnamed
from zi_desktop.worksheets.reading_values import appended_evidence
from zi_desktop.worksheets.reading_words import clean_text
from zi_desktop.worksheets.workbook_file_sheet import Sheet, Workbook, column_letters, column_number

EDITIONS = ("zi-2021", "zi-2014")
_FEWEST_HEADINGS = 2  # a table that shares its header words with an LKE, but none of its sections, is none
_FEWEST_QUESTIONS = 15  # unless it asks that many of an LKE's questions
_SURELY = 3  # headings of one edition more than of the other


@dataclass(frozen=True)
class Sight:
    """One sheet seen as a worksheet of one edition."""

    fit: Fit
    lke: Lke
    placed: Placed
    said: bool = False
    """The user has spoken on its columns."""

    @property
    def filled(self) -> int:
        """Answers that stand in rows of questions."""
        columns = [c for c, (f, _) in self.fit.columns.items() if f is Field.ANSWER]
        cells = set(self.placed.cells.values())
        return sum(1 for row in cells for c in columns if self.fit.sheet.text(row, c))


def sights_of(workbook: Workbook, corrections: Corrections, sheet_name: str = "") -> list[Sight]:
    """Every sheet that is a worksheet, the fullest first. All but the first rows of others are not parsed.
    ``sheet_name``: the one that corrections speak of when they name none and none is a worksheet by itself.
    """
    fits = [fit for name in workbook.parts if (fit := _header_of(workbook, name))]
    found = [sight for fit in fits if (sight := sight_of(extended(fit)))]
    if not corrections:
        return sorted(found, key=_fullness, reverse=True)
    found.sort(key=_fullness, reverse=True)
    chosen = corrections.sheet if corrections.sheet in workbook.parts else ""
    if not chosen and found:
        chosen = found[0].fit.sheet.name
    chosen = chosen or sheet_name
    if not chosen:
        return []
    sheet = workbook.sheet(chosen)
    fit = fit_header(sheet) or fit_unnamed(sheet, _answers_said(corrections.columns))
    corrected = _corrected(extended(fit) if fit else _blank_fit(sheet), corrections.columns)
    sight = _corrected_sight(corrected, corrections)
    others = [_said_of(s, corrections.more) for s in found if s.fit.sheet.name != chosen]
    return [sight, *others] if sight else []


def unnamed_sight(workbook: Workbook) -> Sight | None:
    """Of the sheets that surely ask an LKE's questions while no header says which column holds the answers,
    the one that asks most."""

    def fit_of(sheet: Sheet) -> Fit | None:
        return None if fit_header(sheet) else fit_unnamed(sheet)

    fits = [fit for name in workbook.parts if (fit := _header_of(workbook, name, fit_of))]
    found = [sight for fit in fits if (sight := sight_of(extended(fit)))]
    found = [sight for sight in found if len(sight.placed.questions) >= _FEWEST_QUESTIONS]
    return max(found, key=lambda s: len(s.placed.questions), default=None)


def corrected_unnamed(sight: Sight, said: Corrections) -> Sight:
    """What the user says of it, which names no answers yet; as it was where that leaves nothing to see."""
    if said.sheet not in ("", sight.fit.sheet.name):
        return sight
    fit = _corrected(sight.fit, said.columns)
    return (sight_of(fit, said.rows) if fit.tree else None) or sight


def _answers_said(said: Mapping[str, str]) -> dict[int, Stage]:
    answers = {f"{Field.ANSWER}:{stage}": stage for stage in Stage}
    return {column_number(c.upper()): answers[m] for c, m in said.items() if m in answers}


def _said_of(sight: Sight, more: Mapping[str, Corrections]) -> Sight:
    """A further sheet with what the user says of that one; as it was where that leaves nothing to read."""
    said = more.get(sight.fit.sheet.name)
    if not said:
        return sight
    return _corrected_sight(_corrected(sight.fit, said.columns), said) or sight


def _corrected_sight(fit: Fit, said: Corrections) -> Sight | None:
    sight = sight_of(fit, said.rows) if fit.tree and fit.stages else None
    return replace(sight, said=bool(said.columns)) if sight else None


def _header_of(
    workbook: Workbook, name: str, fit_of: Callable[[Sheet], Fit | None] = fit_header
) -> Fit | None:
    """The sheet, parsed whole only when its first rows hold a header."""
    seen: list[Fit | None] = []

    def wanted(sheet: Sheet) -> bool:
        seen.append(fit_of(sheet))
        return seen[-1] is not None

    sheet = workbook.sheet(name, (HEADER_ROWS, wanted))
    return seen[-1] if seen and (seen[-1] is None or seen[-1].sheet is sheet) else fit_of(sheet)


def _fullness(sight: Sight) -> tuple[int, int, bool]:
    return sight.filled, len(sight.placed.questions), not sight.fit.sheet.hidden


def sight_of(fit: Fit, forced: Mapping[int, str] | None = None) -> Sight | None:
    """The sheet with its questions placed, in the edition they belong to; None when it asks too few, or when
    neither its headings tell the edition nor its rows: then no answer can be said to be of either."""
    names, told = _likely_editions(fit)
    tries = []
    for name in names:
        lke = load_edition(name)
        tries.append(Sight(with_layout(fit, name), lke, place_rows(fit, template_of(lke), forced)))
    sight = max(tries, key=lambda s: len(s.placed.matches))
    asks = len(sight.placed.headings) >= _FEWEST_HEADINGS or len(sight.placed.questions) >= _FEWEST_QUESTIONS
    alike = not told and len({len(s.placed.matches) for s in tries}) < len(tries)
    clear = len(names) == 1 or (len(sight.placed.matches) > len(sight.placed.doubtful) and not alike)
    return sight if sight.placed.questions and ((asks and clear) or forced) else None


def _likely_editions(fit: Fit) -> tuple[tuple[str, ...], bool]:
    """By the headings only one edition has, the likelier first; both where they do not surely tell. And
    whether they tell anything at all."""
    labels = {
        heading_label(text)
        for cells in fit.sheet.values.values()
        for column in fit.tree
        if isinstance(text := cells.get(column), str) and len(text) < 120
    }
    own = {name: _headings_of(name) for name in EDITIONS}
    first, second = (len(labels & (own[a] - own[b])) for a, b in (EDITIONS, EDITIONS[::-1]))
    likelier = EDITIONS if first >= second else EDITIONS[::-1]
    return likelier[:1] if abs(first - second) >= _SURELY else likelier, first != second


def _headings_of(edition: str) -> frozenset[str]:
    return frozenset(h.label for h in _template(edition).headings)


def _template(edition: str) -> Template:
    return template_of(load_edition(edition))


def staged_by_name(sight: Sight) -> Sight:
    """Where a header says only ``Jawaban``, one of several sheets may say whose in its name."""
    fit = sight.fit
    answers = [c for c, (f, _) in fit.columns.items() if f is Field.ANSWER]
    stage = _stage_in(fit.sheet.name)
    if sight.said or len(answers) != 1 or stage is None or fit.labels.get(answers[0]) != "jawaban":
        return sight
    columns = {
        c: (f, stage if f in STAGED and s is Stage.MANDIRI else s) for c, (f, s) in fit.columns.items()
    }
    return replace(sight, fit=replace(fit, columns=columns))


def _stage_in(name: str) -> Stage | None:
    padded = f" {normal_label(name)} "
    for owner, stage in ((Owner.TPN, Stage.TPN), (Owner.CENTRAL, Stage.TPI), (Owner.TPI, Stage.TPI)):
        if any(f" {phrase} " in padded for phrase in OWNERS[owner]):
            return stage
    return None


def _blank_fit(sheet: Sheet) -> Fit:
    """A sheet whose header nobody recognised: the first row with many short texts stands for it."""

    def texts(row: int) -> dict[int, str]:
        cells = sheet.values.get(row, {})
        return {c: normal_label(v) for c, v in sorted(cells.items()) if isinstance(v, str) and len(v) < 80}

    most = max(len(texts(row)) for row in range(1, HEADER_ROWS + 1))
    header = next(row for row in range(1, HEADER_ROWS + 1) if 2 * len(texts(row)) >= most)
    return Fit(sheet, LAYOUTS[-1], header, {}, (), texts(header))


def _corrected(fit: Fit, said: Mapping[str, str]) -> Fit:
    columns, tree = dict(fit.columns), list(fit.tree)
    for letters, meaning in said.items():
        column = column_number(letters.upper())
        if meaning and meaning == (Field.TREE if column in tree else _said(columns.get(column))):
            continue
        if column in tree:
            tree.remove(column)
        columns.pop(column, None)
        if meaning in ("text", "tree"):
            tree.append(column)
            continue
        parsed = _parse_meaning(letters, meaning)
        if parsed[0] not in (Field.NOTE, Field.EVIDENCE, Field.IGNORE):  # of these there may be several
            columns = {c: m for c, m in columns.items() if m != parsed}
        columns[column] = parsed
    return replace(fit, columns=dict(sorted(columns.items())), tree=tuple(sorted(tree)))


def _parse_meaning(letters: str, meaning: str) -> Meaning:
    name, _, stage = meaning.partition(":")
    try:
        field = Field.IGNORE if name in ("", IGNORE) else Field(name)
        return field, Stage(stage) if field in STAGED else None
    except ValueError:
        raise ZiError(
            "bad-correction",
            Text(f"Arti kolom “{meaning}” tidak dikenal", f"There is no column meaning “{meaning}”"),
            where=letters,
        ) from None


def column_matches(sight: Sight) -> Iterator[ColumnMatch]:
    """Every column with a header, and those without one that were recognised."""
    fit = sight.fit
    evidence = appended_evidence(fit, sight.placed)
    for column in sorted({*fit.labels, *fit.columns, *fit.tree[:1], *evidence}):
        header = " ".join(clean_text(fit.sheet.raw(fit.header, column)).split())
        header = header or fit.labels.get(column, "")
        if column in evidence:
            meaning = f"{Field.EVIDENCE}:{fit.stages[0]}"
        elif column in fit.tree:
            meaning = Field.TREE.value
        else:
            meaning = _said(fit.columns.get(column))
        yield ColumnMatch(column_letters(column), header, meaning, fit.sheet.name)


def _said(meaning: Meaning | None) -> str:
    if meaning is None:
        return ""
    field, stage = meaning
    if field in (Field.PERCENT, Field.IGNORE):
        return IGNORE
    if field is Field.CODE:
        return Field.ID.value
    return f"{field}:{stage}" if stage else field.value


def shape_of(sight: Sight) -> str:
    """A fingerprint of the header and the wording of every row, with their places; no answers."""
    fit, parts = sight.fit, [str(sight.fit.header)]
    parts += [f"{column}={label}" for column, label in sorted(fit.labels.items())]
    for number, row in sight.placed.rows.items():
        if sight.placed.skipped.get(number) != SIGNATURE and row.text:
            parts.append(f"{number}:{row.label}")
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
