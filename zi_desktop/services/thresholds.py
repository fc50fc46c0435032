"""Gates of an amending regulation that was not verified: adopted and edited by the user, never by us."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text, ZiError

if TYPE_CHECKING:
    from zi_desktop.domain.lke import Amendment
    from zi_desktop.services.changes import Changes
    from zi_desktop.services.workspace import Workspace

_PREFIX = "threshold:"
Needs = Mapping[tuple[str, str], Fraction]


def adopted_amendments(work: Workspace) -> dict[str, dict[tuple[str, str], Fraction]]:
    """Amendment id → {(predikat id, gate id): points}, for those adopted in this store."""
    adopted = {}
    for key, value in work.store.settings(_PREFIX).items():
        needs = {tuple(name.split("|", 1)): Fraction(need) for name, need in json.loads(value).items()}
        adopted[key.removeprefix(_PREFIX)] = {(p, g): need for (p, g), need in needs.items()}
    return adopted


def adopt_amendment(work: Workspace, amendment_id: str, needs: Needs) -> Changes:
    """Puts an amendment's gates in force, with the given minimums in place of those it comes with.
    Raises ZiError ``unknown-amendment`` or ``out-of-range``."""
    from zi_desktop.services.changes import Changes

    amendment = _find(amendment_id)
    for (predikat, gate_id), need in needs.items():
        _check(amendment, predikat, gate_id, need)
    value = json.dumps({f"{p}|{g}": str(n) for (p, g), n in sorted(needs.items())})
    with work.transaction() as tx:
        return Changes(settings=tx.set_setting(_PREFIX + amendment_id, value))


def drop_amendment(work: Workspace, amendment_id: str) -> Changes:
    from zi_desktop.services.changes import Changes

    with work.transaction() as tx:
        return Changes(settings=tx.set_setting(_PREFIX + amendment_id, None))


def _find(amendment_id: str) -> Amendment:
    from zi_desktop.worksheets.edition import available_editions, load_edition

    for edition in available_editions():
        for amendment in load_edition(edition).amendments:
            if amendment.id == amendment_id:
                return amendment
    raise ZiError(
        "unknown-amendment",
        Text(f"Tidak ada perubahan {amendment_id}", f"There is no amendment {amendment_id}"),
        where=amendment_id,
    )


def _check(amendment: Amendment, predikat: str, gate_id: str, need: Fraction) -> None:
    for gate in amendment.gates.get(predikat, ()):
        if gate.id == gate_id and 0 < need <= gate.maximum:
            return
    raise ZiError(
        "out-of-range",
        Text(
            f"Ambang {gate_id} untuk {predikat} tidak dapat {float(need):g}",
            f"The minimum {gate_id} of {predikat} cannot be {float(need):g}",
        ),
        where=f"{predikat} {gate_id}",
        remedy=Text("Isi lebih dari 0 sampai bobotnya.", "Enter more than 0, up to its weight."),
    )
