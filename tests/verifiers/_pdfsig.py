"""poppler's pdfsig."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypedDict

from tests.verifiers._run import VerifierError, nss_database, run


class PdfVerdict(TypedDict):
    """`valid`: digest and signature; `trusted`: the chain ends at the CA; `whole`: nothing added later."""

    valid: bool
    trusted: bool
    whole: bool
    raw: str


def pdfsig(pdf: Path, ca_pem: Path | None = None) -> list[PdfVerdict]:
    """One verdict for each signature, in the file's order; none for an unsigned file."""
    with nss_database(ca_pem) as database:
        try:
            told = run(["pdfsig", "-nssdir", database, str(pdf)])
        except VerifierError as error:
            if "does not contain any signatures" in str(error):
                return []
            raise
    blocks = re.split(r"^Signature #\d+:$", told, flags=re.MULTILINE)[1:]
    return [
        PdfVerdict(
            valid="Signature Validation: Signature is Valid." in block,
            trusted="Certificate Validation: Certificate is Trusted." in block,
            whole="Total document signed" in block,
            raw=block.strip(),
        )
        for block in blocks
    ]
