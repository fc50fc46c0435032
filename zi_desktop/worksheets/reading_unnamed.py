"""A form whose questions are there, while no header says which column holds the answers.

Such a column may as well hold scores: nothing is read from it before the user has said what it is. What is
found here is where the questions stand, and which columns there are to be named.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from zi_desktop.domain.evaluation import Stage
from zi_desktop.worksheets.layouts import LAYOUTS, STAGED, Field, Meaning, Owner
from zi_desktop.worksheets.reading_header import Fit, header_rows, meanings_of, tree_of, with_layout
from zi_desktop.worksheets.reading_labels import Read, read_label
from zi_desktop.worksheets.workbook_file_sheet import Sheet

_ASKED = frozenset({Field.TREE, Field.TYPE, Field.WEIGHT, Field.CRITERIA})
_OWNER_OF = {Stage.MANDIRI: Owner.UNIT, Stage.TPI: Owner.TPI, Stage.TPN: Owner.TPN}
_NOTHING: Mapping[int, Stage] = MappingProxyType({})


def fit_unnamed(sheet: Sheet, said: Mapping[int, Stage] = _NOTHING) -> Fit | None:
    """The header by what it says of the questions alone, or None. ``said``: whose answers the user says a
    column holds; then notes and evidence are theirs as if the header had said so, and without any they are
    nobody's."""
    best: Fit | None = None
    most = (0, False)
    for header, labels in header_rows(sheet):
        fit = _fit(sheet, header, labels, said)
        if fit is None:
            continue
        rank = (len(fit.columns), not any(sheet.at(header, c) for c in fit.tree))
        if best is None or rank > most:
            best, most = fit, rank
    return best


def _fit(sheet: Sheet, header: int, labels: dict[int, str], said: Mapping[int, Stage]) -> Fit | None:
    read = {c: found for c, label in labels.items() if (found := read_label(label))[0]}
    columns = _said(read, said) if said else _of_the_form(read)
    if not {field for field, _ in columns.values()} & _ASKED:
        return None
    tree = tree_of(columns, labels)
    return with_layout(Fit(sheet, LAYOUTS[-1], header, columns, tree, labels)) if tree else None


def _said(read: Mapping[int, Read], said: Mapping[int, Stage]) -> dict[int, Meaning]:
    named = {column: (frozenset({Field.ANSWER}), _OWNER_OF[stage]) for column, stage in said.items()}
    return meanings_of(dict(sorted({**read, **named}.items())), min(said))


def _of_the_form(read: Mapping[int, Read]) -> dict[int, Meaning]:
    """Columns that are nobody's; a word that means one thing left of the answers and another right of them
    says nothing yet, unless it may head the wording."""
    clear = {c: found for c, found in read.items() if len(found[0]) == 1 or Field.TREE in found[0]}
    after = max(clear, default=0) + 1
    return {
        c: (field, stage) for c, (field, stage) in meanings_of(clear, after).items() if field not in STAGED
    }
