"""Sentences that are written again and again: some come with the program, the rest is the office's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.report import Report
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.answers import clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import new_id

_PREFIX = "frasa:"


class PhraseKind(StrEnum):
    """Which field a phrase is for."""

    NOTE = "note"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True)
class Phrase:
    """``text`` may hold placeholders (`filled`); ``own``: written by the office, not shipped."""

    id: str
    kind: PhraseKind
    text: str
    own: bool = False


def phrases(work: Workspace, kind: PhraseKind | None = None) -> list[Phrase]:
    """The office's own first, then those that come with the program, unless they were changed or removed."""
    known = {phrase.id: phrase for phrase in _shipped()}
    own: list[Phrase] = []
    for key, value in work.store.settings(_PREFIX).items():
        stored, id_ = json.loads(value), key.removeprefix(_PREFIX)
        known.pop(id_, None)
        if stored["text"]:
            own.append(Phrase(id_, PhraseKind(stored["kind"]), stored["text"], own=True))
    own.sort(key=lambda phrase: phrase.text.casefold())
    return [phrase for phrase in (*own, *known.values()) if kind in (None, phrase.kind)]


def save_phrase(work: Workspace, kind: PhraseKind, text: str, phrase_id: str = "") -> Changes:
    """Keeps a new phrase, or changes the one named. Raises ZiError ``phrase-empty``; what is there already
    is not kept twice."""
    text = clean_text(text, "frasa")
    if not text:
        raise ZiError(
            "phrase-empty",
            Text("Frasa masih kosong", "The phrase is empty"),
            where="frasa",
            remedy=Text("Tulis kalimatnya dulu.", "Write the sentence first."),
        )
    if any(phrase.text == text for phrase in phrases(work, kind)):
        return Changes()
    return _store(work, phrase_id or new_id(), {"kind": kind.value, "text": text})


def remove_phrase(work: Workspace, phrase_id: str) -> Changes:
    """A shipped phrase is only hidden, in this store."""
    if all(phrase.id != phrase_id for phrase in _shipped()):
        return _store(work, phrase_id, None)
    return _store(work, phrase_id, {"kind": PhraseKind.NOTE.value, "text": ""})


def filled(text: str, report: Report, question: str) -> str:
    """The phrase on one question: ``{kode}``, ``{soal}``, ``{unit}`` and ``{tahun}`` are replaced, any other
    brace stays as it is."""
    asked = report.lke.question_by_code[question]
    known = {
        "{kode}": asked.code,
        "{soal}": asked.text.rstrip(".?"),
        "{unit}": report.evaluation.unit,
        "{tahun}": str(report.evaluation.year),
    }
    for name, value in known.items():
        text = text.replace(name, value)
    return text


def _store(work: Workspace, phrase_id: str, value: dict[str, str] | None) -> Changes:
    with work.transaction() as tx:
        stored = None if value is None else json.dumps(value, ensure_ascii=False)
        return Changes(settings=tx.set_setting(_PREFIX + phrase_id, stored))


@cache
def _shipped() -> tuple[Phrase, ...]:
    found = json.loads(resource_path("frasa.json").read_text(encoding="utf-8"))
    return tuple(Phrase(p["id"], PhraseKind(p["kind"]), p["text"]) for p in found)
