"""A time-stamping authority on 127.0.0.1 that OpenSSL answers for (`openssl ts -reply`), and its bad days.

``/tsa`` stamps; ``/lain`` stamps something else; ``/lama`` answers an older question; ``/rusak`` sends
garbage, ``/galat`` an HTTP error, ``/tolak`` a rejection; ``/besar`` never ends. ``/crl/NAME`` serves a
revocation list; ``/ocsp/NAME`` is asked about certificates.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from asn1crypto import tsp  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from tests.signing import pki

TIME_STAMPING = "1.3.6.1.5.5.7.3.8"


@dataclass
class TsaServer:
    """`calls` are the paths asked for, in order; `lists` the revocation lists to serve, by name."""

    url: str
    folder: Path
    lists: dict[str, bytes]
    calls: list[str]
    responders: dict[str, Callable[[bytes], bytes]] = field(default_factory=dict)

    @property
    def tsa(self) -> str:
        return self.url + "/tsa"


@contextmanager
def tsa_server(folder: Path, issuer: pki.Authority, key: pki.Key) -> Iterator[TsaServer]:
    """`key` becomes the authority's; its certificate is for time stamping alone (RFC 3161 §2.3)."""
    _write_configuration(folder, issuer, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    state = TsaServer(f"http://127.0.0.1:{server.server_address[1]}", folder, {}, [])
    server.state = state  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def revocation_list(issuer: pki.Authority, revoked: int | None = None) -> bytes:
    """An issuer's CRL (DER), empty or with one serial number revoked yesterday."""
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(now - pki.DAY / 24)
        .next_update(now + 30 * pki.DAY)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()), critical=False
        )
    )
    if revoked is not None:
        entry = x509.RevokedCertificateBuilder().serial_number(revoked).revocation_date(now - pki.DAY)
        builder = builder.add_revoked_certificate(entry.build())
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


def _write_configuration(folder: Path, issuer: pki.Authority, key: pki.Key) -> None:
    certificate = issuer.issue(
        pki.Wish(
            "TSA Uji", key_usage=("digital_signature",), purposes=(TIME_STAMPING,), critical_purposes=True
        ),
        key,
    )
    (folder / "tsa.pem").write_bytes(pki.pem(certificate))
    (folder / "tsa.key").write_bytes(pki.key_pem(key))
    (folder / "chain.pem").write_bytes(b"".join(map(pki.pem, issuer.chain)))
    (folder / "serial").write_text("01")
    (folder / "tsa.cnf").write_text(
        f"""[tsa]
default_tsa = t
[t]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/chain.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""
    )


def reply_to(folder: Path, query: bytes) -> bytes:
    (folder / "query").write_bytes(query)
    command = ["openssl", "ts", "-reply", "-config", str(folder / "tsa.cnf"), "-section", "t"]
    return subprocess.run(
        [*command, "-queryfile", str(folder / "query")], capture_output=True, check=True
    ).stdout


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        state: TsaServer = self.server.state  # type: ignore[attr-defined]
        query = self.rfile.read(int(self.headers["Content-Length"]))
        state.calls.append(self.path)
        respond = state.responders.get(self.path.removeprefix("/ocsp/"))
        self._send(*((200, respond(query)) if respond else self._answer(state, query)))

    def do_GET(self) -> None:
        state: TsaServer = self.server.state  # type: ignore[attr-defined]
        state.calls.append(self.path)
        found = state.lists.get(self.path.rpartition("/")[2])
        self._send(404, b"") if found is None else self._send(200, found)

    def _answer(self, state: TsaServer, query: bytes) -> tuple[int, bytes]:
        if self.path == "/tsa":
            return 200, reply_to(state.folder, query)
        if self.path == "/lain":
            request = tsp.TimeStampReq.load(query)
            request["message_imprint"]["hashed_message"] = b"\0" * 32
            return 200, reply_to(state.folder, request.dump(force=True))
        if self.path == "/lama":
            request = tsp.TimeStampReq.load(query)
            request["nonce"] = 1
            return 200, reply_to(state.folder, request.dump(force=True))
        if self.path == "/tolak":
            return 200, bytes.fromhex("30053003020102")  # PKIStatus rejection, and no token
        if self.path == "/besar":
            return 200, b"0" * (3 * 1024 * 1024)
        return (500, b"") if self.path == "/galat" else (200, b"bukan balasan")

    def _send(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        if self.path.startswith("/ocsp/"):
            self.send_header("Content-Type", "application/ocsp-response")
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # a client that had enough
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing in a test."""
