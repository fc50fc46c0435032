"""An OCSP responder that OpenSSL answers for (`openssl ocsp -index`), with a certificate for that alone."""

from __future__ import annotations

import datetime as dt
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509

from tests.signing import pki

OCSP_SIGNING = "1.3.6.1.5.5.7.3.9"


@dataclass
class OcspResponder:
    """Knows the certificates in ``known``, and since when those in ``revoked`` are; of others it says so.
    ``days`` until an answer is stale; 0 for one that does not say."""

    folder: Path
    issuer: pki.Authority
    known: list[x509.Certificate] = field(default_factory=list)
    revoked: dict[int, dt.datetime] = field(default_factory=dict)
    days: int = 1

    def set_up(self, key: pki.Key, signed_by: pki.Authority | None = None) -> None:
        """``signed_by``: another authority's certificate answers, which must not be believed."""
        wish = pki.Wish("OCSP Uji", key_usage=("digital_signature",), purposes=(OCSP_SIGNING,))
        (self.folder / "ocsp.pem").write_bytes(pki.pem((signed_by or self.issuer).issue(wish, key)))
        (self.folder / "ocsp.key").write_bytes(pki.key_pem(key))
        (self.folder / "issuer.pem").write_bytes(self.issuer.pem)

    def answer(self, request: bytes) -> bytes:
        (self.folder / "request").write_bytes(request)
        (self.folder / "index.txt").write_text("".join(map(self._line, self.known)))
        (self.folder / "response").unlink(missing_ok=True)
        command = ["openssl", "ocsp", "-index", "index.txt", "-CA", "issuer.pem", "-rsigner", "ocsp.pem"]
        command += ["-rkey", "ocsp.key", "-reqin", "request", "-respout", "response"]
        command += ["-ndays", str(self.days)] if self.days else []
        subprocess.run(command, cwd=self.folder, capture_output=True, check=False, timeout=60)
        return (self.folder / "response").read_bytes()

    def _line(self, certificate: x509.Certificate) -> str:
        """As `openssl ca` keeps them."""
        serial = f"{certificate.serial_number:X}"
        serial = serial if len(serial) % 2 == 0 else "0" + serial
        when = self.revoked.get(certificate.serial_number)
        state, revoked = ("R", f"{when:%y%m%d%H%M%SZ}") if when else ("V", "")
        end = f"{certificate.not_valid_after_utc:%y%m%d%H%M%SZ}"
        return "\t".join([state, end, revoked, serial, "unknown", f"/CN={serial}\n"])
