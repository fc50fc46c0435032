"""What issuers say now of the certificates they issued: revocation lists (CRL) and answers (OCSP, RFC 6960),
fetched to be kept beside signatures, since nobody could ask a year later.

What cannot be fetched, or does not hold, is left out: a time stamp without it is better than none.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Iterable, Sequence
from typing import Any

from asn1crypto import crl
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID

from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.tsa import TIMEOUT, fetch

MAX_CRL = 20 * 1024 * 1024
MAX_OCSP = 1024 * 1024
MOST = 20
"""Requests of either kind for one file, whatever its certificates name."""


def revocation_lists(certificates: Iterable[asn1_x509.Certificate], timeout: float = TIMEOUT) -> list[bytes]:
    """The CRLs (DER) that the certificates name and that can be fetched now."""
    found: dict[str, bytes] = {}
    tried: set[str] = set()
    for url in (url for certificate in certificates for url in crl_urls(certificate)):
        if url in tried or len(tried) >= MOST:
            continue
        tried.add(url)
        try:
            data = fetch(urllib.request.Request(url), MAX_CRL, timeout)
            crl.CertificateList.load(data, strict=True)
            found[url] = data
        except (ZiError, ValueError):
            continue
    return list(found.values())


def ocsp_responses(certificates: Iterable[asn1_x509.Certificate], timeout: float = TIMEOUT) -> list[bytes]:
    """The OCSP responses (DER) of the responders that the certificates name, about these certificates and
    signed by, or for, their issuers, which must be among them."""
    loaded = [c for certificate in certificates if (c := _loaded(certificate)) is not None]
    found: list[bytes] = []
    asked = 0
    for certificate in loaded:
        issuer = next((c for c in loaded if _issued(c, certificate)), None)
        for url in _ocsp_urls(certificate) if issuer is not None else ():
            if asked >= MOST:
                return found
            asked += 1
            try:
                found.append(_ask(url, certificate, issuer, timeout))  # type: ignore[arg-type]
                break
            except (ZiError, ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
                continue
    return found


def crl_urls(certificate: asn1_x509.Certificate) -> list[str]:
    """Where a certificate's issuer publishes its revocation list, over HTTP."""
    loaded = _loaded(certificate)
    points: Iterable[Any] = _extension(loaded, x509.CRLDistributionPoints) or ()
    return _over_http([name for point in points for name in point.full_name or ()])


def _ocsp_urls(certificate: x509.Certificate) -> list[str]:
    described: Iterable[Any] = _extension(certificate, x509.AuthorityInformationAccess) or ()
    return _over_http(
        [d.access_location for d in described if d.access_method == AuthorityInformationAccessOID.OCSP]
    )


def _over_http(names: Sequence[Any]) -> list[str]:
    return [n.value for n in names if str(n.value).lower().startswith(("http://", "https://"))]


def _ask(url: str, certificate: x509.Certificate, issuer: x509.Certificate, timeout: float) -> bytes:
    # SHA-1 only names the issuer here; responders know no other (RFC 5019 §2.1.1)
    request = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer, hashes.SHA1()).build()
    body = request.public_bytes(Encoding.DER)
    headers = {"Content-Type": "application/ocsp-request"}
    data = fetch(urllib.request.Request(url, data=body, headers=headers), MAX_OCSP, timeout)
    response = ocsp.load_der_ocsp_response(data)
    if response.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        raise ValueError("no answer")
    same = (response.serial_number, response.issuer_key_hash) == (
        request.serial_number,
        request.issuer_key_hash,
    )
    if not same or response.certificate_status is ocsp.OCSPCertStatus.UNKNOWN:
        raise ValueError("an answer about another certificate")
    _check_signed(response, issuer)
    return data


def _check_signed(response: ocsp.OCSPResponse, issuer: x509.Certificate) -> None:
    """By the issuer itself, or by whom it certified for answering (RFC 6960 §4.2.2.2)."""
    signer = next((c for c in response.certificates if _may_answer(c, issuer)), issuer)
    key, algorithm = signer.public_key(), response.signature_hash_algorithm
    if algorithm is None:
        raise InvalidSignature
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(response.signature, response.tbs_response_bytes, padding.PKCS1v15(), algorithm)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(response.signature, response.tbs_response_bytes, ec.ECDSA(algorithm))
    else:
        raise InvalidSignature


def _may_answer(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    usage = _extension(certificate, x509.ExtendedKeyUsage)
    return usage is not None and ExtendedKeyUsageOID.OCSP_SIGNING in usage and _issued(issuer, certificate)


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    if issuer.subject != certificate.issuer:
        return False
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _loaded(certificate: asn1_x509.Certificate) -> x509.Certificate | None:
    try:
        return x509.load_der_x509_certificate(certificate.dump())
    except ValueError:
        return None


def _extension(certificate: x509.Certificate | None, kind: type[Any]) -> Any:
    try:
        return certificate.extensions.get_extension_for_class(kind).value if certificate else None
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        return None
