from __future__ import annotations

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from tests.signing import pki
from tests.signing.conftest import People
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.trust import Evidence, Trust, damaged_certificates, judge, load_roots

NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


def judged(
    people: People,
    wish: pki.Wish,
    *,
    claimed: dt.datetime | None = NOW,
    proven: dt.datetime | None = None,
    evidence: Evidence | None = None,
) -> Trust:
    identity = people.identity(wish)
    return judge(
        identity.certificate,
        evidence or Evidence(identity.chain),
        load_roots(people.roots),
        claimed=claimed,
        proven=proven,
    )


def test_a_chain_to_the_root_is_trusted(people: People) -> None:
    assert judged(people, pki.Wish("Uji")) == Trust(True)


def test_without_roots_nothing_is_said(people: People) -> None:
    assert judge(people.ketua.certificate, Evidence(), [], claimed=NOW) == Trust(None)


@pytest.mark.parametrize(
    ("wish", "claimed", "reason"),
    [
        (pki.Wish("Uji", start=-20, end=-10), NOW - 15 * DAY, "kedaluwarsa"),
        (pki.Wish("Uji", start=-20, end=-10), NOW, "di luar masa berlaku"),
        (pki.Wish("Uji", start=5, end=10), NOW + 6 * DAY, "masa depan"),
        (pki.Wish("Uji", start=5, end=10), None, "belum berlaku"),
        (pki.Wish("Uji"), NOW + 2 * DAY, "masa depan"),
        (pki.Wish("Uji"), NOW - 30 * DAY, "di luar masa berlaku"),
        (pki.Wish("Uji", key_usage=("key_encipherment",)), NOW, "tidak diterbitkan untuk menandatangani"),
        (pki.Wish("Uji", is_ca=True, key_usage=None), NOW, "otoritas"),
    ],
)
def test_reasons_to_distrust(
    people: People, wish: pki.Wish, claimed: dt.datetime | None, reason: str
) -> None:
    trust = judged(people, wish, claimed=claimed)
    assert trust.trusted is False
    assert trust.reason is not None
    assert reason in trust.reason.id


def test_a_trusted_time_stamp_outlives_the_certificate(people: People) -> None:
    expired = pki.Wish("Uji", start=-20, end=-10)
    assert judged(people, expired, claimed=NOW - 15 * DAY, proven=NOW - 15 * DAY) == Trust(True)
    assert judged(people, expired, claimed=NOW - 15 * DAY, proven=NOW - 5 * DAY).trusted is False


def test_another_root_and_a_missing_link_are_not_trusted(people: People) -> None:
    identity = people.identity(pki.Wish("Uji"))
    other = load_roots([pki.authority("CA Akar Uji").pem])  # the same name, another key
    assert judge(identity.certificate, Evidence(identity.chain), other, claimed=NOW).trusted is False
    roots = load_roots(people.roots)
    assert judge(identity.certificate, Evidence(), roots, claimed=NOW).trusted is False


def test_a_revoked_certificate_is_not_trusted(people: People) -> None:
    identity = people.identity(pki.Wish("Uji", crl_url="http://contoh.invalid/daftar.crl"))
    revoked = (
        x509.RevokedCertificateBuilder()
        .serial_number(identity.certificate.serial_number)
        .revocation_date(NOW - DAY)
        .build()
    )
    crl = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(people.issuer.certificate.subject)
        .last_update(NOW - DAY)
        .next_update(NOW + DAY)
        .add_revoked_certificate(revoked)
        .sign(people.issuer.key, hashes.SHA256())
    )
    evidence = Evidence(identity.chain, crls=[crl.public_bytes(Encoding.DER)])
    trust = judge(identity.certificate, evidence, load_roots(people.roots), claimed=NOW)
    assert trust.trusted is False
    assert trust.reason is not None
    assert "dicabut" in trust.reason.id


def test_roots_come_as_pem_bundle_or_der(people: People) -> None:
    bundle = people.root.pem + people.issuer.pem
    assert len(load_roots([bundle, people.root.certificate.public_bytes(Encoding.DER)])) == 3


@pytest.mark.parametrize(
    "data", [b"", b"bukan sertifikat", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_an_unreadable_root_is_refused(data: bytes) -> None:
    with pytest.raises(ZiError, match="bad-trust-root"):
        load_roots([data])


def test_a_damaged_certificate_in_the_chain_is_noticed(people: People) -> None:
    assert not damaged_certificates([people.ketua.certificate, *people.ketua.chain])
    der = bytearray(people.issuer.certificate.public_bytes(Encoding.DER))
    der[-1] ^= 1  # in the root's signature over it
    damaged = x509.load_der_x509_certificate(bytes(der))
    assert damaged_certificates([people.ketua.certificate, damaged, people.root.certificate])
