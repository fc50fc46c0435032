"""What a signature part of a package may hold beside its signed elements: hardly anything, or another
reader could be fooled by it."""

from __future__ import annotations

from typing import Any

from zi_desktop.domain.errors import Text
from zi_desktop.signing.opc_xml import ds, xades
from zi_desktop.signing.verdicts import DAMAGED

_DS = (
    "Signature KeyInfo Object X509Data X509IssuerSerial KeyValue RSAKeyValue ECKeyValue NamedCurve "
    "DigestMethod"
)
_DS_TEXT = (
    "SignatureValue X509Certificate X509SubjectName X509IssuerName X509SerialNumber Modulus Exponent "
    "PublicKey DigestValue"
)
# what is added to a signature later, up to XAdES-X-L
_XADES = (
    "QualifyingProperties UnsignedProperties UnsignedSignatureProperties CertificateValues "
    "SignatureTimeStamp SigAndRefsTimeStamp CompleteCertificateRefs CertRefs Cert CertDigest "
    "IssuerSerial RevocationValues CRLValues OCSPValues CompleteRevocationRefs CRLRefs CRLRef "
    "DigestAlgAndValue CRLIdentifier OCSPRefs OCSPRef OCSPIdentifier ResponderID"
)
_XADES_TEXT = (
    "EncapsulatedX509Certificate EncapsulatedTimeStamp EncapsulatedCRLValue EncapsulatedOCSPValue "
    "Issuer IssueTime Number ByName ByKey ProducedAt"
)
_FREE_TEXT = {*map(ds, _DS_TEXT.split()), *map(xades, _XADES_TEXT.split())}
_UNSIGNED_ELEMENTS = {
    *_FREE_TEXT,
    *map(ds, _DS.split()),
    *map(xades, _XADES.split()),
}
_UNSIGNED_ATTRIBUTES = {"Id", "Target", "Algorithm", "Encoding", "URI"}
_TARGETED = (ds("SignatureProperty"), xades("QualifyingProperties"))


class SignatureProblem(Exception):
    """Why a signature does not hold; never leaves the room."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def refuse_unsigned_content(root: Any, covered: list[Any]) -> None:
    """Only certificates, time stamps and the like may stand beside the `covered` elements."""

    def visit(element: Any) -> None:
        if any(element is c for c in covered):
            return
        text = "" if element.tag in _FREE_TEXT else element.text or ""
        tails = "".join(child.tail or "" for child in element)
        known = element.tag in _UNSIGNED_ELEMENTS or _is_c14n_method(element)
        known = known and set(element.attrib) <= _UNSIGNED_ATTRIBUTES
        if not known or (text + tails).strip():
            raise SignatureProblem(DAMAGED)
        for child in element:
            visit(child)

    visit(root)


def refuse_foreign_targets(root: Any) -> None:
    """Properties name the signature they speak of: it must be this one."""
    targets = {e.get("Target") for tag in _TARGETED for e in root.iter(tag)}
    if targets - {"#" + (root.get("Id") or "")}:
        raise SignatureProblem(DAMAGED)


def _is_c14n_method(element: Any) -> bool:
    parent = element.getparent()
    return (
        element.tag == ds("CanonicalizationMethod")
        and parent is not None
        and parent.tag == xades("SignatureTimeStamp")
    )
