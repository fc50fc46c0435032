"""Time stamps from an authority (OpenSSL), added afterwards: signatures stay, and a bad reply is refused."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.signing import pki, samples
from tests.signing.conftest import People
from tests.signing.tsa_server import TsaServer, revocation_list, tsa_server
from tests.verifiers import libreoffice_xlsx_signatures, poi_verify
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.cms import sign_detached
from zi_desktop.signing.pades import sign_next
from zi_desktop.signing.stamping import stamp_detached, stamp_pdf, stamp_xlsx
from zi_desktop.signing.tsa import Tsa
from zi_desktop.signing.verify import verify_detached, verify_pdf, verify_xlsx

Written = Callable[[str, bytes], Path]


@pytest.fixture(scope="module")
def server(people: People, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TsaServer]:
    with tsa_server(tmp_path_factory.mktemp("tsa"), people.issuer, people.spare_key) as running:
        yield running


@pytest.fixture(scope="module")
def stamped_pdf(signed_pdf: bytes, server: TsaServer) -> bytes:
    return stamp_pdf(signed_pdf, Tsa(server.tsa))


def test_a_stamped_pdf_says_when_and_keeps_its_signatures(
    people: People, signed_pdf: bytes, stamped_pdf: bytes
) -> None:
    assert stamped_pdf.startswith(signed_pdf)
    assert b"/2.0" not in stamped_pdf[len(signed_pdf) :]  # PDF/A-3 is PDF 1.7
    for roots, trusted in ((people.roots, True), ([], None)):
        verdict = verify_pdf(stamped_pdf, roots)
        assert verdict.valid, verdict
        assert [s.trusted for s in verdict.signatures] == [trusted, trusted]
        assert [s.timestamp is not None for s in verdict.signatures] == [True, True]
        assert [s.covers for s in verdict.signatures] == ["part", "part"]


def test_openssl_accepts_the_token_in_the_pdf(people: People, stamped_pdf: bytes, tmp_path: Path) -> None:
    (stamp,) = PdfFileReader(io.BytesIO(stamped_pdf)).embedded_timestamp_signatures
    _, length, resume, rest = (int(n) for n in stamp.byte_range)
    (tmp_path / "data").write_bytes(stamped_pdf[:length] + stamped_pdf[resume : resume + rest])
    (tmp_path / "token").write_bytes(stamp.pkcs7_content)
    (tmp_path / "root.pem").write_bytes(people.root.pem)
    command = ["openssl", "ts", "-verify", "-token_in", "-in", str(tmp_path / "token")]
    command += ["-data", str(tmp_path / "data"), "-CAfile", str(tmp_path / "root.pem")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout + done.stderr


def test_a_second_stamp_and_a_later_signature_are_allowed(people: People, server: TsaServer) -> None:
    once = stamp_pdf(sign_next(samples.sample_pdf(), people.ketua, role="Ketua Tim"), Tsa(server.tsa))
    twice = stamp_pdf(once, Tsa(server.tsa))
    assert verify_pdf(twice, people.roots).valid


def test_no_flipped_bit_in_the_stamp_passes(people: People, signed_pdf: bytes, stamped_pdf: bytes) -> None:
    gap = stamped_pdf.rindex(b"/Contents <")
    end = stamped_pdf.index(b">", gap + 11)
    places = [*range(len(signed_pdf), gap, 3001), *range(gap + 10, end, 1301), *range(end - 2, end + 2)]
    for position in places:
        assert not verify_pdf(samples.flipped(stamped_pdf, position), people.roots).valid, position


def test_revocation_lists_come_along_and_are_believed(people: People, server: TsaServer) -> None:
    """The signer's certificate names a list; a year later nobody could fetch it as it was."""
    wish = pki.Wish("Penanda Tangan Uji", crl_url=server.url + "/crl/penerbit")
    identity = people.identity(wish)
    signed = sign_next(samples.sample_pdf(), identity, role="Ketua Tim")
    server.lists["penerbit"] = revocation_list(people.issuer)
    good = stamp_pdf(signed, Tsa(server.tsa))
    server.lists["penerbit"] = revocation_list(people.issuer, identity.certificate.serial_number)
    revoked = stamp_pdf(signed, Tsa(server.tsa))
    del server.lists["penerbit"]
    without = stamp_pdf(signed, Tsa(server.tsa))
    assert [verify_pdf(pdf, people.roots).valid for pdf in (good, revoked, without)] == [True, False, True]
    assert [b"/CRLs" in pdf for pdf in (good, revoked, without)] == [True, True, False]


