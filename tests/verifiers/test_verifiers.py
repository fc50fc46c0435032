"""The verifiers must be able to say no: each is shown a good file and a changed one."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import NamedTuple

import pytest
import xlsxwriter
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from reportlab.pdfgen.canvas import Canvas

from tests.verifiers import (
    VerifierError,
    libreoffice_pdf_signatures,
    libreoffice_recalculate,
    libreoffice_xlsx_signatures,
    pdfsig,
    poi_verify,
)


class Signed(NamedTuple):
    pdf: Path
    ca: Path


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    """A PDF signed with a key and a CA made just now."""
    folder = tmp_path_factory.mktemp("signed")
    ca_key, key = (generate_private_key(65537, 2048) for _ in range(2))
    ca = _certificate("CA Uji", ca_key, "CA Uji", ca_key, is_ca=True)
    certificate = _certificate("Penanda Tangan Uji", key, "CA Uji", ca_key, is_ca=False)
    (folder / "ca.pem").write_bytes(ca.public_bytes(Encoding.PEM))
    identity = pkcs12.serialize_key_and_certificates(b"uji", key, certificate, [ca], NoEncryption())
    signer = signers.SimpleSigner.load_pkcs12_data(identity, other_certs=[])
    assert signer is not None
    metadata = signers.PdfSignatureMetadata(field_name="TandaTangan", md_algorithm="sha256")
    made = signers.PdfSigner(metadata, signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(_plain_pdf())))
    (folder / "signed.pdf").write_bytes(made.getvalue())
    return Signed(folder / "signed.pdf", folder / "ca.pem")


def _plain_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0)
    canvas.drawString(72, 720, "Nilai Contoh 84.30")
    canvas.save()
    return out.getvalue()


def _certificate(
    subject: str, key: RSAPrivateKey, issuer: str, issuer_key: RSAPrivateKey, *, is_ca: bool
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    usage = x509.KeyUsage(
        digital_signature=not is_ca,
        content_commitment=not is_ca,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(issuer_key, hashes.SHA256())
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def test_a_signed_pdf_is_valid_and_trusted_for_both(signed: Signed) -> None:
    (verdict,) = pdfsig(signed.pdf, signed.ca)
    assert (verdict["valid"], verdict["trusted"], verdict["whole"]) == (True, True, True)
    assert "Penanda Tangan Uji" in verdict["raw"]
    (second,) = libreoffice_pdf_signatures([signed.pdf], signed.ca)[signed.pdf]
    assert (second["valid"], second["trusted"]) == (True, True)


def test_without_the_ca_it_is_valid_but_not_trusted(signed: Signed) -> None:
    (verdict,) = pdfsig(signed.pdf)
    assert (verdict["valid"], verdict["trusted"]) == (True, False)


def test_a_changed_figure_is_refused_by_both(signed: Signed, tmp_path: Path) -> None:
    tampered = tmp_path / "tampered.pdf"
    before = signed.pdf.read_bytes()
    tampered.write_bytes(before.replace(b"84.30", b"94.30"))
    assert tampered.read_bytes() != before
    (verdict,) = pdfsig(tampered, signed.ca)
    assert not verdict["valid"]
    (second,) = libreoffice_pdf_signatures([tampered], signed.ca)[tampered]
    assert not second["valid"]


def test_an_unsigned_pdf_has_no_verdict(tmp_path: Path) -> None:
    pdf = tmp_path / "plain.pdf"
    pdf.write_bytes(_plain_pdf())
    assert pdfsig(pdf) == []


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A sum whose cached value lies: 2 + 3 is stored as 999."""
    path = tmp_path / "lies.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("LKE ZI")
        sheet.write("A1", 2)
        sheet.write("A2", 3)
        sheet.write_formula("A3", "=A1+A2", None, 999)
        sheet.write_formula("A4", '="Nilai "&A3', None, "Nilai 999")
        sheet.write_formula("A5", "=A1/0", None, 1)
    return path


def test_a_lying_cached_value_does_not_survive_recalculation(workbook: Path) -> None:
    cells = [f"LKE ZI!A{row}" for row in range(1, 7)]
    assert list(libreoffice_recalculate(workbook, cells).values()) == [2, 3, 5, "Nilai 5", "#DIV/0!", ""]


def test_an_unsigned_workbook_has_no_signatures(workbook: Path) -> None:
    assert libreoffice_xlsx_signatures([workbook]) == {workbook: []}
    assert poi_verify([workbook]) == {workbook: []}


def test_what_is_no_workbook_gets_no_verdict(tmp_path: Path, workbook: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"not a zip")
    with pytest.raises(VerifierError, match="Apache POI cannot read broken"):
        poi_verify([workbook, broken])
    with pytest.raises(VerifierError):
        pdfsig(broken)
