"""Time-stamp tokens (RFC 3161) found beside a signature: what time they prove, and whether they may be
believed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import SignatureStatus, TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.util import get_pyca_cryptography_hash

from zi_desktop.domain.errors import Text

BROKEN = Text("Cap waktu rusak atau milik data lain.", "The time stamp is damaged or belongs to other data.")


@dataclass(frozen=True)
class TimeStamp:
    """`time` is what a sound token says; `trusted_time` the same when its authority is under the roots
    given."""

    time: datetime | None = None
    trusted_time: datetime | None = None
    problem: Text | None = None


def read_token(token: bytes | None, stamped: bytes, roots: Sequence[asn1_x509.Certificate]) -> TimeStamp:
    """Checks a token over `stamped`; no token gives an empty result, a broken one a problem."""
    if token is None:
        return TimeStamp()

    def imprint(algorithm: str) -> bytes:
        digest = hashes.Hash(get_pyca_cryptography_hash(algorithm))
        digest.update(stamped)
        return digest.finalize()

    context = ValidationContext(trust_roots=list(roots), allow_fetching=False)
    try:
        signed_data = cms.ContentInfo.load(token)["content"]
        found = asyncio.run(validate_tst_signed_data(signed_data, context, imprint))
        return from_status(TimestampSignatureStatus(**found))
    except Exception:  # hostile input: whatever the library stumbles over
        return TimeStamp(problem=BROKEN)


def weak_method(status: SignatureStatus) -> bool:
    """True for algorithms that pyHanko no longer accepts, such as SHA-1."""
    return status.trust_problem_indic in (
        AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE,
        AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE,
    )


def from_status(status: TimestampSignatureStatus) -> TimeStamp:
    """The same, from what pyHanko found out about a token."""
    if not (status.intact and status.valid):
        return TimeStamp(problem=BROKEN)
    return TimeStamp(time=status.timestamp, trusted_time=status.timestamp if status.trusted else None)
