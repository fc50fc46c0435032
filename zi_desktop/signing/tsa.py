"""A time-stamping authority asked over HTTP (RFC 3161 §3.4).

The network is the one thing here that may fail for reasons nobody can mend at once, so every failure is a
clear error before any file is touched.
"""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request

from asn1crypto import cms, tsp
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.timestamps import TimeStamper

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.claims import run

MAX_REPLY = 1024 * 1024
TIMEOUT = 20.0
_RETRY = Text(
    "Coba lagi saat daring; berkas tidak diubah.", "Try again when online; the file was not changed."
)


class Tsa(TimeStamper):
    """pyHanko's time stamper over the standard library; checks what it leaves unchecked."""

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        check_url(url)
        self.url, self.timeout = url, timeout

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Raises ZiError ``tsa-unreachable`` or ``tsa-refused``."""
        request = urllib.request.Request(
            self.url, data=req.dump(), headers={"Content-Type": "application/timestamp-query"}
        )
        reply = fetch(request, MAX_REPLY, self.timeout)
        try:
            response = tsp.TimeStampResp.load(reply, strict=True)
            status = response["status"]["status"].native
            if status == "granted":
                _check_answer(response["time_stamp_token"], req)
        except (ValueError, TypeError, KeyError) as error:
            raise _refused("-") from error
        if status != "granted":
            raise _refused(str(status))
        return response

    def token(self, data: bytes) -> cms.ContentInfo:
        """A time-stamp token over `data` (SHA-256). Raises ZiError as above."""
        try:
            return run(self.async_timestamp(hashlib.sha256(data).digest(), "sha256"))
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise _refused(type(error).__name__) from error


def check_url(url: str) -> None:
    """Raises ZiError ``bad-url`` for anything but http and https."""
    if not url.lower().startswith(("http://", "https://")):
        raise ZiError(
            "bad-url",
            Text("Alamat layanan cap waktu harus http(s)", "The time service's address must be http(s)"),
            where=url,
        )


def certificates_in(token: cms.ContentInfo) -> list[asn1_x509.Certificate]:
    """The certificates that came with a token."""
    chosen = token["content"]["certificates"]
    return [choice.chosen for choice in chosen] if chosen else []


def fetch(request: urllib.request.Request, limit: int, timeout: float) -> bytes:
    """The body of the answer. Raises ZiError ``tsa-unreachable`` or ``tsa-refused``."""
    try:
        with urllib.request.urlopen(request, timeout=timeout) as reply:
            data: bytes = reply.read(limit + 1)
    except urllib.error.HTTPError as error:
        error.close()
        raise _refused(f"HTTP {error.code}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ZiError(
            "tsa-unreachable",
            Text("Layanan cap waktu tidak terjangkau", "The time-stamping service cannot be reached"),
            where=request.full_url,
            remedy=_RETRY,
        ) from error
    if len(data) > limit:
        raise _refused("> " + str(limit))
    return data


def _check_answer(token: cms.ContentInfo, request: tsp.TimeStampReq) -> None:
    """A token is for this very question: the same digest, the same nonce."""
    stated = token["content"]["encap_content_info"]["content"].parsed
    if stated["message_imprint"].dump() != request["message_imprint"].dump():
        raise ValueError("a token for other data")
    if stated["nonce"].native != request["nonce"].native:
        raise ValueError("a token for an older question")


def _refused(detail: str) -> ZiError:
    return ZiError(
        "tsa-refused",
        Text("Layanan cap waktu tidak memberi cap yang sah", "The time-stamping service gave no valid stamp"),
        where=detail,
        remedy=_RETRY,
    )
