"""Signing PDF files, judged by our verifier and by pdfsig, OpenSSL and LibreOffice."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import segno
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.signing import pki, samples
from tests.signing.conftest import People
from tests.verifiers import libreoffice_pdf_signatures, pdfsig
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.identities import load_pkcs12, make_self_signed
from zi_desktop.signing.pades import Box, Field, PdfSigner, prepare_fields, sign_next, sign_pdf, sign_pdf_with
from zi_desktop.signing.signer import Signer, field_label, read_field_label
from zi_desktop.signing.stamp import verification_text
from zi_desktop.signing.verify import verify_pdf

Written = Callable[[str, bytes], Path]
BOX = Box(0, 50, 60, 290, 130)


def test_two_signers_in_order(people: People, signed_pdf: bytes) -> None:
    verdict = verify_pdf(signed_pdf, people.roots)
    assert verdict.valid
    assert verdict.problems == ()
    first, second = verdict.signatures
    assert (first.signer, first.role, first.covers) == ("Ketua Tim Uji", "Ketua Tim", "part")
    assert (second.signer, second.role, second.covers) == ("Anggota Tim Uji", "Anggota Tim", "all")
    assert first.intact
    assert first.trusted
    assert first.problem is None
    assert first.time is not None
    assert first.time.tzinfo is not None


def test_the_verdict_has_the_shape_of_the_contract(people: People, signed_pdf: bytes) -> None:
    told = verify_pdf(signed_pdf, people.roots).as_dict("id")
    assert list(told) == ["kind", "valid", "signatures", "problems", "awaited"]
    assert told["kind"] == "pdf"
    keys = ["signer", "role", "time", "intact", "trusted", "timestamp", "covers", "problem"]
    keys += ["revision", "fingerprint", "time_proven", "issuer", "self_made", "nip"]
    assert all(list(signature) == keys for signature in told["signatures"])
    assert "T" in told["signatures"][0]["time"]


def test_pdfsig_agrees(signed_pdf: bytes, ca_pem: Path, written: Written) -> None:
    verdicts = pdfsig(written("dua.pdf", signed_pdf), ca_pem)
    assert [(v["valid"], v["trusted"], v["whole"]) for v in verdicts] == [
        (True, True, False),
        (True, True, True),
    ]
    assert all("ETSI.CAdES.detached" in v["raw"] for v in verdicts)


def test_libreoffice_agrees(signed_pdf: bytes, chain_pem: Path, written: Written) -> None:
    path = written("dua.pdf", signed_pdf)
    told = libreoffice_pdf_signatures([path], chain_pem)[path]
    assert [(s["valid"], s["trusted"]) for s in told] == [(True, True), (True, True)]


def test_openssl_agrees(signed_pdf: bytes, ca_pem: Path, tmp_path: Path) -> None:
    """`-cades` makes OpenSSL demand the signing-certificate-v2 attribute."""
    for number, signature in enumerate(PdfFileReader(io.BytesIO(signed_pdf)).embedded_signatures):
        _, length, resume, rest = (int(n) for n in signature.byte_range)
        content, cms = tmp_path / f"{number}.bin", tmp_path / f"{number}.p7s"
        content.write_bytes(signed_pdf[:length] + signed_pdf[resume : resume + rest])
        cms.write_bytes(signature.pkcs7_content)
        command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"]
        command += ["-in", str(cms), "-content", str(content), "-CAfile", str(ca_pem), "-out", "/dev/null"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_stamp_is_drawn_in_the_embedded_font(signed_pdf: bytes, written: Written) -> None:
    path = written("dua.pdf", signed_pdf)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "Ditandatangani secara elektronik" in text
    assert "Ketua Tim Uji" in text
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    assert "NotoSans-Regular" in fonts


def test_an_ecdsa_key_does_not_raise_the_pdf_version(people: People) -> None:
    """PDF/A-3 is PDF 1.7; pyHanko alone would make it 2.0."""
    signed = sign_pdf_with(samples.sample_pdf(), [PdfSigner(people.anggota, "Anggota Tim", BOX)])
    reader = PdfFileReader(io.BytesIO(signed))
    assert reader.root.get("/Version") in (None, "/1.7")
    assert b"/2.0" not in signed
    assert verify_pdf(signed, people.roots).valid


def test_signers_may_come_on_different_days(people: People) -> None:
    prepared = prepare_fields(samples.sample_pdf(), [Field("Ketua", BOX), Field("Anggota")])
    assert not verify_pdf(prepared).valid
    once = sign_pdf(prepared, people.ketua, role="Ketua Tim", field="Ketua", certify=True)
    assert verify_pdf(once, people.roots).valid
    twice = sign_pdf(once, people.anggota, role="Anggota Tim", field="Anggota")
    assert twice.startswith(once)
    assert [s.role for s in verify_pdf(twice, people.roots).signatures] == ["Ketua Tim", "Anggota Tim"]


def test_one_invisible_signature(people: People) -> None:
    signed = sign_pdf(samples.sample_pdf(), people.ketua, role="", field="Satu", reason="Uji saja")
    (only,) = verify_pdf(signed, people.roots).signatures
    assert (only.role, only.covers, only.counts) == (None, "all", True)


@pytest.mark.parametrize(
    ("field", "box", "certify", "code"),
    [
        ("Baru", BOX, False, "field-not-prepared"),
        ("Ketua", None, False, "field-signed"),
        ("Anggota", None, True, "already-signed"),
        ("Lain", Box(0, 1, 1, 5, 5), False, "bad-box"),
    ],
)
def test_what_would_spoil_earlier_signatures_is_refused(
    people: People, field: str, box: Box | None, certify: bool, code: str
) -> None:
    prepared = prepare_fields(samples.sample_pdf(), [Field("Ketua"), Field("Anggota")])
    once = sign_pdf(prepared, people.ketua, role="Ketua Tim", field="Ketua", certify=True)
    with pytest.raises(ZiError) as refused:
        sign_pdf(once, people.anggota, role="Anggota", field=field, box=box, certify=certify)
    assert refused.value.code == code


def test_fields_cannot_be_prepared_twice_or_after_signing(signed_pdf: bytes) -> None:
    prepared = prepare_fields(samples.sample_pdf(), [Field("Ketua")])
    for pdf, field, code in (
        (prepared, Field("Ketua"), "field-exists"),
        (signed_pdf, Field("Lain"), "already-signed"),
        (samples.sample_pdf(), Field("Lain", Box(9, 50, 60, 290, 130)), "bad-box"),
        (b"bukan pdf", Field("Lain"), "not-a-pdf"),
        (b"%PDF-1.7\nrusak", Field("Lain"), "not-a-pdf"),
    ):
        with pytest.raises(ZiError) as refused:
            prepare_fields(pdf, [field])
        assert refused.value.code == code


def test_an_unfit_identity_does_not_sign(people: People) -> None:
    expired = people.identity(pki.Wish("Uji", start=-20, end=-10))
    with pytest.raises(ZiError, match="certificate-expired"):
        sign_pdf_with(samples.sample_pdf(), [PdfSigner(expired, "Ketua Tim")])


def test_a_long_or_odd_role_is_signed_whole_or_not_at_all(people: People) -> None:
    role = "Pengendali Teknis — “Ü” 100% (contoh)\x00\n baris dua"
    signed = sign_pdf(samples.sample_pdf(), people.ketua, role=role, field="Satu", box=BOX)
    (only,) = verify_pdf(signed, people.roots).signatures
    assert only.role == "Pengendali Teknis — “Ü” 100% (contoh) baris dua"
    with pytest.raises(ZiError, match="text-too-long"):
        sign_pdf(samples.sample_pdf(), people.ketua, role="x" * 201, field="Satu")


def test_a_self_made_identity_proves_integrity_only(people: People) -> None:
    made = make_self_signed("Uji Mandiri", "Instansi Contoh", passphrase=pki.PASSPHRASE, key_bits=2048)
    identity = load_pkcs12(made, pki.PASSPHRASE)
    signed = sign_pdf_with(samples.sample_pdf(), [PdfSigner(identity, "Ketua Tim", BOX)])
    unasked = verify_pdf(signed)
    assert unasked.valid
    assert unasked.signatures[0].trusted is None
    assert unasked.signatures[0].self_made
    asked = verify_pdf(signed, people.roots)
    assert not asked.valid
    assert asked.signatures[0].intact
    assert asked.signatures[0].trusted is False
    assert asked.signatures[0].problem is not None
    assert "dibuat sendiri" in asked.signatures[0].problem.id
    assert verify_pdf(signed, [pki.pem(identity.certificate)]).valid


TEAM = [
    Signer("Anggota Tim", "Rekaan Anggota", "198001012005011001"),
    Signer("Ketua Tim", "Rekaan: Ketua (UJI)"),
    Signer("Kepala"),
]


@pytest.mark.parametrize("signer", TEAM)
def test_a_fields_readable_name_says_whom_it_waits_for(signer: Signer) -> None:
    assert read_field_label(field_label(signer, "0123456789abcdef")) == (signer, "0123456789abcdef")
    assert read_field_label(field_label(signer)) == (signer, "")


def test_a_foreign_fields_name_is_no_trouble() -> None:
    assert read_field_label("")[0].label == ""
    assert read_field_label("Tanda tangan (1)")[0].label == "Tanda tangan (1)"


@pytest.fixture(scope="module")
def waiting(people: People) -> bytes:
    """Signed by ketua; two more fields are prepared."""
    return sign_pdf_with(
        samples.sample_pdf(),
        [PdfSigner(people.ketua, "Ketua Tim", BOX, nip="197001012000011002")],
        later=[
            Field("Menunggu2", Box(0, 300, 60, 540, 130), TEAM[0]),
            Field("Menunggu3", Box(1, 50, 60, 290, 130), TEAM[2]),
        ],
        document="0123456789abcdef",
    )


def test_the_next_signer_finds_the_field_of_his_role(people: People, waiting: bytes) -> None:
    assert verify_pdf(waiting, people.roots).awaited == ("Anggota Tim: Rekaan Anggota", "Kepala")
    signed = sign_next(waiting, people.anggota, role="anggota  tim")
    verdict = verify_pdf(signed, people.roots)
    assert verdict.valid
    assert [(s.role, s.revision) for s in verdict.signatures] == [("Ketua Tim", 3), ("anggota tim", 4)]
    assert verdict.awaited == ("Kepala",)
    with pytest.raises(ZiError, match="no-field-for-role"):
        sign_next(signed, people.ketua, role="Pengendali Teknis")
    assert not verify_pdf(samples.flipped(signed, len(waiting) + 200), people.roots).valid


def test_a_pdf_of_anybody_is_certified_invisibly(people: People) -> None:
    signed = sign_next(samples.sample_pdf(), people.ketua, role="Ketua Tim")
    assert verify_pdf(signed, people.roots).valid
    with pytest.raises(ZiError, match="no-field-for-role"):
        sign_next(signed, people.anggota, role="Anggota Tim")


def test_the_stamp_says_nip_and_a_code_that_leads_back(people: People, waiting: bytes, written) -> None:
    """The code's squares are looked at on the page as it is drawn, one by one."""
    path = written("menunggu.pdf", waiting)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "NIP 197001012000011002" in text
    (signature,) = verify_pdf(waiting, people.roots).signatures
    expected = verification_text("0123456789abcdef", signature.fingerprint)
    rows = [bytes(row) for row in segno.make_qr(expected, error="m").matrix_iter(border=4)]
    side = BOX.y2 - BOX.y1 - 2
    left, top, module = BOX.x2 - 1 - side, BOX.y1 + 1 + side, side / len(rows)
    document = pypdfium2.PdfDocument(waiting)
    document.init_forms()
    picture = document[0].render(scale=4, may_draw_forms=True, grayscale=True).to_pil()
    document.close()

    def is_dark(x: int, y: int) -> bool:
        middle = (4 * (left + (x + 0.5) * module), picture.height - 4 * (top - (y + 0.5) * module))
        return bool(picture.getpixel((int(middle[0]), int(middle[1]))) < 128)

    assert [bytes(is_dark(x, y) for x in range(len(rows))) for y in range(len(rows))] == rows
