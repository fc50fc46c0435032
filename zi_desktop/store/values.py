"""Values of the domain as the store spells them, in JSON."""

from __future__ import annotations

from typing import Any

from zi_desktop.domain.evaluation import FollowUp, FollowUpStatus, SignOff, SignOffState


def follow_up_value(follow_up: FollowUp) -> dict[str, str]:
    return {"status": follow_up.status.value, "note": follow_up.note, "evidence": follow_up.evidence}


def follow_up_of(value: dict[str, str]) -> FollowUp:
    return FollowUp(FollowUpStatus(value["status"]), value["note"], value["evidence"])


def sign_off_value(sign_off: SignOff) -> dict[str, Any]:
    return {
        "state": sign_off.state.value,
        "at": sign_off.at,
        "by": sign_off.by,
        "head": sign_off.head,
        "files": dict(sign_off.files),
        "signers": list(sign_off.signers),
        "version": sign_off.version,
        "reason": sign_off.reason,
    }


def sign_off_of(value: dict[str, Any]) -> SignOff:
    known = {**value, "state": SignOffState(value["state"]), "signers": tuple(value["signers"])}
    return SignOff(**known)
