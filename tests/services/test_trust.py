"""Trusted authorities: added from files as authorities hand them out, refused when they are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from tests.signing import pki, samples
from zi_desktop.domain.errors import ZiError
from zi_desktop.services.history import redo_last, undo_last
from zi_desktop.services.trust import add_trust_anchor, remove_trust_anchor, trust_anchors, trusted_roots
from zi_desktop.services.verifying import verify_bytes
from zi_desktop.services.workspace import Workspace, open_workspace
from zi_desktop.signing.identities import load_pkcs12
from zi_desktop.signing.pades import sign_pdf


@pytest.fixture(scope="module")
def root() -> pki.Authority:
    return pki.authority("CA Akar Uji")


@pytest.fixture(scope="module")
def issuer(root: pki.Authority) -> pki.Authority:
    return pki.authority("CA Penerbit Uji", root)


def forms(root: pki.Authority, issuer: pki.Authority) -> dict[str, tuple[bytes, int]]:
    """File name → (content, how many authorities are in it)."""
    both = [root.certificate, issuer.certificate]
    return {
        "akar.pem": (root.pem, 1),
        "akar.cer": (root.certificate.public_bytes(Encoding.DER), 1),
        "dua.pem": (root.pem + issuer.pem + root.pem, 2),
        "dua.p7b": (pkcs7.serialize_certificates(both, Encoding.DER), 2),
        "dua-pem.p7b": (pkcs7.serialize_certificates(both, Encoding.PEM), 2),
    }


@pytest.mark.parametrize("name", ["akar.pem", "akar.cer", "dua.pem", "dua.p7b", "dua-pem.p7b"])
def test_every_form_of_a_file(
    work: Workspace, tmp_path: Path, root: pki.Authority, issuer: pki.Authority, name: str
) -> None:
    assert trust_anchors(work) == (), "nothing is trusted by default"
    content, count = forms(root, issuer)[name]
    (tmp_path / name).write_bytes(content)
    assert add_trust_anchor(work, tmp_path / name).settings
    assert len(trust_anchors(work)) == count
    assert not add_trust_anchor(work, tmp_path / name), "nothing new"
    anchor = trust_anchors(work)[0]
    assert (anchor.subject, anchor.issuer, anchor.own_root) == ("CA Akar Uji", "CA Akar Uji", True)
    assert anchor.fingerprint == root.certificate.fingerprint(hashes.SHA256()).hex()
    assert (anchor.valid_from, anchor.valid_until) == (
        root.certificate.not_valid_before_utc,
        root.certificate.not_valid_after_utc,
    )


def test_kept_removed_undone_and_done_again(work: Workspace, tmp_path: Path, root: pki.Authority) -> None:
    (tmp_path / "akar.pem").write_bytes(root.pem)
    add_trust_anchor(work, tmp_path / "akar.pem")
    again = open_workspace(work.store_path)
    (anchor,) = trust_anchors(again)
    again.close()
    spelled = anchor.fingerprint.upper()
    colons = ":".join(spelled[i : i + 2] for i in range(0, 64, 2))
    assert remove_trust_anchor(work, colons).settings
    assert trust_anchors(work) == ()
    undo_last(work)
    assert trust_anchors(work) == (anchor,)
    undo_last(work)
    assert trust_anchors(work) == ()
    redo_last(work)
    assert trust_anchors(work) == (anchor,)
    for unknown in ("00" * 32, "", anchor.fingerprint[:7]):
        with pytest.raises(ZiError, match="unknown-anchor"):
            remove_trust_anchor(work, unknown)
    assert trust_anchors(work) == (anchor,)


def test_who_is_no_authority_is_refused_and_nothing_is_added(
    work: Workspace, tmp_path: Path, root: pki.Authority
) -> None:
    person = root.issue(pki.Wish("Rekaan"), pki.rsa_key())
    no_issuer = root.issue(pki.Wish("CA tanpa wewenang", is_ca=True, key_usage=("crl_sign",)), pki.rsa_key())
    damaged = bytearray(root.certificate.public_bytes(Encoding.DER))
    damaged[-5] ^= 1
    refused = {
        "orang.pem": (pki.pem(person), "not-an-authority"),
        "rantai.pem": (root.pem + pki.pem(person), "not-an-authority"),
        "crl.pem": (pki.pem(no_issuer), "not-an-authority"),
        "rusak.cer": (bytes(damaged), "bad-trust-root"),
        "potong.cer": (bytes(damaged[:-40]), "bad-trust-root"),
        "kunci.pem": (pki.key_pem(root.key), "bad-trust-root"),
        "kosong.pem": (b"", "bad-trust-root"),
        "teks.pem": (b"bukan sertifikat", "bad-trust-root"),
    }
    for name, (content, code) in refused.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ZiError, match=code):
            add_trust_anchor(work, tmp_path / name)
    with pytest.raises(ZiError, match="no-file"):
        add_trust_anchor(work, tmp_path / "tidak-ada.pem")
    assert trust_anchors(work) == ()


def test_what_is_trusted_decides_the_verdict(work: Workspace, tmp_path: Path, root: pki.Authority) -> None:
    identity = load_pkcs12(root.pkcs12(pki.Wish("Rekaan Ketua"), pki.rsa_key()), pki.PASSPHRASE)
    signed = sign_pdf(samples.sample_pdf(), identity, role="Ketua Tim", field="Satu")
    (tmp_path / "akar.pem").write_bytes(root.pem)
    (tmp_path / "lain.pem").write_bytes(pki.authority("CA Lain Uji").pem)
    told = []
    for name in (None, "lain.pem", "akar.pem"):
        if name:
            add_trust_anchor(work, tmp_path / name)
        verdict = verify_bytes("a.pdf", signed, trusted_roots(work)).verdict
        told.append((verdict.valid, verdict.signatures[0].trusted))
    assert told == [(True, None), (False, False), (True, True)]
