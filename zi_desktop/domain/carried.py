"""What a file of ours carries beyond what the cells of a form show, so that it comes back whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from zi_desktop.domain.evaluation import Evaluation, Evidence, FollowUp, FollowUpStatus


@dataclass(frozen=True)
class Carried:
    """Of one evaluation. ``files``: name and SHA-256 of the attached evidence, by question; the rest as in
    `Evaluation`."""

    reviewed: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)
    follow_ups: Mapping[str, FollowUp] = field(default_factory=dict)
    files: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def evidence(self, question: str, texts: Sequence[str]) -> tuple[Evidence, ...]:
        """The texts, each with the file of that name that it stands for; without ids."""
        left = list(self.files.get(question, ()))
        found = []
        for text in texts:
            pair = next((p for p in left if p[0] == text), None)
            if pair:
                left.remove(pair)
            found.append(Evidence("", text, pair[1] if pair else ""))
        return tuple(found)

    def __bool__(self) -> bool:
        return bool(self.reviewed or self.reasons or self.follow_ups or self.files)


def carried_of(evaluation: Evaluation) -> Carried:
    return Carried(
        evaluation.reviewed,
        dict(evaluation.reasons),
        dict(evaluation.follow_ups),
        {
            code: files
            for code, items in evaluation.evidence.items()
            if (files := tuple((e.text, e.file) for e in items if e.file))
        },
    )


def carried_as_dict(carried: Carried) -> dict[str, Any]:
    """JSON values, in an order that does not change; `carried_from` reads them back. Empty parts are left
    out."""
    parts = {
        "reviewed": sorted(carried.reviewed),
        "reasons": dict(sorted(carried.reasons.items())),
        "follow_ups": {
            id_: {"status": judged.status.value, "note": judged.note, "evidence": judged.evidence}
            for id_, judged in sorted(carried.follow_ups.items())
        },
        "files": {code: [list(pair) for pair in pairs] for code, pairs in sorted(carried.files.items())},
    }
    return {name: part for name, part in parts.items() if part}


def carried_from(value: object) -> Carried:
    """Nothing for values of another shape: such a part was damaged, and cells stand without it."""
    if not isinstance(value, dict):
        return Carried()
    try:
        return Carried(
            frozenset(str(code) for code in value.get("reviewed", ())),
            {str(key): str(text) for key, text in value.get("reasons", {}).items()},
            {
                str(id_): FollowUp(FollowUpStatus(one["status"]), str(one["note"]), str(one["evidence"]))
                for id_, one in value.get("follow_ups", {}).items()
            },
            {str(code): tuple(_pair(*p) for p in pairs) for code, pairs in value.get("files", {}).items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return Carried()


def _pair(text: str, digest: str) -> tuple[str, str]:
    return str(text), str(digest)
