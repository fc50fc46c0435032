"""Signing with a key on a token, judged by the same foreign programs; what is wrong with a token is told."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable
from pathlib import Path

import pkcs11
import pytest

from tests.signing import samples, soft_token
from tests.signing.conftest import People
from tests.signing.soft_token import MODULE, OTHER, PIN, SoftToken
from tests.verifiers import pdfsig, poi_verify
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.cms import sign_detached
from zi_desktop.signing.identities import check_usable
from zi_desktop.signing.opc import XlsxSigner, sign_xlsx_with
from zi_desktop.signing.pades import Box, PdfSigner, sign_pdf_with
from zi_desktop.signing.token import load_token, token_certificates
from zi_desktop.signing.token_place import TokenPlace, parse_uri
from zi_desktop.signing.verify import verify_detached, verify_pdf, verify_xlsx

Written = Callable[[str, bytes], Path]
KEYS = ("ketua", "anggota")
"""RSA and ECDSA."""


@pytest.fixture(scope="module")
def token() -> SoftToken:
    return soft_token.soft_token()


@pytest.fixture
def ca(token: SoftToken, written: Written) -> Path:
    return written("root.pem", token.root.pem)


def test_a_pdf_signed_by_two_keys_of_a_token_and_a_file(
    token: SoftToken, people: People, ca: Path, written: Written
) -> None:
    ketua, anggota = (load_token(token.place(key), PIN) for key in KEYS)
    signed = sign_pdf_with(
        samples.sample_pdf(),
        [
            PdfSigner(ketua, "Ketua Tim", Box(0, 50, 60, 290, 130), "Menyetujui"),
            PdfSigner(people.ketua, "Pengendali Teknis"),
            PdfSigner(anggota, "Anggota Tim"),
        ],
    )
    verdict = verify_pdf(signed, [token.root.pem, people.root.pem])
    assert verdict.valid
    assert [(s.signer, s.role, s.trusted) for s in verdict.signatures] == [
        ("Rekaan Ketua Token", "Ketua Tim", True),
        ("Ketua Tim Uji", "Pengendali Teknis", True),
        ("Rekaan Anggota Token", "Anggota Tim", True),
    ]
    told = pdfsig(written("token.pdf", signed), ca)
    assert [(v["valid"], v["trusted"]) for v in told] == [(True, True), (True, False), (True, True)]
    assert b"/Version /2.0" not in signed, "PDF/A-3 stays what it is with an ECDSA key too"
    place = signed.index(b"/Producer") + 12
    assert not verify_pdf(samples.flipped(signed, place), [token.root.pem]).valid
    assert not all(v["valid"] for v in pdfsig(written("rusak.pdf", samples.flipped(signed, place)), ca))


def test_a_workbook_signed_by_a_token(token: SoftToken, written: Written) -> None:
    signers = [XlsxSigner(load_token(token.place(key), PIN), key) for key in KEYS]
    signed = sign_xlsx_with(samples.sample_xlsx(), signers)
    verdict = verify_xlsx(signed, [token.root.pem])
    assert verdict.valid
    assert [s.trusted for s in verdict.signatures] == [True, True]
    changed = samples.edited(
        signed, lambda parts: parts.update({"xl/styles.xml": parts["xl/styles.xml"] + b" "})
    )
    assert not verify_xlsx(changed, [token.root.pem]).valid
    good, bad = written("token.xlsx", signed), written("rusak.xlsx", changed)
    assert poi_verify([good, bad]) == {good: [True, True], bad: [False, False]}


@pytest.mark.parametrize("key", KEYS)
def test_a_detached_signature_by_a_token(key: str, token: SoftToken, ca: Path, written: Written) -> None:
    p7s = sign_detached(b"manifes", load_token(token.place(key), PIN), "Ketua Tim")
    verdict = verify_detached(b"manifes", p7s, [token.root.pem])
    assert (verdict.counts, verdict.trusted, verdict.role) == (True, True, "Ketua Tim")
    assert not verify_detached(b"Manifes", p7s, [token.root.pem]).counts
    signature = written("a.p7s", p7s)
    for content, holds in ((b"manifes", True), (b"Manifes", False)):
        command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", str(signature)]
        command += ["-content", str(written("isi", content)), "-CAfile", str(ca), "-purpose", "any"]
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
        assert (done.returncode == 0) == holds, done.stderr


def test_the_key_never_leaves_its_token(token: SoftToken) -> None:
    identity = load_token(token.place("ketua"), PIN)
    assert soft_token.private_attributes("ketua") == {
        "EXTRACTABLE": False,
        "SENSITIVE": True,
        "NEVER_EXTRACTABLE": True,
        "LOCAL": True,
    }
    with pytest.raises(pkcs11.AttributeSensitive):
        soft_token.read_private_value("ketua")
    assert PIN not in repr(identity) + repr(identity.key), "nor does the PIN show"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("kedaluwarsa", "certificate-expired"),
        ("belum-berlaku", "certificate-not-yet-valid"),
        ("server", "certificate-wrong-purpose"),
        ("bukan-penanda", "certificate-wrong-purpose"),
    ],
)
def test_a_certificate_on_a_token_is_refused_as_one_in_a_file(key: str, code: str, token: SoftToken) -> None:
    identity = load_token(token.place(key), PIN)
    for sign in (
        lambda: check_usable(identity),
        lambda: sign_pdf_with(samples.sample_pdf(), [PdfSigner(identity, "Ketua Tim")]),
        lambda: sign_xlsx_with(samples.sample_xlsx(), [XlsxSigner(identity, "Ketua Tim")]),
        lambda: sign_detached(b"", identity, "Ketua Tim"),
    ):
        with pytest.raises(ZiError, match=code):
            sign()


@pytest.mark.parametrize(
    ("place", "pin", "code"),
    [
        (TokenPlace(MODULE, soft_token.LABEL, key="ketua"), "111111", "wrong-pin"),
        (TokenPlace(MODULE, soft_token.LABEL, key="ketua"), "", "wrong-pin"),
        (TokenPlace(MODULE, soft_token.LABEL, key="ketua"), "1" * 300, "wrong-pin"),
        (TokenPlace(MODULE, "TIDAK ADA"), PIN, "no-token"),
        (TokenPlace(MODULE, serial="00"), PIN, "no-token"),
        (TokenPlace(MODULE), PIN, "many-tokens"),
        (TokenPlace(MODULE, soft_token.LABEL), PIN, "many-keys"),
        (TokenPlace(MODULE, soft_token.LABEL, key="tidak ada"), PIN, "no-key"),
        (TokenPlace(MODULE, soft_token.LABEL, key="tanpa-sertifikat"), PIN, "no-certificate"),
        (TokenPlace("/tidak/ada.so"), PIN, "token-module"),
        (TokenPlace(__file__), PIN, "token-module"),
    ],
)
def test_what_is_wrong_with_a_token_is_told(place: TokenPlace, pin: str, code: str, token: SoftToken) -> None:
    with pytest.raises(ZiError, match=code) as told:
        load_token(place, pin)
    assert told.value.remedy.id
    assert pin not in str(told.value) or not pin
    assert load_token(token.place("ketua"), PIN).subject == "Rekaan Ketua Token", "it can be tried again"


def test_a_library_that_is_none(token: SoftToken, tmp_path: Path) -> None:  # noqa: ARG001
    other = next(Path("/usr/lib").rglob("libz.so.1"))
    with pytest.raises(ZiError, match="token-module"):
        token_certificates(str(other))
    with pytest.raises(ZiError, match="token-module"):
        token_certificates(str(tmp_path))


def test_key_and_certificate_that_do_not_belong_together(token: SoftToken) -> None:
    identity = load_token(token.place("tertukar"), PIN)
    with pytest.raises(ZiError, match="key-mismatch"):
        sign_pdf_with(samples.sample_pdf(), [PdfSigner(identity, "Ketua Tim")])


def test_one_token_with_one_key_needs_no_names(token: SoftToken) -> None:  # noqa: ARG001
    assert load_token(TokenPlace(MODULE, OTHER), PIN).subject == "Rekaan Tunggal"


def test_the_renewed_certificate_and_the_issuer_that_lies_beside(token: SoftToken) -> None:
    identity = load_token(token.place("diperbarui"), PIN)
    assert identity.subject == "Rekaan Terbaru"
    assert [c.subject for c in identity.chain] == [token.issuer.certificate.subject]


def test_who_could_sign_is_listed_without_a_pin(token: SoftToken) -> None:
    found = {entry.subject: entry for entry in token_certificates(MODULE)}
    assert "CA Penerbit Token Uji" not in found
    assert "Rekaan Sebelumnya" not in found
    entry = found["Rekaan Ketua Token"]
    assert entry.valid_until > dt.datetime.now(dt.UTC)
    assert load_token(parse_uri(entry.place.uri), PIN).subject == "Rekaan Ketua Token"
    assert entry.place.token == soft_token.LABEL
    assert token.issuer.certificate.subject == entry.certificate.issuer


@pytest.mark.parametrize(
    "place",
    [
        TokenPlace("/usr/lib/a.so"),
        TokenPlace(
            "C:\\Program Files\\Token\\p11.dll", "Kartu; 50% & tanda=?", "0A1B", "kunci/é", b"\x00\xff"
        ),
    ],
)
def test_an_address_reads_back(place: TokenPlace) -> None:
    assert parse_uri(place.uri) == place


def test_an_address_as_other_programs_write_it() -> None:
    uri = "pkcs11:model=SoftHSM%20v2;manufacturer=SoftHSM;serial=b1;token=UJI;id=%01;object=k;type=private"
    assert parse_uri(uri + "?module-path=C:\\p11.dll") == TokenPlace("C:\\p11.dll", "UJI", "b1", "k", b"\x01")


@pytest.mark.parametrize(
    "uri",
    [
        "pkcs11:",
        "pkcs11:token=a",
        "pkcs11:token=a?module-path=",
        "pkcs11:tokn=a?module-path=/a.so",
        "pkcs11:token=%ff?module-path=/a.so",
        "ketua.p12",
    ],
)
def test_an_address_that_cannot_be_read(uri: str) -> None:
    with pytest.raises(ZiError, match="bad-token-uri"):
        parse_uri(uri)


def test_a_pin_in_an_address_is_refused_and_not_told() -> None:
    for name in ("pin-value", "pin-source"):
        with pytest.raises(ZiError, match="bad-token-uri") as told:
            parse_uri(f"pkcs11:token=a?module-path=/a.so&{name}=987654")
        assert "987654" not in str(told.value.as_dict("id"))
