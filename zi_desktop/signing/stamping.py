"""Time stamps on what is signed already, so that it can still be believed when its certificates have expired:
PAdES-B-LTA for a PDF, XAdES-T for a workbook, CAdES-T for a detached signature. No signature is disturbed."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

from asn1crypto import cms, crl, ocsp
from lxml import etree
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing import revocation, tsa
from zi_desktop.signing.opc_order import signature_parts
from zi_desktop.signing.opc_package import Package, parse_xml
from zi_desktop.signing.opc_xml import C14N, canonical, ds, xades
from zi_desktop.signing.pdf_verify import certificates_of_signatures

FIELD = "CapWaktu"
Stamp = Callable[[bytes], cms.ContentInfo]


def stamp_pdf(pdf: bytes, authority: tsa.Tsa) -> bytes:
    """Certificates, revocation lists and OCSP responses for checking later (DSS), and a document time stamp
    over everything.

    What cannot be fetched now is left out. Raises the errors of `tsa.Tsa.token`.
    """
    signers = certificates_of_signatures(pdf)
    stamping = tsa.certificates_in(authority.token(b""))  # who will vouch, before the list is closed
    certificates = list({c.dump(): c for c in (*signers, *stamping)}.values())
    lists = [crl.CertificateList.load(data) for data in revocation.revocation_lists(certificates)]
    answers = [ocsp.OCSPResponse.load(data) for data in revocation.ocsp_responses(certificates)]
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=certificates, crls=lists, ocsps=answers)
    output = io.BytesIO()
    try:
        stamper = PdfTimeStamper(authority, field_name=_free_name(writer), readable_field_name="Cap waktu")
        stamper.timestamp_pdf(writer, "sha256", output=output)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise _cannot_stamp(type(error).__name__) from error
    return output.getvalue()


def _free_name(writer: IncrementalPdfFileWriter) -> str:
    from pyhanko.sign.fields import enumerate_sig_fields

    used = {name for name, _, _ in enumerate_sig_fields(writer.prev)}
    return next(f"{FIELD}{number}" for number in range(1, 1000) if f"{FIELD}{number}" not in used)


def stamp_xlsx(xlsx: bytes, stamp: Stamp) -> bytes:
    """A signature time stamp on every signature that has none."""
    package = Package(xlsx)
    for part in signature_parts(package):
        root = parse_xml(package.parts[part])
        if root.find(f".//{xades('SignatureTimeStamp')}") is not None:
            continue
        (value,) = root.findall(ds("SignatureValue"))
        element = etree.Element(xades("SignatureTimeStamp"), nsmap={"xd": xades("")[1:-1]})
        etree.SubElement(element, ds("CanonicalizationMethod"), Algorithm=C14N)
        token = stamp(canonical(value)).dump()
        etree.SubElement(element, xades("EncapsulatedTimeStamp")).text = base64.b64encode(token).decode(
            "ascii"
        )
        _unsigned_properties(root).insert(0, element)
        package.parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return package.to_bytes()


def _unsigned_properties(root: Any) -> Any:
    """Where XAdES keeps what is added later; made when it is not there. Raises ZiError ``cannot-stamp`` for
    a signature without XAdES."""
    qualifying = root.find(f".//{xades('QualifyingProperties')}")
    if qualifying is None:
        raise _cannot_stamp("XAdES")
    for name in ("UnsignedProperties", "UnsignedSignatureProperties"):
        found = qualifying.find(xades(name))
        qualifying = etree.SubElement(qualifying, xades(name)) if found is None else found
    return qualifying


def stamp_detached(p7s: bytes, stamp: Stamp) -> bytes:
    """A signature time stamp on a detached CMS signature that has none."""
    content = cms.ContentInfo.load(p7s)
    (signer_info,) = content["content"]["signer_infos"]
    attributes = list(signer_info["unsigned_attrs"] or [])
    if any(a["type"].native == "signature_time_stamp_token" for a in attributes):
        return p7s
    token = stamp(signer_info["signature"].native)
    attribute = cms.CMSAttribute({"type": "signature_time_stamp_token", "values": [token]})
    signer_info["unsigned_attrs"] = cms.CMSAttributes([*attributes, attribute])
    return bytes(content.dump())  # not forced: asn1crypto then takes hours over the token's certificates


def _cannot_stamp(detail: str) -> ZiError:
    return ZiError(
        "cannot-stamp",
        Text("Berkas ini tidak dapat diberi cap waktu", "This file cannot be given a time stamp"),
        where=detail,
    )
