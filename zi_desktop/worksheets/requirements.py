"""The requirements for a proposal, as data (``resources/lke/syarat-usulan.yaml``) → `Requirements`."""

from __future__ import annotations

import re
from functools import cache

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.resources import resource_path
from zi_desktop.domain.story_check import COMPUTED, Requirement, Requirements
from zi_desktop.worksheets.edition_text import Plain, parse_yaml

_NAME = "syarat-usulan.yaml"
_KEYS = {"id", "of", "levels", "id_text", "en_text"}
_LEVELS = ("WBK", "WBBM")
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@cache
def load_requirements() -> Requirements:
    return parse_requirements(resource_path("lke", _NAME).read_text(encoding="utf-8"))


def parse_requirements(text: str) -> Requirements:
    """Raises ZiError ``bad-yaml``, ``repeated-key``, ``bad-value`` or ``repeated-entry``."""
    data = parse_yaml(text)
    if not isinstance(data, dict) or data.keys() != {"source", "deadline", "requirements"}:
        raise _refused("bad-value", "")
    source, deadline, listed = data["source"], data["deadline"], data["requirements"]
    if not isinstance(source, str) or not isinstance(deadline, str) or not isinstance(listed, list):
        raise _refused("bad-value", "")
    if not _DAY.fullmatch(deadline):
        raise _refused("bad-value", "deadline")
    items = tuple(_requirement(entry) for entry in listed)
    ids = [item.id for item in items]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise _refused("repeated-entry", id_)
    month, day = (int(part) for part in deadline.split("-"))
    return Requirements(source, (month, day), items)


def _requirement(entry: Plain) -> Requirement:
    if not isinstance(entry, dict) or not _KEYS <= entry.keys() <= _KEYS | {"computed"}:
        raise _refused("bad-value", str(entry)[:40])
    levels, computed = entry["levels"], str(entry.get("computed", ""))
    texts = [entry[key] for key in ("id", "of", "id_text", "en_text")]
    id_, of, text_id, text_en = (str(text) for text in texts)
    if (
        not all(isinstance(text, str) and text for text in texts)
        or of not in ("agency", "unit")
        or not isinstance(levels, list)
        or not levels
        or not set(map(str, levels)) <= set(_LEVELS)
        or (computed and computed not in COMPUTED)
    ):
        raise _refused("bad-value", id_)
    return Requirement(id_, of, tuple(map(str, levels)), Text(text_id, text_en), computed)


def _refused(code: str, where: str) -> ZiError:
    return ZiError(
        code,
        Text("Daftar syarat usulan rusak", "The list of proposal requirements is damaged"),
        where=f"{_NAME}: {where}" if where else _NAME,
        remedy=Text("Pasang ulang program.", "Install the program again."),
    )
