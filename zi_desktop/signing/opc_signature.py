"""Checks one signature part of a package by itself: the signature value, what it covers, what it claims."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.opc_package import parse_xml
from zi_desktop.signing.opc_unsigned import (
    SignatureProblem,
    refuse_foreign_targets,
    refuse_unsigned_content,
)
from zi_desktop.signing.opc_xml import (
    C14N,
    DIGESTS,
    EXCLUSIVE_C14N,
    NS_OFFICE,
    NS_XADES,
    SIGNATURES,
    canonical,
    digest_of,
    ds,
    mdssi,
    xades,
)
from zi_desktop.signing.verdicts import DAMAGED

MAX_SIGNATURE_BYTES = 4 * 1024 * 1024

UNSUPPORTED = Text(
    "Tanda tangan memakai cara yang usang atau tidak dikenal.",
    "The signature uses an outdated or unknown method.",
)


@dataclass(frozen=True)
class CheckedSignature:
    """A signature whose value and own parts hold; `manifest` names the package's parts, `stamped` is
    what a time stamp must cover."""

    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]
    manifest: Any
    role: str | None
    time: datetime | None
    timestamp_token: bytes | None
    stamped: bytes
    comment: str


def check_signature(xml: bytes) -> CheckedSignature:
    """Everything that can be checked without the package. Raises `SignatureProblem`."""
    root = _parse(xml)
    ids = _unique_ids(root)
    signed_info = _only(root, ds("SignedInfo"))
    certificates, value_element = _certificates(root), _only(root, ds("SignatureValue"))
    value = decode_base64(value_element)
    certificate = _verifying_certificate(signed_info, value, certificates)
    covered = _covered_elements(root, signed_info, ids)
    refuse_unsigned_content(root, [*covered.values(), signed_info])
    refuse_foreign_targets(root)
    package_object = _package_object(covered)
    properties = _signed_properties(root, covered, certificate)
    return CheckedSignature(
        certificate=certificate,
        others=tuple(c for c in certificates if c != certificate),
        manifest=_only(package_object, ds("Manifest")),
        role=_text(properties, xades("ClaimedRole")),
        time=_time(_text(properties, xades("SigningTime")) or _text(package_object, mdssi("Value"))),
        timestamp_token=_timestamp_token(root),
        stamped=canonical(value_element, _timestamp_form(root)),
        comment=_comment(covered),
    )


def decode_base64(element: Any) -> bytes:
    """The bytes of an element's text; stray characters are not passed over. Raises `SignatureProblem`."""
    try:
        return base64.b64decode("".join((element.text or "").split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise SignatureProblem(DAMAGED) from error


def digest_algorithm(reference: Any) -> str:
    """Name of the digest a `Reference` asks for. Raises `SignatureProblem` for SHA-1 and unknown ones."""
    uri = _only(reference, ds("DigestMethod")).get("Algorithm")
    if uri not in DIGESTS:
        raise SignatureProblem(UNSUPPORTED)
    return DIGESTS[uri]


def transforms_of(reference: Any) -> list[Any]:
    """The `Transform` elements of a `Reference`, in order."""
    found = reference.findall(ds("Transforms"))
    if len(found) > 1:
        raise SignatureProblem(DAMAGED)
    return [t for transforms in found for t in transforms.findall(ds("Transform"))]


def _parse(xml: bytes) -> Any:
    if len(xml) > MAX_SIGNATURE_BYTES:
        raise SignatureProblem(DAMAGED)
    try:
        root = parse_xml(xml)
    except ZiError as error:
        raise SignatureProblem(DAMAGED) from error
    if root.tag != ds("Signature"):
        raise SignatureProblem(DAMAGED)
    return root


def _unique_ids(root: Any) -> dict[str, Any]:
    ids: dict[str, Any] = {}
    for element in root.iter():
        for name in element.attrib if isinstance(element.tag, str) else ():
            if name.rpartition("}")[2].lower() == "id":
                value = element.get(name)
                if value in ids:  # two elements with one id: the classic wrapping attack
                    raise SignatureProblem(DAMAGED)
                ids[value] = element
    return ids


def _only(parent: Any, tag: str) -> Any:
    found = parent.findall(tag)
    if len(found) != 1:
        raise SignatureProblem(DAMAGED)
    return found[0]


def _certificates(root: Any) -> list[x509.Certificate]:
    elements = [
        *_only(root, ds("KeyInfo")).iter(ds("X509Certificate")),
        *root.iter(xades("EncapsulatedX509Certificate")),
    ]
    try:
        found = [x509.load_der_x509_certificate(decode_base64(e)) for e in elements]
    except ValueError as error:
        raise SignatureProblem(DAMAGED) from error
    return list(dict.fromkeys(found))


def _verifying_certificate(
    signed_info: Any, value: bytes, certificates: list[x509.Certificate]
) -> x509.Certificate:
    method = _only(signed_info, ds("SignatureMethod")).get("Algorithm")
    form = _only(signed_info, ds("CanonicalizationMethod")).get("Algorithm")
    if method not in SIGNATURES or form not in (C14N, EXCLUSIVE_C14N):
        raise SignatureProblem(UNSUPPORTED)
    key_kind, digest = SIGNATURES[method]
    data = canonical(signed_info, form)
    for certificate in certificates:
        if _verifies(certificate, key_kind, digest, value, data):
            return certificate
    raise SignatureProblem(DAMAGED)


def _verifies(certificate: x509.Certificate, key_kind: str, digest: str, value: bytes, data: bytes) -> bool:
    algorithm = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}[digest]
    try:
        key = certificate.public_key()
        if isinstance(key, rsa.RSAPublicKey) and key_kind == "rsa":
            key.verify(value, data, padding.PKCS1v15(), algorithm)
            return True
        if isinstance(key, ec.EllipticCurvePublicKey) and key_kind == "ecdsa":
            half = len(value) // 2
            r, s = int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big")
            key.verify(encode_dss_signature(r, s), data, ec.ECDSA(algorithm))
            return True
    except (InvalidSignature, UnsupportedAlgorithm, ValueError):
        pass
    return False


def _covered_elements(root: Any, signed_info: Any, ids: dict[str, Any]) -> dict[str, Any]:
    covered: dict[str, Any] = {}
    for reference in signed_info.findall(ds("Reference")):
        uri = reference.get("URI") or ""
        element = ids.get(uri[1:]) if uri.startswith("#") else None
        # only where the standard puts them: Objects of this signature and the SignedProperties inside one
        holders = [] if element is None else list(element.iterancestors())
        if element is None or len(holders) not in (1, 3) or holders[-1] is not root:
            raise SignatureProblem(DAMAGED)
        form = C14N
        for transform in transforms_of(reference):
            form = transform.get("Algorithm")
            if form not in (C14N, EXCLUSIVE_C14N) or len(transform):
                raise SignatureProblem(UNSUPPORTED)
        digest = digest_of(canonical(element, form), digest_algorithm(reference))
        if digest != (_only(reference, ds("DigestValue")).text or "").strip():
            raise SignatureProblem(DAMAGED)
        covered[uri[1:]] = element
    return covered


def _package_object(covered: dict[str, Any]) -> Any:
    """The one signed `Object` with a manifest; its id is a matter of taste (LibreOffice adds a suffix)."""
    found = [e for e in covered.values() if e.tag == ds("Object") and e.find(ds("Manifest")) is not None]
    if len(found) != 1:
        raise SignatureProblem(DAMAGED)
    return found[0]


def _signed_properties(root: Any, covered: dict[str, Any], certificate: x509.Certificate) -> Any:
    """The covered XAdES properties, or None; uncovered ones are refused, and so is another signer's
    certificate."""
    found = list(root.iter(xades("SignedProperties")))
    if not found:
        return None
    if len(found) > 1 or not any(found[0] is element for element in covered.values()):
        raise SignatureProblem(DAMAGED)
    named = found[0].find(f".//{xades('CertDigest')}")
    if named is None:
        named = found[0].find(f".//{{{NS_XADES}}}SigningCertificateV2//{xades('CertDigest')}")
    if named is not None:
        digest = digest_of(certificate.public_bytes(Encoding.DER), digest_algorithm(named))
        if digest != (named.findtext(ds("DigestValue")) or "").strip():
            raise SignatureProblem(DAMAGED)
    return found[0]


def _comment(covered: dict[str, Any]) -> str:
    """What the signer wrote, in the words of Office; nothing when it is not signed."""
    tag = f"{{{NS_OFFICE}}}SignatureComments"
    return next((text for e in covered.values() if (text := _text(e, tag))), "")


def _text(element: Any, tag: str) -> str | None:
    found = None if element is None else element.find(f".//{tag}")
    return None if found is None else ("".join(found.itertext()).strip() or None)


def _time(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def _timestamp_form(root: Any) -> str:
    method = root.find(f".//{xades('SignatureTimeStamp')}/{ds('CanonicalizationMethod')}")
    return C14N if method is None else method.get("Algorithm") or C14N


def _timestamp_token(root: Any) -> bytes | None:
    found = root.find(f".//{xades('SignatureTimeStamp')}/{xades('EncapsulatedTimeStamp')}")
    return None if found is None else decode_base64(found)
