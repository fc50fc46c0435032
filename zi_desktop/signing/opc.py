"""Signs Excel workbooks (.xlsx) so that LibreOffice, Apache POI and Excel's own format recognise the
signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from zi_desktop.domain.errors import Text
from zi_desktop.signing.identities import Identity, check_usable
from zi_desktop.signing.roles import clean_line
from zi_desktop.signing.signer import Signer
from zi_desktop.signing.verdicts import refuse_unreadable


class XlsxSigner(NamedTuple):
    """Who signs, in which role (`Ketua Tim`), and why (shown by Excel as the purpose)."""

    identity: Identity
    role: str
    reason: str = ""


def sign_xlsx(
    xlsx: bytes, identity: Identity, *, role: str, reason: str = "", moment: datetime | None = None
) -> bytes:
    """The workbook with one more signature; see `sign_xlsx_with`."""
    return sign_xlsx_with(xlsx, [XlsxSigner(identity, role, reason)], moment=moment)


def sign_xlsx_with(
    xlsx: bytes,
    signers: Sequence[XlsxSigner],
    *,
    moment: datetime | None = None,
    expected: Sequence[Signer] = (),
    content: Mapping[str, Any] | None = None,
) -> bytes:
    """The workbook with a signature of each signer in turn; signatures already in it stay valid.

    `expected` (all who sign, now or later) and `content` (what the workbook says, as JSON values) go into a
    record that is signed with it; only before the first signature.

    Signed are all parts and relationships except docProps core and app, which every program rewrites. The
    result is verified before it is returned. `moment` (UTC) is the signing time, now by default. Raises
    `ZiError`: those of the package (`not-a-package`, `damaged-package`, …), of `check_usable`, and
    `signature-not-readable-back`.
    """
    from zi_desktop.signing.opc_package import Package
    from zi_desktop.signing.opc_record import add_record
    from zi_desktop.signing.opc_sign import add_signature

    package = Package(xlsx)
    if content is not None:
        add_record(package, expected, content)
    when = (moment or datetime.now(UTC)).astimezone(UTC)
    for signer in signers:
        check_usable(signer.identity, when)
        role, reason = clean_line(signer.role), clean_line(signer.reason)
        comment = ": ".join(part for part in (role, reason) if part)
        add_signature(package, signer.identity, role=role, comment=comment, moment=when)
    signed = package.to_bytes()
    _read_back(signed)
    return signed


def _read_back(signed: bytes) -> None:
    from zi_desktop.signing.opc_verify import verify_package

    refuse_unreadable(verify_package(signed, []), Text("Buku kerja", "workbook"))