def test_a_stamped_workbook_is_valid_everywhere(
    people: People, signed_xlsx: bytes, server: TsaServer, chain_pem: Path, written: Written
) -> None:
    stamped = stamp_xlsx(signed_xlsx, Tsa(server.tsa).token)
    verdict = verify_xlsx(stamped, people.roots)
    assert verdict.valid, verdict
    assert [s.timestamp is not None for s in verdict.signatures] == [True, True]
    path = written("dicap.xlsx", stamped)
    assert poi_verify([path]) == {path: [True, True]}
    told = libreoffice_xlsx_signatures([path], chain_pem)[path]
    assert [s["valid"] for s in told] == [True, True]
    calls = len(server.calls)
    assert stamp_xlsx(stamped, Tsa(server.tsa).token) == stamped
    assert len(server.calls) == calls


def test_a_forged_stamp_on_a_workbook_is_refused(
    people: People, signed_xlsx: bytes, server: TsaServer
) -> None:
    parts = samples.unpack(stamp_xlsx(signed_xlsx, Tsa(server.tsa).token))
    tokens = [
        re.search(rb"EncapsulatedTimeStamp>([^<]*)<", parts[f"_xmlsignatures/sig{n}.xml"])[1] for n in (1, 2)
    ]
    swapped = parts["_xmlsignatures/sig1.xml"].replace(tokens[0], tokens[1])
    assert not verify_xlsx(samples.pack({**parts, "_xmlsignatures/sig1.xml": swapped}), people.roots).valid


def test_a_detached_signature_takes_a_stamp(people: People, server: TsaServer) -> None:
    p7s = sign_detached(b"isi", people.ketua, "Ketua Tim")
    stamped = stamp_detached(p7s, Tsa(server.tsa).token)
    verdict = verify_detached(b"isi", stamped, people.roots)
    assert verdict.counts
    assert verdict.timestamp is not None
    assert stamp_detached(stamped, Tsa(server.tsa).token) == stamped
    assert not verify_detached(b"isI", stamped, people.roots).counts
    foreign = stamp_detached(p7s, lambda _: Tsa(server.tsa).token(b"lain"))
    assert not verify_detached(b"isi", foreign, people.roots).counts


@pytest.mark.parametrize("path", ["/lain", "/lama", "/tolak", "/rusak", "/galat", "/besar"])
def test_a_bad_reply_is_refused(path: str, signed_xlsx: bytes, signed_pdf: bytes, server: TsaServer) -> None:
    authority = Tsa(server.url + path)
    for stamp in (
        lambda: stamp_pdf(signed_pdf, authority),
        lambda: stamp_xlsx(signed_xlsx, authority.token),
    ):
        with pytest.raises(ZiError) as refused:
            stamp()
        assert refused.value.code == "tsa-refused"
        assert refused.value.message.id != refused.value.message.en


def test_nobody_there_is_told(signed_pdf: bytes) -> None:
    for url, code in (
        ("http://127.0.0.1:9/tsa", "tsa-unreachable"),
        ("http://tidak-ada.invalid/tsa", "tsa-unreachable"),
        ("file:///etc/hostname", "bad-url"),
        ("", "bad-url"),
    ):
        with pytest.raises(ZiError) as refused:
            stamp_pdf(signed_pdf, Tsa(url, timeout=3))
        assert refused.value.code == code
