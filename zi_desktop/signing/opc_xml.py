"""The XML that signer and verifier of a package must see alike: names, canonical form, relationship
transform."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Set
from typing import Any
from urllib.parse import quote, unquote

from lxml import etree

from zi_desktop.signing.opc_package import NS_RELATIONSHIPS, damaged_xml, parse_xml, relationship_elements

NS_DS = "http://www.w3.org/2000/09/xmldsig#"
NS_MDSSI = "http://schemas.openxmlformats.org/package/2006/digital-signature"
NS_XADES = "http://uri.etsi.org/01903/v1.3.2#"
NS_OFFICE = "http://schemas.microsoft.com/office/2006/digsig"
REL_ORIGIN = NS_RELATIONSHIPS + "/digital-signature/origin"
REL_SIGNATURE = NS_RELATIONSHIPS + "/digital-signature/signature"
TYPE_ORIGIN = "application/vnd.openxmlformats-package.digital-signature-origin"
TYPE_SIGNATURE = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
RELATIONSHIP_TRANSFORM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
DEFAULT_RELATIONSHIPS: Any = {None: NS_RELATIONSHIPS}  # a default namespace, which lxml-stubs forgets
# SHA-1, which old versions of Office used, is left out on purpose
DIGESTS = {
    "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
}
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SIGNATURES = {
    f"http://www.w3.org/2001/04/xmldsig-more#{key}-{digest}": (key, digest)
    for key in ("rsa", "ecdsa")
    for digest in ("sha256", "sha384", "sha512")
}


def ds(name: str) -> str:
    """A tag of XML-Signature."""
    return f"{{{NS_DS}}}{name}"


def xades(name: str) -> str:
    """A tag of XAdES 1.3.2."""
    return f"{{{NS_XADES}}}{name}"


def mdssi(name: str) -> str:
    """A tag of the package signature markup (ECMA-376-2 annex C)."""
    return f"{{{NS_MDSSI}}}{name}"


def canonical(element: Any, algorithm: str = C14N) -> bytes:
    """Canonical XML 1.0 (or exclusive) of one element with the namespaces in scope.

    lxml writes a bogus `xmlns=""` when the element still hangs in its tree and a child declares the same
    default namespace again, so it is serialised alone and parsed anew first.
    """
    alone = parse_xml(etree.tostring(element, with_tail=False))
    try:
        return bytes(
            etree.tostring(alone, method="c14n", exclusive=algorithm == EXCLUSIVE_C14N, with_comments=False)
        )
    except etree.LxmlError as error:  # relative namespace names, for one, have no canonical form
        raise damaged_xml() from error


def digest_of(data: bytes, algorithm: str = "sha256") -> str:
    """Base64 of a digest, as XML-Signature writes it."""
    return base64.b64encode(hashlib.new(algorithm, data).digest()).decode("ascii")


def relationship_digest_input(xml: bytes, ids: Set[str], types: Set[str] = frozenset()) -> bytes:
    """The relationships transform of ECMA-376-2 §12.2.4.26, then C14N: the chosen relationships, sorted by
    id."""
    chosen = [
        e for e in relationship_elements(parse_xml(xml)) if e.get("Id") in ids or e.get("Type") in types
    ]
    root = etree.Element(f"{{{NS_RELATIONSHIPS}}}Relationships", nsmap=DEFAULT_RELATIONSHIPS)
    for element in sorted(chosen, key=lambda e: e.get("Id") or ""):
        copy = etree.SubElement(root, f"{{{NS_RELATIONSHIPS}}}Relationship", dict(element.attrib))
        if copy.get("TargetMode") is None:
            copy.set("TargetMode", "Internal")
    return canonical(root)


def part_uri(part: str, content_type: str) -> str:
    """How a manifest names a part together with its content type."""
    return quote(part, safe="/-._~!$&'()*+,;=:@") + "?ContentType=" + content_type


def split_part_uri(uri: str) -> tuple[str, str]:
    """Part name and content type of a manifest's reference; the type is empty when the URI names none."""
    part, _, content_type = uri.partition("?ContentType=")
    return unquote(part), content_type
