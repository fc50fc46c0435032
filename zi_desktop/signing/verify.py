"""The front door of verification: any PDF, any workbook, any detached signature, ours or not, never a
traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.deadline import MAX_SECONDS, DeadlineExceeded, deadline
from zi_desktop.signing.verdicts import TOO_SLOW, UNREADABLE, UNSIGNED, Kind, SignatureVerdict, Verdict

if TYPE_CHECKING:
    from asn1crypto import x509


def verify_pdf(data: bytes, roots: Sequence[bytes] = ()) -> Verdict:
    """The verdict on a PDF. `roots` are the contents of PEM or DER files; without any, `trusted` is None.

    A file that cannot be read, or bears no signature, gives a verdict with a problem. Raises `ZiError`
    `bad-trust-root` only.
    """
    from zi_desktop.signing.pdf_verify import verify_document

    return _verdict("pdf", verify_document, data, _roots(roots))


def verify_xlsx(data: bytes, roots: Sequence[bytes] = ()) -> Verdict:
    """The verdict on an Excel workbook; otherwise as `verify_pdf`."""
    from zi_desktop.signing.opc_verify import verify_package

    return _verdict("xlsx", verify_package, data, _roots(roots))


def verify_detached(data: bytes, p7s: bytes, roots: Sequence[bytes] = ()) -> SignatureVerdict:
    """The verdict on one detached CMS signature over `data`. Raises `ZiError` `bad-trust-root` only."""
    from zi_desktop.signing.cms_detached import verify

    return verify(data, p7s, _roots(roots))


def _roots(files: Sequence[bytes]) -> list[x509.Certificate]:
    from zi_desktop.signing.trust import load_roots

    return load_roots(files)


def _verdict(
    kind: Kind, check: Callable[[bytes, Sequence[Any]], Verdict], data: bytes, roots: Sequence[Any]
) -> Verdict:
    try:
        with deadline(MAX_SECONDS):
            verdict = check(data, roots)
    except ZiError as error:
        return Verdict(kind, (), (error.message,))
    except DeadlineExceeded:
        return Verdict(kind, (), (TOO_SLOW,))
    except Exception:
        # whatever a library stumbles over in hostile input: the file is not valid, and no crash
        logging.getLogger(__name__).warning("unreadable %s", kind, exc_info=True)
        return Verdict(kind, (), (UNREADABLE,))
    if not verdict.signatures and not verdict.problems:
        return Verdict(kind, (), (UNSIGNED,))
    return verdict
