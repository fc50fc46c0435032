"""Detached signatures over a package's manifest, judged by ours and by OpenSSL."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.signing import pki
from tests.signing.conftest import People
from tests.signing.samples import flipped
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.cms import sign_detached
from zi_desktop.signing.identities import Identity
from zi_desktop.signing.verify import verify_detached

MANIFEST = b'{"isi": "manifes contoh", "baris": "\r\n"}\n'
Written = Callable[[str, bytes], Path]


def signers(people: People) -> list[Identity]:
    return [people.ketua, people.anggota]


@pytest.mark.parametrize("number", [0, 1])
def test_a_detached_signature_holds(number: int, people: People, ca_pem: Path, written: Written) -> None:
    identity = signers(people)[number]
    p7s = sign_detached(MANIFEST, identity, "Ketua Tim")
    verdict = verify_detached(MANIFEST, p7s, people.roots)
    assert (verdict.signer, verdict.role) == (identity.subject, "Ketua Tim")
    assert verdict.counts
    assert verdict.trusted
    assert verdict.time is not None
    assert verify_detached(MANIFEST, p7s).trusted is None
    assert openssl(p7s, MANIFEST, ca_pem, written) == 0
    assert openssl(p7s, MANIFEST + b" ", ca_pem, written) != 0


def test_changed_contents_are_told_from_a_changed_signature(people: People) -> None:
    p7s = sign_detached(MANIFEST, people.ketua, "Ketua Tim")
    changed = verify_detached(MANIFEST + b" ", p7s, people.roots)
    assert not changed.intact
    assert changed.problem is not None
    assert "Isi" in changed.problem.id
    other = sign_detached(b"lain", people.ketua, "Ketua Tim")
    assert not verify_detached(MANIFEST, other, people.roots).counts


def test_no_flipped_bit_passes(people: People) -> None:
    p7s = sign_detached(MANIFEST, people.ketua, "Ketua Tim")
    for position in range(len(MANIFEST)):
        assert not verify_detached(flipped(MANIFEST, position), p7s, people.roots).counts
    for position in [*range(60), *range(60, len(p7s), 7)]:
        assert not verify_detached(MANIFEST, flipped(p7s, position), people.roots).counts, position


@pytest.mark.parametrize(
    "garbage", [b"", b"x", b"0\x80", b"\x30\x84\xff\xff\xff\xff", b"PK\x03\x04", bytes(5_000_000)]
)
def test_garbage_is_a_damaged_signature(garbage: bytes) -> None:
    verdict = verify_detached(MANIFEST, garbage)
    assert not verdict.intact
    assert verdict.problem is not None


def test_what_follows_the_signature_is_refused(people: People) -> None:
    p7s = sign_detached(MANIFEST, people.ketua, "Ketua Tim")
    assert not verify_detached(MANIFEST, p7s + b"x", people.roots).counts


def test_an_unfit_identity_does_not_sign(people: People) -> None:
    with pytest.raises(ZiError, match="certificate-wrong-purpose"):
        sign_detached(
            MANIFEST, people.identity(pki.Wish("Uji", key_usage=("key_encipherment",))), "Ketua Tim"
        )


def openssl(p7s: bytes, content: bytes, ca_pem: Path, written: Written) -> int:
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"]
    command += ["-in", str(written("s.p7s", p7s)), "-content", str(written("isi", content))]
    return subprocess.run(
        [*command, "-CAfile", str(ca_pem), "-out", "/dev/null"], capture_output=True, check=False
    ).returncode
