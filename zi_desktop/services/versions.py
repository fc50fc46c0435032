"""Which signed result an evaluation is at: read from its change log, where every signing off stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from zi_desktop.domain.evaluation import Evaluation, SignOffState
from zi_desktop.domain.versions import SignedVersion, Versions
from zi_desktop.store.log import SIGN_OFF, LogEntry


def versions_of(evaluation: Evaluation, log: Sequence[LogEntry]) -> Versions:
    """What a file made of the evaluation now is: the version it is locked as, or would be signed as.
    ``final`` is left to whoever signs it. A version that was signed twice is named twice."""
    now = evaluation.sign_off
    number = 1 if now is None else now.version + (now.state is SignOffState.REOPENED)
    signed: list[SignedVersion] = []
    reason = ""
    for value in (json.loads(e.new) for e in log if e.target == SIGN_OFF and e.new is not None):
        if value["state"] == SignOffState.REOPENED:
            reason = value["reason"]
        elif value["version"] < number and (version := _version(value)) not in signed:
            signed.append(version)
    return Versions(number, False, tuple(reversed(signed)), reason if signed else "")


def _version(value: dict[str, Any]) -> SignedVersion:
    return SignedVersion(
        value["version"], value["head"], value["at"], tuple(value["signers"]), dict(value["files"])
    )
