"""What an OCSP responder (OpenSSL's) says is kept beside the signatures, if it may say so, and believed."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore

from tests.signing import pki, samples
from tests.signing.conftest import People
from tests.signing.ocsp_responder import OcspResponder
from tests.signing.tsa_server import TsaServer, revocation_list, tsa_server
from tests.verifiers import pdfsig
from zi_desktop.signing.identities import Identity
from zi_desktop.signing.pades import sign_next
from zi_desktop.signing.revocation import ocsp_responses
from zi_desktop.signing.stamping import stamp_pdf
from zi_desktop.signing.trust import to_asn1
from zi_desktop.signing.tsa import Tsa
from zi_desktop.signing.verify import verify_pdf

WHEN = dt.datetime(2026, 2, 3, 4, 5, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def server(people: People, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TsaServer]:
    with tsa_server(tmp_path_factory.mktemp("tsa"), people.issuer, people.spare_key) as running:
        yield running


@pytest.fixture
def signer(people: People, server: TsaServer) -> Identity:
    """Its certificate names a responder alone."""
    return people.identity(pki.Wish("Penanda Tangan OCSP", ocsp_url=server.url + "/ocsp/uji"))


@pytest.fixture
def responder(people: People, server: TsaServer, signer: Identity, tmp_path: Path) -> OcspResponder:
    made = OcspResponder(tmp_path, people.issuer, [signer.certificate])
    made.set_up(people.spare_key)
    server.responders["uji"] = made.answer
    return made


def kept(pdf: bytes) -> list[ocsp.OCSPResponse]:
    """The OCSP responses in a PDF's security store."""
    store = DocumentSecurityStore.read_dss(PdfFileReader(io.BytesIO(pdf)))
    return [ocsp.load_der_ocsp_response(found.get_object().data) for found in store.ocsps]


def stamped(signer: Identity, server: TsaServer) -> bytes:
    return stamp_pdf(sign_next(samples.sample_pdf(), signer, role="Ketua Tim"), Tsa(server.tsa))


@pytest.mark.parametrize("days", [1, 0])
def test_an_answer_comes_along(
    days: int, people: People, server: TsaServer, signer: Identity, responder: OcspResponder
) -> None:
    responder.days = days
    pdf = stamped(signer, server)
    (answer,) = kept(pdf)
    assert answer.serial_number == signer.certificate.serial_number
    assert answer.certificate_status is ocsp.OCSPCertStatus.GOOD
    verdict = verify_pdf(pdf, people.roots)
    assert verdict.valid, verdict
    assert verdict.signatures[0].trusted
    assert verdict.signatures[0].timestamp is not None


def test_a_revoked_certificate_is_told_with_the_time(
    people: People, server: TsaServer, signer: Identity, responder: OcspResponder
) -> None:
    responder.revoked[signer.certificate.serial_number] = WHEN
    pdf = stamped(signer, server)
    (answer,) = kept(pdf)
    assert answer.certificate_status is ocsp.OCSPCertStatus.REVOKED
    verdict = verify_pdf(pdf, people.roots)
    (signature,) = verdict.signatures
    assert (verdict.valid, signature.intact, signature.trusted) == (False, True, False)
    assert signature.problem is not None
    assert "dicabut penerbitnya pada 2026-02-03 04:05 UTC" in signature.problem.id
    assert "revoked by its issuer on 2026-02-03 04:05 UTC" in signature.problem.en
    assert verify_pdf(pdf).signatures[0].trusted is None, "nobody was asked to be trusted"


def test_a_revocation_list_tells_the_time_too(people: People, server: TsaServer) -> None:
    signer = people.identity(pki.Wish("Penanda Tangan CRL", crl_url=server.url + "/crl/dua"))
    server.lists["dua"] = revocation_list(people.issuer, signer.certificate.serial_number)
    (signature,) = verify_pdf(stamped(signer, server), people.roots).signatures
    yesterday = dt.datetime.now(dt.UTC) - pki.DAY
    assert signature.problem is not None
    assert f"pada {yesterday:%Y-%m-%d}" in signature.problem.id


def test_list_and_answer_both_come_along(people: People, server: TsaServer, responder: OcspResponder) -> None:
    wish = pki.Wish("Keduanya", ocsp_url=server.url + "/ocsp/uji", crl_url=server.url + "/crl/tiga")
    signer = people.identity(wish)
    responder.known.append(signer.certificate)
    server.lists["tiga"] = revocation_list(people.issuer)
    pdf = stamped(signer, server)
    assert len(kept(pdf)) == 1
    assert b"/CRLs" in pdf
    assert verify_pdf(pdf, people.roots).valid


def test_pdfsig_which_asks_the_responder_itself_agrees(
    server: TsaServer, signer: Identity, responder: OcspResponder, ca_pem: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(stamped(signer, server))
    for revoked in (False, True):
        if revoked:
            responder.revoked[signer.certificate.serial_number] = WHEN
        told = pdfsig(tmp_path / "a.pdf", ca_pem)[0]
        assert (told["valid"], told["trusted"]) == (True, not revoked), told["raw"]


def test_no_flipped_bit_in_a_kept_answer_passes(
    people: People, server: TsaServer, signer: Identity, responder: OcspResponder
) -> None:
    """A revoked one must not be made good: the time stamp covers it."""
    responder.revoked[signer.certificate.serial_number] = WHEN
    revoked = stamped(signer, server)
    responder.revoked.clear()
    good = stamped(signer, server)
    assert [verify_pdf(pdf, people.roots).valid for pdf in (revoked, good)] == [False, True]
    start = good.rindex(b"/OCSPs")
    end = good.rindex(b"/DocTimeStamp")
    for position in range(start, end, max(1, (end - start) // 12)):
        assert not verify_pdf(samples.flipped(good, position), people.roots).valid, position


def ask(people: People, signer: Identity) -> list[bytes]:
    return ocsp_responses([to_asn1(c) for c in (signer.certificate, *people.issuer.chain)], timeout=5)


def test_answers_that_may_not_be_believed_are_left_out(
    people: People, server: TsaServer, signer: Identity, responder: OcspResponder
) -> None:
    assert len(ask(people, signer)) == 1
    assert ocsp_responses([to_asn1(signer.certificate)]) == [], "nobody to ask about without its issuer"
    good = responder.answer
    other = people.issuer.issue(pki.Wish("Orang Lain"), people.spare_key)

    def about_another(_: bytes) -> bytes:
        responder.known.append(other)
        build = ocsp.OCSPRequestBuilder().add_certificate(other, people.issuer.certificate, hashes.SHA1())
        return good(build.build().public_bytes(Encoding.DER))

    def damaged(request: bytes) -> bytes:
        return samples.flipped(good(request), 120)

    strange = [b"", b"bukan jawaban", bytes.fromhex("30030a0106")]  # the last: unauthorized
    for reply in (about_another, damaged, *(lambda _, s=s: s for s in strange)):
        server.responders["uji"] = reply
        assert ask(people, signer) == [], reply
    server.responders["uji"] = good
    responder.known.clear()
    assert ask(people, signer) == [], "an answer that says nothing"
    responder.known.append(signer.certificate)
    responder.set_up(people.spare_key, signed_by=pki.authority("CA Lain Uji"))
    assert ask(people, signer) == [], "signed by nobody the issuer named"
