"""Signing later: only the signature that was asked for is put in; OpenSSL plays the remote service."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import pkcs7

from tests.signing import pki, samples
from tests.signing.conftest import People
from tests.verifiers import pdfsig
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.cms import sign_detached
from zi_desktop.signing.identities import Identity
from zi_desktop.signing.pades import Box, Field, PdfSigner, sign_pdf_with
from zi_desktop.signing.remote import RESERVED, Pending, complete_remote, prepare_remote
from zi_desktop.signing.signer import Signer
from zi_desktop.signing.verify import verify_pdf

Written = Callable[[str, bytes], Path]


def to_be_signed(prepared: bytes, pending: Pending) -> bytes:
    return prepared[: pending.start] + prepared[pending.end :]


@pytest.fixture(scope="module")
def waiting(people: People) -> tuple[bytes, Pending]:
    """Signed by anggota; prepared for ketua, who signs elsewhere."""
    signed = sign_pdf_with(
        samples.sample_pdf(),
        [PdfSigner(people.anggota, "Anggota Tim", Box(0, 50, 60, 290, 130))],
        later=[Field("Menunggu2", Box(0, 300, 60, 540, 130), Signer("Ketua Tim", "Ketua Tim Uji", "1970"))],
    )
    return prepare_remote(signed, name="Ketua Tim Uji", role="Ketua Tim")


def elsewhere(waiting: tuple[bytes, Pending], who: Identity) -> bytes:
    """What a service returns that builds the CMS itself, role and all."""
    return sign_detached(to_be_signed(*waiting), who, "")


def test_a_signature_from_elsewhere_is_put_in(
    people: People, waiting: tuple[bytes, Pending], ca_pem: Path, written: Written
) -> None:
    prepared, pending = waiting
    signed = complete_remote(prepared, pending, elsewhere(waiting, people.ketua))
    verdict = verify_pdf(signed, people.roots)
    assert verdict.valid, verdict
    said = [(s.signer, s.role, s.covers) for s in verdict.signatures]
    assert said == [("Anggota Tim Uji", "Anggota Tim", "part"), ("Ketua Tim Uji", "Ketua Tim", "all")]
    told = pdfsig(written("nanti.pdf", signed), ca_pem)
    assert [(v["valid"], v["trusted"]) for v in told] == [(True, True), (True, True)]
    assert not verify_pdf(samples.flipped(signed, pending.start - 300), people.roots).valid


def test_openssl_as_the_service(people: People, tmp_path: Path) -> None:
    """A program that knows nothing of PDF signs the bytes; RSA, one signature, PAdES attributes."""
    prepared, pending = prepare_remote(samples.sample_pdf(), name="Orang Uji", role="Ketua Tim")
    key = people.spare_key
    (tmp_path / "key.pem").write_bytes(pki.key_pem(key))
    (tmp_path / "cert.pem").write_bytes(pki.pem(people.issuer.issue(pki.Wish("Orang Uji"), key)))
    (tmp_path / "data").write_bytes(to_be_signed(prepared, pending))
    command = ["openssl", "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-outform", "PEM"]
    command += ["-signer", "cert.pem", "-inkey", "key.pem", "-in", "data", "-out", "back.pem"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    signed = complete_remote(prepared, pending, (tmp_path / "back.pem").read_bytes())
    assert [s.role for s in verify_pdf(signed).signatures] == ["Ketua Tim"]
    assert verify_pdf(signed).valid


def refusal(waiting: tuple[bytes, Pending], signature: bytes) -> str:
    with pytest.raises(ZiError) as refused:
        complete_remote(*waiting, signature)
    assert refused.value.message.id != refused.value.message.en
    return refused.value.code


def test_the_wrong_signature_is_refused(people: People, waiting: tuple[bytes, Pending]) -> None:
    good = elsewhere(waiting, people.ketua)
    assert refusal(waiting, elsewhere(waiting, people.anggota)) == "foreign-signature"
    assert refusal(waiting, sign_detached(b"lain", people.ketua, "")) == "signature-of-other-data"
    assert refusal(waiting, good[:-1] + bytes([good[-1] ^ 1])) in ("signature-broken", "bad-signature")
    for garbage in (b"", b"PK", good[:500], good + b"\0", bytes(2_000_000), waiting[0]):
        assert refusal(waiting, garbage) == "bad-signature"


def test_a_certificate_that_must_not_sign_is_refused(people: People, waiting: tuple[bytes, Pending]) -> None:
    wish = pki.Wish("Ketua Tim Uji", purposes=("1.3.6.1.5.5.7.3.1",))
    certificate = people.issuer.issue(wish, people.spare_key)
    unfit = Identity("Ketua Tim Uji", certificate, (), people.spare_key)
    from zi_desktop.signing.cms_detached import sign  # past the check that our own signing makes

    moment = people.ketua.certificate.not_valid_before_utc
    assert refusal(waiting, sign(to_be_signed(*waiting), unfit, "", moment)) == "certificate-wrong-purpose"


def test_a_signature_without_pades_attributes_or_with_the_content_is_refused(
    people: People, waiting: tuple[bytes, Pending]
) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding

    builder = pkcs7.PKCS7SignatureBuilder().set_data(to_be_signed(*waiting))
    builder = builder.add_signer(people.ketua.certificate, people.ketua.key, hashes.SHA256())
    options = [pkcs7.PKCS7Options.Binary]
    assert refusal(waiting, builder.sign(Encoding.DER, options)) == "bad-signature"
    detached = [*options, pkcs7.PKCS7Options.DetachedSignature]
    assert refusal(waiting, builder.sign(Encoding.DER, detached)) == "bad-signature"


def test_state_and_pdf_belong_together(people: People, waiting: tuple[bytes, Pending]) -> None:
    prepared, pending = waiting
    assert Pending.from_json(pending.to_json()) == pending
    good = elsewhere(waiting, people.ketua)
    assert refusal((samples.flipped(prepared, 100), pending), good) == "state-of-another-file"
    moved = replace(pending, start=pending.start - 1)
    with pytest.raises(ZiError):
        complete_remote(prepared, moved, good)
    tight = replace(pending, end=pending.start + 100)
    assert refusal((prepared, tight), good) == "bad-signature"
    for damaged in (
        b"",
        b"{}",
        b"[]",
        pending.to_json()[:-20],
        pending.to_json().replace(b'"start": ', b'"start": "'),
    ):
        with pytest.raises(ZiError, match="bad-state"):
            Pending.from_json(damaged)
    assert pending.end - pending.start == 2 * RESERVED + 2


def test_the_name_is_asked_for() -> None:
    with pytest.raises(ZiError, match="name-missing"):
        prepare_remote(samples.sample_pdf(), name="  ", role="Ketua Tim")
