"""The authorities this office trusts: kept in the store's settings, none by default, added from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.changes import Changes
from zi_desktop.services.files import read_file
from zi_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from zi_desktop.signing.anchors import TrustAnchor

__all__ = [
    "TrustAnchor",
    "add_trust_anchor",
    "read_anchors",
    "remove_trust_anchor",
    "trust_anchors",
    "trusted_roots",
]

_PREFIX = "trust:"
MAX_BYTES = 1_000_000
SHORTEST_FINGERPRINT = 8


def trust_anchors(work: Workspace) -> tuple[TrustAnchor, ...]:
    """Every authority trusted in this store, by name."""
    kept = work.store.settings(_PREFIX)
    if not kept:
        return ()
    from zi_desktop.signing.anchors import anchors_in

    found = [anchor for value in kept.values() for anchor in anchors_in(value.encode())]
    return tuple(sorted(found, key=lambda a: (a.subject.casefold(), a.fingerprint)))


def trusted_roots(work: Workspace) -> list[bytes]:
    """The same as `verifying.verify_bytes` takes them; empty when nothing is trusted, so not judged."""
    return [anchor.pem for anchor in trust_anchors(work)]


def read_anchors(path: Path) -> tuple[TrustAnchor, ...]:
    """What `add_trust_anchor` would add, to be shown before. Raises ZiError ``no-file``, ``no-access``,
    ``too-large``, ``bad-trust-root`` or ``not-an-authority``."""
    from zi_desktop.signing.anchors import anchors_in

    return anchors_in(read_file(path, MAX_BYTES))


def add_trust_anchor(work: Workspace, path: Path) -> Changes:
    """Trusts every authority in a PEM, DER or .p7b file; those trusted already change nothing. Raises as
    `read_anchors` does, and adds none then."""
    anchors = read_anchors(path)
    with work.transaction() as tx:
        added = [tx.set_setting(_PREFIX + anchor.fingerprint, anchor.pem.decode()) for anchor in anchors]
    return Changes(settings=any(added), batch=tx.batch if any(added) else "")


def remove_trust_anchor(work: Workspace, fingerprint: str) -> Changes:
    """``fingerprint``: SHA-256, colons and spaces allowed, or so much of its beginning as names one. Raises
    ZiError ``unknown-anchor``."""
    wanted = fingerprint.replace(":", "").replace(" ", "").lower()
    found = [a for a in trust_anchors(work) if a.fingerprint.startswith(wanted)]
    if len(wanted) < SHORTEST_FINGERPRINT or len(found) != 1:
        raise ZiError(
            "unknown-anchor",
            Text(
                f"Tidak ada satu akar tepercaya bersidik {fingerprint}",
                f"No single trusted root has the fingerprint {fingerprint}",
            ),
            where=fingerprint,
            remedy=Text("Lihat sidiknya pada daftar.", "See the fingerprints in the list."),
        )
    with work.transaction() as tx:
        tx.set_setting(_PREFIX + found[0].fingerprint, None)
    return Changes(settings=True, batch=tx.batch)
