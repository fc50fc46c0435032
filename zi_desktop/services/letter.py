"""Letterhead, letter and wording of the printed result: settings of the store, and of one evaluation."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from zi_desktop import documents
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.letter import Assignment, Letter, LetterHead, assignment_from
from zi_desktop.services.answers import clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from zi_desktop.store.transaction import Transaction

_HEAD, _WORDING = "surat:kop", "surat:redaksi"
_MOST = 500
_MOST_WORDING = 4000


def letter_of(work: Workspace, evaluation_id: str) -> Letter:
    """What is printed around the result of this evaluation; empty where nobody filled it in."""
    kept = work.store.settings("surat:")
    own = f"surat:{evaluation_id}"
    return Letter(
        _head(_loaded(kept.get(_HEAD))),
        assignment_from(_loaded(kept.get(own))),
        {name: text for name, text in _loaded(kept.get(_WORDING)).items() if name in standing_texts()},
    )


def standing_texts() -> Mapping[str, str]:
    """The template's passages by name, in the order of the document."""
    return documents.standing_texts()


def set_letter_head(work: Workspace, head: LetterHead) -> Changes:
    """For all evaluations of the store. Raises ZiError ``text-too-long``."""
    cleaned = {name: _clean(text, name) for name, text in asdict(head).items()}
    return _set(work, _HEAD, cleaned)


def set_assignment(work: Workspace, evaluation_id: str, assignment: Assignment) -> Changes:
    """For one evaluation. Raises ZiError ``unknown-evaluation``, ``days`` or ``text-too-long``."""
    work.evaluation(evaluation_id)
    first, last = assignment.first_day, assignment.last_day
    if first and last and last < first:
        raise ZiError(
            "days",
            Text("Hari terakhir mendahului hari pertama", "The last day comes before the first"),
            where="last_day",
            remedy=Text("Periksa kedua tanggal itu.", "Check both dates."),
        )
    cleaned = {
        name: value.isoformat() if isinstance(value, dt.date) else _clean(value, name)
        for name, value in asdict(assignment).items()
        if value is not None
    }
    return _set(work, f"surat:{evaluation_id}", cleaned)


def set_wording(work: Workspace, name: str, text: str) -> Changes:
    """The agency's own wording of a passage; empty, or the template's own, brings that back. Raises ZiError
    ``unknown-passage`` or ``text-too-long``."""
    if name not in standing_texts():
        raise ZiError(
            "unknown-passage", Text(f"Tidak ada bagian {name}", f"There is no passage {name}"), where=name
        )
    own = _loaded(work.store.settings(_WORDING).get(_WORDING))
    own[name] = "" if text.strip() == standing_texts()[name] else _clean(text, name, _MOST_WORDING)
    return _set(work, _WORDING, own)


def write_letter(
    work: Workspace,
    tx: Transaction,
    evaluation_id: str,
    own: Mapping[str, str],
    head: Mapping[str, str],
    wording: Mapping[str, str],
) -> bool:
    """Lays fields, as `letter.filled_in` spells them, over what is kept; within the caller's transaction."""
    kept = work.store.settings("surat:")
    changed = False
    for key, fields_ in ((f"surat:{evaluation_id}", own), (_HEAD, head), (_WORDING, wording)):
        if fields_:
            value = json.dumps({**_loaded(kept.get(key)), **fields_}, ensure_ascii=False, sort_keys=True)
            changed |= tx.set_setting(key, value)
    return changed


def _set(work: Workspace, key: str, values: Mapping[str, str]) -> Changes:
    filled = {name: text for name, text in values.items() if text}
    value = json.dumps(filled, ensure_ascii=False, sort_keys=True) if filled else None
    with work.transaction() as tx:
        return Changes(settings=tx.set_setting(key, value))


def _loaded(value: str | None) -> dict[str, str]:
    return dict(json.loads(value)) if value else {}


def _head(kept: Mapping[str, str]) -> LetterHead:
    """A later program may have kept more."""
    names = {field.name for field in fields(LetterHead)}
    return LetterHead(**{name: text for name, text in kept.items() if name in names})


def _clean(text: str, where: str, most: int = _MOST) -> str:
    cleaned = clean_text(text, where)
    if len(cleaned) > most:
        raise ZiError(
            "text-too-long",
            Text(f"Paling banyak {most} huruf", f"At most {most} characters"),
            where=where,
            remedy=Text("Ringkas.", "Shorten it."),
        )
    return cleaned
