"""A whole report with its annex and its workbook, both signed once: against LibreOffice printing the same
workbook to PDF, and against bare ReportLab setting the same pages with bare pyHanko signing them."""

from __future__ import annotations

import io
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from tests.benchmarks.bench_documents import DAY, bare_pages, whole_report
from tests.benchmarks.harness import Race, bench
from tests.signing import pki
from zi_desktop.documents import Attachment, SignerBox, write_pdf
from zi_desktop.documents.style import register_fonts
from zi_desktop.domain.report import Report
from zi_desktop.services.export_check import check_files
from zi_desktop.services.signed_content import said_by
from zi_desktop.signing.identities import Identity, load_pkcs12
from zi_desktop.signing.opc import XlsxSigner, sign_xlsx_with
from zi_desktop.signing.pades import Box, PdfSigner, sign_pdf_with
from zi_desktop.worksheets.writing import write_workbook

_ROLE = "Ketua Tim"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Signed:
    """Our two files, and how long reading them back and verifying them takes besides."""

    def __init__(self) -> None:
        register_fonts()
        self.report: Report = whole_report()
        authority = pki.authority("CA Akar Uji")
        self.p12 = authority.pkcs12(pki.Wish("Ketua Contoh"), pki.rsa_key())
        self.identity: Identity = load_pkcs12(self.p12, pki.PASSPHRASE)
        self.made: dict[str, bytes] = {}

    def make(self) -> None:
        workbook = sign_xlsx_with(
            write_workbook(self.report),
            [XlsxSigner(self.identity, _ROLE)],
            content=said_by(self.report),
        )
        inside = [Attachment("a.xlsx", workbook, _XLSX, "Buku kerja LKE")]
        signer = (SignerBox(_ROLE, self.identity.subject),)
        document = write_pdf(self.report, signer, made_on=DAY, attachments=inside)
        (box,) = document.boxes
        where = Box(box.page, box.x1, box.y1, box.x2, box.y2)
        pdf = sign_pdf_with(document.data, [PdfSigner(self.identity, _ROLE, where)], read_back=False)
        self.made = {"a.xlsx": workbook, "a.pdf": pdf}

    def figures(self) -> dict[str, float]:
        """What the promise to read everything back adds."""
        started = time.perf_counter()
        check_files(self.report, self.made, signatures=1, carried={"a.xlsx": self.made["a.xlsx"]})
        return {"read_back_ms": round((time.perf_counter() - started) * 1000)}


def _bare_signed(report: Report, signer: Any) -> bytes:
    pages = io.BytesIO(bare_pages(report))
    meta = signers.PdfSignatureMetadata(field_name="Polos", subfilter=SigSeedSubFilter.PADES)
    out = io.BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(pages), meta, signer=signer, output=out)
    return out.getvalue()


@bench("signed-report", goal=2, n=7)
def signed_report() -> Race:
    signed = _Signed()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "a.p12")
        place.write_bytes(signed.p12)
        signer = signers.SimpleSigner.load_pkcs12(str(place), passphrase=pki.PASSPHRASE.encode())
    assert signer is not None
    return Race(ours=signed.make, theirs=lambda: _bare_signed(signed.report, signer), figures=signed.figures)


@bench("signed-report-libreoffice", goal=0.333, n=3)
def against_libreoffice() -> Race:
    """LibreOffice has started once before, so that its profile is there."""
    signed = _Signed()
    folder = tempfile.TemporaryDirectory()
    place = Path(folder.name, "a.xlsx")
    place.write_bytes(write_workbook(signed.report))
    profile = f"-env:UserInstallation={Path(folder.name, 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder.name, str(place)]

    def convert() -> None:
        subprocess.run(command, check=True, capture_output=True)
        assert place.with_suffix(".pdf").stat().st_size

    convert()
    return Race(ours=signed.make, theirs=convert, done=folder.cleanup)
