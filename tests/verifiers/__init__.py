"""Other people's programs that judge our files: pdfsig, LibreOffice, Apache POI and PDFBox Preflight.

`make test` installs them. None of them is ours and none shares code with the program, so their agreement is
evidence. A file that one of them cannot open at all raises `VerifierError`.
"""

from __future__ import annotations

from tests.verifiers._libreoffice import (
    Conversion,
    libreoffice_convert,
    libreoffice_pdf_signatures,
    libreoffice_recalculate,
    libreoffice_xlsx_signatures,
)
from tests.verifiers._pdfsig import pdfsig
from tests.verifiers._poi import poi_verify
from tests.verifiers._preflight import preflight
from tests.verifiers._run import VerifierError

__all__ = [
    "Conversion",
    "VerifierError",
    "libreoffice_convert",
    "libreoffice_pdf_signatures",
    "libreoffice_recalculate",
    "libreoffice_xlsx_signatures",
    "pdfsig",
    "poi_verify",
    "preflight",
]
