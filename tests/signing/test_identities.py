from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

from tests.signing import pki
from tests.signing.conftest import People
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.identities import check_certificate, check_usable, load_pkcs12, make_self_signed


def test_rsa_and_ecdsa_identities_come_with_their_chain(people: People) -> None:
    for identity, name in ((people.ketua, "Ketua Tim Uji"), (people.anggota, "Anggota Tim Uji")):
        assert identity.subject == name
        assert [c.subject for c in identity.chain] == [c.subject for c in people.issuer.chain]
        assert not identity.self_made
        check_usable(identity)


def test_the_key_never_shows(people: People) -> None:
    for identity in (people.ketua, people.anggota):
        for text in (repr(identity), str(identity), f"{identity}"):
            assert "key=" not in text
            assert "PrivateKey" not in text


def test_a_wrong_passphrase_is_told_apart_from_a_wrong_file(people: People) -> None:
    data = people.issuer.pkcs12(pki.Wish("Uji"), people.spare_key)
    assert _refusal(data, "bukan itu") == "wrong-passphrase"
    assert _refusal(data, "") == "wrong-passphrase"
    for garbage in (b"", b"PK\x03\x04", pki.pem(people.root.certificate), data[:200], b"\x30\x82" * 40):
        assert _refusal(garbage, pki.PASSPHRASE) == "not-pkcs12"
    assert _refusal(bytes(2 * 1024 * 1024), pki.PASSPHRASE) == "not-pkcs12"


def test_an_identity_without_passphrase_opens_with_an_empty_one(people: People) -> None:
    certificate = people.issuer.issue(pki.Wish("Uji Tanpa Sandi"), people.spare_key)
    data = pkcs12.serialize_key_and_certificates(b"u", people.spare_key, certificate, None, NoEncryption())
    assert load_pkcs12(data, "").subject == "Uji Tanpa Sandi"


def test_a_file_without_key_or_certificate_is_refused(people: People) -> None:
    locked = BestAvailableEncryption(pki.PASSPHRASE.encode())
    certificate = people.issuer.issue(pki.Wish("Uji"), people.spare_key)
    no_key = pkcs12.serialize_key_and_certificates(b"u", None, certificate, None, locked)
    assert _refusal(no_key, pki.PASSPHRASE) == "no-key"
    no_certificate = pkcs12.serialize_key_and_certificates(b"u", people.spare_key, None, None, locked)
    assert _refusal(no_certificate, pki.PASSPHRASE) == "no-certificate"


def test_keys_that_verifiers_refuse_are_refused(people: People) -> None:
    weak = people.issuer.pkcs12(pki.Wish("Uji Lemah"), pki.rsa_key(1024))
    assert _refusal(weak, pki.PASSPHRASE) == "unsupported-key"
    odd_curve = people.issuer.pkcs12(pki.Wish("Uji Kurva"), pki.ec_key(ec.SECP256K1()))
    assert _refusal(odd_curve, pki.PASSPHRASE) == "unsupported-key"
    edwards = people.issuer.pkcs12(pki.Wish("Uji Edwards"), ed25519.Ed25519PrivateKey.generate())  # type: ignore[arg-type]
    assert _refusal(edwards, pki.PASSPHRASE) == "unsupported-key"


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (pki.Wish("Uji", start=-20, end=-10), "certificate-expired"),
        (pki.Wish("Uji", start=10, end=20), "certificate-not-yet-valid"),
        (pki.Wish("Uji", key_usage=("key_encipherment",)), "certificate-wrong-purpose"),
        (pki.Wish("Uji", is_ca=True, key_usage=None), "certificate-wrong-purpose"),
        (pki.Wish("Uji", purposes=("1.3.6.1.5.5.7.3.1",)), "certificate-wrong-purpose"),  # TLS server
        (pki.Wish("Uji", purposes=("1.3.6.1.5.5.7.3.8",)), "certificate-wrong-purpose"),  # time stamping
    ],
)
def test_what_a_verifier_would_refuse_may_not_sign(people: People, wish: pki.Wish, code: str) -> None:
    with pytest.raises(ZiError) as refused:
        check_usable(people.identity(wish))
    assert refused.value.code == code
    assert refused.value.message.id != refused.value.message.en


@pytest.mark.parametrize(
    "wish",
    [
        pki.Wish("Uji", key_usage=None),
        pki.Wish("Uji", key_usage=("content_commitment",)),
        pki.Wish("Uji", key_usage=("digital_signature",)),
        pki.Wish("Uji", purposes=("1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2")),  # e-mail and TLS client
        pki.Wish("Uji", purposes=("1.3.6.1.5.5.7.3.36",)),  # document signing
    ],
)
def test_fit_certificates_may_sign(people: People, wish: pki.Wish) -> None:
    check_usable(people.identity(wish))


@pytest.mark.parametrize("options", [["-sha1", "-newkey", "rsa:2048"], ["-sha256", "-newkey", "rsa:1024"]])
def test_a_certificate_made_with_outdated_methods_may_not_sign(options: list[str], tmp_path: Path) -> None:
    """OpenSSL still makes them."""
    made = tmp_path / "usang.pem"
    command = ["openssl", "req", "-x509", "-nodes", *options, "-subj", "/CN=Uji Usang", "-out", str(made)]
    command += ["-keyout", str(tmp_path / "key.pem"), "-addext", "basicConstraints=critical,CA:FALSE"]
    subprocess.run(command, check=True, capture_output=True)
    with pytest.raises(ZiError, match="certificate-weak"):
        check_certificate(x509.load_pem_x509_certificate(made.read_bytes()), dt.datetime.now(dt.UTC))


def test_expiry_is_judged_at_the_time_asked_for(people: People) -> None:
    identity = people.identity(pki.Wish("Uji", start=-20, end=-10))
    check_usable(identity, dt.datetime.now(dt.UTC) - dt.timedelta(days=15))
    with pytest.raises(ZiError, match="certificate-expired"):
        check_usable(identity)


@pytest.mark.parametrize("bits", [2048, 3072])
def test_a_self_made_identity_says_so_itself(bits: int) -> None:
    data = make_self_signed("Uji Mandiri", "Instansi Contoh", passphrase=pki.PASSPHRASE, key_bits=bits)
    identity = load_pkcs12(data, pki.PASSPHRASE)
    assert identity.self_made
    assert identity.subject == "Uji Mandiri"
    unit = identity.certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)[0].value
    assert "buatan sendiri" in str(unit)
    assert "self-made" in str(unit)
    constraints = identity.certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert not constraints.value.ca
    check_usable(identity)
    assert _refusal(data, "salah") == "wrong-passphrase"


@pytest.mark.parametrize(
    ("name", "passphrase", "code"),
    [("", "rahasia", "bad-name"), ("x" * 65, "rahasia", "bad-name"), ("Uji", "12345", "weak-passphrase")],
)
def test_a_self_made_identity_needs_a_name_and_a_passphrase(name: str, passphrase: str, code: str) -> None:
    with pytest.raises(ZiError) as refused:
        make_self_signed(name, passphrase=passphrase)
    assert refused.value.code == code


def _refusal(data: bytes, passphrase: str) -> str:
    with pytest.raises(ZiError) as refused:
        load_pkcs12(data, passphrase)
    return refused.value.code
