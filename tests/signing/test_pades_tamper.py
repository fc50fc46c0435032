"""Damaged and extended PDFs. pdfsig and LibreOffice let appended content pass; ours must not."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext

from tests.signing import pki, samples
from tests.signing.conftest import People
from tests.signing.samples import flipped
from zi_desktop.signing.claims import pyhanko_signer
from zi_desktop.signing.pades import PdfSigner, sign_pdf, sign_pdf_with
from zi_desktop.signing.trust import to_asn1
from zi_desktop.signing.verify import verify_pdf

Writer = IncrementalPdfFileWriter


def appended(pdf: bytes, change: Callable[[Writer], object]) -> bytes:
    """The PDF with one more revision."""
    writer = Writer(io.BytesIO(pdf))
    change(writer)
    output = io.BytesIO()
    writer.write(output)
    assert output.getvalue().startswith(pdf)
    return output.getvalue()


def overlay(writer: Writer) -> None:
    """White box and another figure over the page: what a forger would do."""
    data = b"q 1 1 1 rg 60 700 300 40 re f 0 g BT /F1 12 Tf 72 720 Td (nilai 99.99) Tj ET Q"
    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=data)))


def note(writer: Writer) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    annotation = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (60, 700, 360, 740)]),
            pdf_name("/Contents"): generic.pdf_string("nilai 99.99"),
        }
    )
    there = page.get("/Annots", generic.ArrayObject())
    page[pdf_name("/Annots")] = generic.ArrayObject([*there, writer.add_object(annotation)])
    writer.update_container(page)


def other_pages(writer: Writer) -> None:
    pages = writer.root["/Pages"]
    pages[pdf_name("/Kids")] = generic.ArrayObject(list(pages["/Kids"])[:1])
    pages[pdf_name("/Count")] = generic.NumberObject(1)
    writer.update_container(pages)


def no_fields(writer: Writer) -> None:
    form = writer.root["/AcroForm"]
    form[pdf_name("/Fields")] = generic.ArrayObject()
    writer.update_container(form)
    writer.update_root()


def attachment(writer: Writer) -> None:
    names = generic.DictionaryObject({pdf_name("/Names"): generic.ArrayObject()})
    writer.root[pdf_name("/Names")] = generic.DictionaryObject(
        {pdf_name("/EmbeddedFiles"): writer.add_object(names)}
    )
    writer.update_root()


def script(writer: Writer) -> None:
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.pdf_string("app.alert(1)")}
    )
    writer.update_root()


@pytest.mark.parametrize("change", [overlay, note, other_pages, no_fields, attachment, script])
def test_what_is_appended_to_a_certified_document_is_refused(
    change: Callable[[Writer], object], signed_pdf: bytes, people: People
) -> None:
    verdict = verify_pdf(appended(signed_pdf, change), people.roots)
    assert not verdict.valid
    if change is not no_fields:
        assert all(s.intact and s.covers == "part" and s.problem for s in verdict.signatures)


def test_an_overlay_is_refused_without_certification_too(people: People) -> None:
    signed = sign_pdf(samples.sample_pdf(), people.ketua, role="Ketua Tim", field="Satu")
    assert verify_pdf(signed, people.roots).valid
    assert not verify_pdf(appended(signed, overlay), people.roots).valid


def test_a_change_between_two_signatures_is_refused(people: People) -> None:
    """The second signer did sign the overlay, the first did not: it is the first that must object."""
    once = sign_pdf(samples.sample_pdf(), people.ketua, role="Ketua Tim", field="Satu")
    changed = appended(once, overlay)
    writer = Writer(io.BytesIO(changed))
    metadata = signers.PdfSignatureMetadata(field_name="Dua", md_algorithm="sha256")
    twice = signers.sign_pdf(writer, metadata, pyhanko_signer(people.anggota)).getvalue()
    verdict = verify_pdf(twice, people.roots)
    assert not verdict.valid
    assert [s.problem is None for s in verdict.signatures] == [False, True]


def test_a_strangers_signature_is_not_trusted(people: People, signed_pdf: bytes) -> None:
    stranger = pki.authority("CA Asing Uji")
    outsider = people.__class__(stranger, stranger, people.ketua, people.anggota, people.spare_key)
    once = sign_pdf(samples.sample_pdf(), people.ketua, role="Ketua Tim", field="Satu")
    twice = sign_pdf(once, outsider.identity(pki.Wish("Orang Asing Uji")), role="", field="Dua")
    verdict = verify_pdf(twice, people.roots)
    assert not verdict.valid
    assert [s.trusted for s in verdict.signatures] == [True, False]
    assert not verify_pdf(signed_pdf, outsider.roots).valid


@pytest.mark.parametrize(
    "tail", [b"\n", b"\0", b"% sisipan", b"\nstartxref\n9\n%%EOF\n", b"\n%%EOF\n", b"x" * 5000]
)
def test_bytes_after_the_end_are_refused(tail: bytes, signed_pdf: bytes, people: People) -> None:
    assert not verify_pdf(signed_pdf + tail, people.roots).valid


def test_bytes_before_the_start_are_refused(signed_pdf: bytes, people: People) -> None:
    assert not verify_pdf(b"MZ\n" + signed_pdf, people.roots).valid


def test_no_flipped_bit_passes(signed_pdf: bytes, people: People) -> None:
    """Over the whole file, and closely over the two hex strings that the signatures leave out."""
    gaps = [i for i in range(len(signed_pdf)) if signed_pdf.startswith(b"/Contents <", i)]
    positions = {*range(0, len(signed_pdf), 997)}
    for gap in gaps:
        positions |= {*range(gap + 11, gap + 11 + 12), *range(gap, signed_pdf.index(b">", gap + 11) + 2, 797)}
    passed = [
        position
        for position in sorted(positions)
        for mask in (0x01, 0x20)
        if verify_pdf(flipped(signed_pdf, position, mask), people.roots).valid
    ]
    assert passed == []


def test_a_cut_file_never_claims_what_was_cut_away(signed_pdf: bytes, people: People) -> None:
    first_end = signed_pdf.index(b"%%EOF", signed_pdf.index(b"/ByteRange")) + 6
    assert [s.role for s in verify_pdf(signed_pdf[:first_end], people.roots).signatures] == ["Ketua Tim"]
    for length in range(0, len(signed_pdf) - 1, 2999):
        verdict = verify_pdf(signed_pdf[:length], people.roots)
        assert not verdict.valid


def test_time_stamps_added_later_are_allowed_and_told(people: People) -> None:
    """A document time stamp (PAdES-B-LTA's building block) may follow the signatures."""
    signed = sign_pdf_with(samples.sample_pdf(), [PdfSigner(people.ketua, "Ketua Tim")])
    stamper = tsa(people)
    output = io.BytesIO()
    signers.PdfTimeStamper(stamper, field_name="CapWaktu").timestamp_pdf(
        Writer(io.BytesIO(signed)), "sha256", validation_context(people), output=output
    )
    verdict = verify_pdf(output.getvalue(), people.roots)
    assert verdict.valid, verdict
    (only,) = verdict.signatures
    assert only.covers == "part"
    assert only.timestamp is not None
    stamped = bytearray(output.getvalue())
    stamped[stamped.rindex(b"/ByteRange") + 60] ^= 1
    assert not verify_pdf(bytes(stamped), people.roots).valid


def tsa(people: People) -> DummyTimeStamper:
    from asn1crypto import keys  # type: ignore[import-untyped]
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    wish = pki.Wish("TSA Uji", key_usage=("digital_signature",), purposes=("1.3.6.1.5.5.7.3.8",))
    certificate = people.issuer.issue(wish, people.spare_key)
    key = people.spare_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    chain = pyhanko_signer(people.ketua).cert_registry
    return DummyTimeStamper(to_asn1(certificate), keys.PrivateKeyInfo.load(key), certs_to_embed=chain)


def validation_context(people: People) -> ValidationContext:
    return ValidationContext(
        trust_roots=[to_asn1(people.root.certificate)],
        other_certs=[to_asn1(people.issuer.certificate)],
        allow_fetching=False,
    )
