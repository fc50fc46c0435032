"""Starting a verifier, and the NSS database in which two of them look for trusted CAs."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

SECONDS = 180


class VerifierError(RuntimeError):
    """The verifier did not give a verdict: it could not run, or could not read the file."""


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> str:
    """The program's stdout; raises `VerifierError` with its stderr unless it exits 0."""
    done = subprocess.run(
        command,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise VerifierError(f"{command[0]} exited {done.returncode}: {done.stderr or done.stdout}")
    return done.stdout


@contextmanager
def nss_database(ca_pem: Path | None) -> Iterator[str]:
    """`sql:FOLDER` of a throw-away database that knows every certificate of `ca_pem` and trusts its roots."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sql:{folder}"
        run(["certutil", "-N", "-d", database, "--empty-password"])
        certificates = x509.load_pem_x509_certificates(ca_pem.read_bytes()) if ca_pem else []
        for number, certificate in enumerate(certificates):
            trust = "CT,C,C" if certificate.issuer == certificate.subject else ",,"
            pem = Path(folder, f"{number}.pem")
            pem.write_bytes(certificate.public_bytes(Encoding.PEM))
            run(["certutil", "-A", "-d", database, "-n", f"ca{number}", "-t", trust, "-a", "-i", str(pem)])
        yield database
