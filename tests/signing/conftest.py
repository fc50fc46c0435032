"""One PKI for all tests of the room (making RSA keys takes time), and documents signed with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.signing import pki, samples
from zi_desktop.signing.identities import Identity, load_pkcs12
from zi_desktop.signing.opc import XlsxSigner, sign_xlsx_with
from zi_desktop.signing.pades import Box, PdfSigner, sign_pdf_with


class People(NamedTuple):
    """Signers under one root: ketua has an RSA key, anggota an ECDSA one."""

    root: pki.Authority
    issuer: pki.Authority
    ketua: Identity
    anggota: Identity
    spare_key: rsa.RSAPrivateKey

    @property
    def roots(self) -> list[bytes]:
        return [self.root.pem]

    def identity(self, wish: pki.Wish) -> Identity:
        """An identity as wished for, with a key that is there already."""
        return load_pkcs12(self.issuer.pkcs12(wish, self.spare_key), pki.PASSPHRASE)


@pytest.fixture(scope="session")
def people() -> People:
    root = pki.authority("CA Akar Uji")
    issuer = pki.authority("CA Penerbit Uji", root)
    spare = pki.rsa_key()

    def person(name: str, key: pki.Key) -> Identity:
        return load_pkcs12(issuer.pkcs12(pki.Wish(name), key), pki.PASSPHRASE)

    ketua = person("Ketua Tim Uji", pki.rsa_key())
    return People(root, issuer, ketua, person("Anggota Tim Uji", pki.ec_key()), spare)


@pytest.fixture(scope="session")
def ca_pem(people: People, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ca") / "root.pem"
    path.write_bytes(people.root.pem)
    return path


@pytest.fixture(scope="session")
def chain_pem(people: People, ca_pem: Path) -> Path:
    """Root and issuing CA: LibreOffice looks for the issuer only in its own database."""
    path = ca_pem.with_name("chain.pem")
    path.write_bytes(people.root.pem + people.issuer.pem)
    return path


@pytest.fixture(scope="session")
def signed_pdf(people: People) -> bytes:
    """Certified by ketua (RSA), then signed by anggota (ECDSA), both visibly."""
    return sign_pdf_with(
        samples.sample_pdf(),
        [
            PdfSigner(people.ketua, "Ketua Tim", Box(0, 50, 60, 290, 130), "Menyetujui laporan contoh"),
            PdfSigner(people.anggota, "Anggota Tim", Box(-1, 300, 60, 540, 130)),
        ],
    )


@pytest.fixture(scope="session")
def signed_xlsx(people: People) -> bytes:
    """Signed by ketua (RSA), then by anggota (ECDSA)."""
    return sign_xlsx_with(
        samples.sample_xlsx(),
        [
            XlsxSigner(people.ketua, "Ketua Tim", "Menyetujui kertas kerja contoh"),
            XlsxSigner(people.anggota, "Anggota Tim"),
        ],
    )


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Writes bytes to a file for programs that read only files."""

    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write
