"""Writes one package signature into an .xlsx: ECMA-376-2 manifest, Office's SignatureInfoV1 and XAdES-BES."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]

from zi_desktop.signing.identities import Identity
from zi_desktop.signing.opc_order import after_others, signature_digests
from zi_desktop.signing.opc_package import (
    CONTENT_TYPES,
    NS_CONTENT_TYPES,
    NS_RELATIONSHIPS,
    TYPE_RELATIONSHIPS,
    UNSIGNED_PROPERTIES,
    Package,
    covered_by_relationships,
    parse_xml,
    relationship_elements,
)
from zi_desktop.signing.opc_xml import (
    C14N,
    DEFAULT_RELATIONSHIPS,
    NS_DS,
    NS_MDSSI,
    NS_OFFICE,
    NS_XADES,
    REL_ORIGIN,
    REL_SIGNATURE,
    RELATIONSHIP_TRANSFORM,
    SHA256,
    SIGNED_PROPERTIES,
    TYPE_ORIGIN,
    TYPE_SIGNATURE,
    canonical,
    digest_of,
    part_uri,
    relationship_digest_input,
)
from zi_desktop.signing.private_key import sign_sha256

ORIGIN = "/_xmlsignatures/origin.sigs"
ORIGIN_RELATIONSHIPS = "/_xmlsignatures/_rels/origin.sigs.rels"
TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"

# every prefix is declared where it is first used, as Office does: parsers have been seen that look for it
# there
_DS = ElementMaker(namespace=NS_DS, nsmap={None: NS_DS})
_MDSSI = ElementMaker(namespace=NS_MDSSI, nsmap={"mdssi": NS_MDSSI})
_OFFICE = ElementMaker(namespace=NS_OFFICE, nsmap={None: NS_OFFICE})
_XADES = ElementMaker(namespace=NS_XADES, nsmap={"xd": NS_XADES})


def add_signature(package: Package, identity: Identity, *, role: str, comment: str, moment: datetime) -> None:
    """Adds a signature part over everything now in the package; signatures already there stay as they are.

    `moment` is the signing time in UTC.
    """
    comment = after_others(comment, signature_digests(package))
    number = _add_signature_part(package)
    when = moment.strftime(TIME_FORMAT)
    signature = _DS.Signature(Id="idPackageSignature")
    package_object = _package_object(package, when)
    office_object = _office_object(comment)
    qualifying, signed_properties = _qualifying_properties(identity, role, when)
    signature.extend([package_object, office_object, qualifying])
    signed_info = _signed_info(identity, package_object, office_object, signed_properties)
    signature.insert(0, signed_info)
    signature.insert(1, _DS.SignatureValue(_base64(_sign(identity, canonical(signed_info)))))
    signature.insert(2, _DS.KeyInfo(_DS.X509Data(_DS.X509Certificate(_certificate(identity.certificate)))))
    package.parts[f"/_xmlsignatures/sig{number}.xml"] = _serialise(signature)


def _add_signature_part(package: Package) -> int:
    if not any(r.type == REL_ORIGIN for r in package.relationships("/")):
        _tidy_relationships(package)
        _add_relationship(package, "/_rels/.rels", REL_ORIGIN, ORIGIN[1:])
        package.parts[ORIGIN] = b""
        package.parts[ORIGIN_RELATIONSHIPS] = _serialise(
            etree.Element(f"{{{NS_RELATIONSHIPS}}}Relationships", nsmap=DEFAULT_RELATIONSHIPS)
        )
        _declare(package, "Default", "sigs", TYPE_ORIGIN)
    number = next(n for n in range(1, 10_000) if f"/_xmlsignatures/sig{n}.xml" not in package.parts)
    _add_relationship(package, ORIGIN_RELATIONSHIPS, REL_SIGNATURE, f"sig{number}.xml")
    _declare(package, "Override", f"/_xmlsignatures/sig{number}.xml", TYPE_SIGNATURE)
    return number


def _tidy_relationships(package: Package) -> None:
    """Takes white space out of the relationship parts before the first signature.

    The standard's transform drops it, but xmlsec, which LibreOffice uses, keeps it and calls the signature
    invalid.
    """
    for name in [name for name in package.parts if name.endswith(".rels")]:
        root = parse_xml(package.parts[name])
        root.text = None
        for element in root:
            element.tail = None
        package.parts[name] = _serialise(root)


def _add_relationship(package: Package, part: str, kind: str, target: str) -> None:
    root = parse_xml(package.parts[part])
    used = {e.get("Id") for e in relationship_elements(root)}
    free = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    etree.SubElement(
        root, f"{{{NS_RELATIONSHIPS}}}Relationship", {"Id": free, "Type": kind, "Target": target}
    )
    package.parts[part] = _serialise(root)


def _declare(package: Package, element: str, name: str, content_type: str) -> None:
    table = package.defaults if element == "Default" else package.overrides
    if table.get(name.lower()) == content_type:
        return
    table[name.lower()] = content_type
    root = parse_xml(package.parts[CONTENT_TYPES])
    key = "Extension" if element == "Default" else "PartName"
    declared = etree.Element(f"{{{NS_CONTENT_TYPES}}}{element}", {key: name, "ContentType": content_type})
    root.insert(0 if element == "Default" else len(root), declared)
    package.parts[CONTENT_TYPES] = _serialise(root)


def _package_object(package: Package, when: str) -> Any:
    parts, relationships = covered_by_relationships(package, {REL_ORIGIN, *UNSIGNED_PROPERTIES})
    manifest = _DS.Manifest()
    for name in sorted(relationships):
        ids = relationships[name]
        references = [_MDSSI.RelationshipReference(SourceId=source) for source in sorted(ids)]
        transforms = _DS.Transforms(
            _DS.Transform(*references, Algorithm=RELATIONSHIP_TRANSFORM), _DS.Transform(Algorithm=C14N)
        )
        data = relationship_digest_input(package.parts[name], ids)
        manifest.append(_reference(part_uri(name, TYPE_RELATIONSHIPS), data, transforms))
    for name in sorted(parts):
        manifest.append(_reference(part_uri(name, package.content_type(name) or ""), package.parts[name]))
    time = _MDSSI.SignatureTime(_MDSSI.Format("YYYY-MM-DDThh:mm:ssTZD"), _MDSSI.Value(when))
    return _DS.Object(
        manifest,
        _DS.SignatureProperties(
            _DS.SignatureProperty(time, Id="idSignatureTime", Target="#idPackageSignature")
        ),
        Id="idPackageObject",
    )


def _office_object(comment: str) -> Any:
    details = {
        "SetupID": "",
        "SignatureText": "",
        "SignatureImage": "",
        "SignatureComments": comment,
        "WindowsVersion": "10.0",
        "OfficeVersion": "16.0",
        "ApplicationVersion": "16.0",
        "Monitors": "1",
        "HorizontalResolution": "1366",
        "VerticalResolution": "768",
        "ColorDepth": "32",
        "SignatureProviderId": "{00000000-0000-0000-0000-000000000000}",
        "SignatureProviderUrl": "",
        "SignatureProviderDetails": "9",
        "SignatureType": "1",
    }
    info = _OFFICE.SignatureInfoV1(*(getattr(_OFFICE, name)(value) for name, value in details.items()))
    return _DS.Object(
        _DS.SignatureProperties(
            _DS.SignatureProperty(info, Id="idOfficeV1Details", Target="#idPackageSignature")
        ),
        Id="idOfficeObject",
    )


def _qualifying_properties(identity: Identity, role: str, when: str) -> tuple[Any, Any]:
    certificate = identity.certificate
    digest = _XADES.CertDigest(
        _DS.DigestMethod(Algorithm=SHA256),
        _DS.DigestValue(digest_of(certificate.public_bytes(Encoding.DER))),
    )
    issuer = _XADES.IssuerSerial(
        _DS.X509IssuerName(certificate.issuer.rfc4514_string()),
        _DS.X509SerialNumber(str(certificate.serial_number)),
    )
    signature_properties = _XADES.SignedSignatureProperties(
        _XADES.SigningTime(when),
        _XADES.SigningCertificate(_XADES.Cert(digest, issuer)),
        _XADES.SignaturePolicyIdentifier(_XADES.SignaturePolicyImplied()),
    )
    if role:
        signature_properties.append(_XADES.SignerRole(_XADES.ClaimedRoles(_XADES.ClaimedRole(role))))
    signed = _XADES.SignedProperties(signature_properties, Id="idSignedProperties")
    qualifying = _XADES.QualifyingProperties(signed, Target="#idPackageSignature")
    if identity.chain:
        values = [_XADES.EncapsulatedX509Certificate(_certificate(c)) for c in identity.chain]
        qualifying.append(
            _XADES.UnsignedProperties(_XADES.UnsignedSignatureProperties(_XADES.CertificateValues(*values)))
        )
    return _DS.Object(qualifying), signed


def _signed_info(identity: Identity, package_object: Any, office_object: Any, signed_properties: Any) -> Any:
    key = "rsa" if isinstance(identity.certificate.public_key(), rsa.RSAPublicKey) else "ecdsa"
    algorithm = f"http://www.w3.org/2001/04/xmldsig-more#{key}-sha256"
    objects: list[tuple[Any, str, Callable[[], Any] | None]] = [
        (package_object, NS_DS + "Object", None),
        (office_object, NS_DS + "Object", None),
        (signed_properties, SIGNED_PROPERTIES, lambda: _DS.Transforms(_DS.Transform(Algorithm=C14N))),
    ]
    signed_info = _DS.SignedInfo(
        _DS.CanonicalizationMethod(Algorithm=C14N), _DS.SignatureMethod(Algorithm=algorithm)
    )
    for element, kind, transforms in objects:
        reference = _reference(
            "#" + element.get("Id"), canonical(element), transforms() if transforms else None
        )
        reference.set("Type", kind)
        signed_info.append(reference)
    return signed_info


def _reference(uri: str, data: bytes, transforms: Any = None) -> Any:
    reference = _DS.Reference(URI=uri)
    if transforms is not None:
        reference.append(transforms)
    reference.append(_DS.DigestMethod(Algorithm=SHA256))
    reference.append(_DS.DigestValue(digest_of(data)))
    return reference


def _sign(identity: Identity, data: bytes) -> bytes:
    signature, public = sign_sha256(identity.key, data), identity.certificate.public_key()
    if not isinstance(public, ec.EllipticCurvePublicKey):
        return signature
    size = (public.key_size + 7) // 8
    # XML-Signature wants r and s raw, not DER
    return b"".join(number.to_bytes(size, "big") for number in decode_dss_signature(signature))


def _certificate(certificate: x509.Certificate) -> str:
    return _base64(certificate.public_bytes(Encoding.DER))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _serialise(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
