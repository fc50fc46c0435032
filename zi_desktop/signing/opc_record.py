"""The record in a signed workbook: one part of its own that says what the team answered and who is to sign.

A signature covers each part by a digest of its own. When somebody changes a sheet, this part is still what
was signed, so that a verifier can say what the sheet said before; and a signature that was taken out is
missed, because the record names who was expected. It lies where Office keeps custom XML, which every program
passes on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.opc_package import NS_RELATIONSHIPS, Package, parse_xml, relationships_part
from zi_desktop.signing.opc_xml import DEFAULT_RELATIONSHIPS
from zi_desktop.signing.signer import Signer

NS_RECORD = "urn:zi-desktop:signed-record:1"
_TAG = f"{{{NS_RECORD}}}record"
_REL_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_REL_BOOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAX_RECORD = 8 * 1024 * 1024


def add_record(package: Package, signers: Sequence[Signer], content: Mapping[str, Any]) -> None:
    """Puts the record beside the workbook; to be done before the first signature."""
    book = next(r.target for r in package.relationships("/") if r.type == _REL_BOOK and r.target)
    name = next(f"item{n}.xml" for n in range(1, 1000) if f"/customXml/item{n}.xml" not in package.parts)
    root = etree.Element(_TAG, nsmap={None: NS_RECORD})  # type: ignore[dict-item]
    root.text = json.dumps(
        {"signers": [s._asdict() for s in signers], "content": content}, ensure_ascii=True, sort_keys=True
    )
    package.parts[f"/customXml/{name}"] = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    part = relationships_part(book)
    relations = (
        parse_xml(package.parts[part])
        if part in package.parts
        else etree.Element(f"{{{NS_RELATIONSHIPS}}}Relationships", nsmap=DEFAULT_RELATIONSHIPS)
    )
    used = {element.get("Id") for element in relations}
    free = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    etree.SubElement(
        relations,
        f"{{{NS_RELATIONSHIPS}}}Relationship",
        {"Id": free, "Type": _REL_CUSTOM, "Target": f"/customXml/{name}"},
    )
    package.parts[part] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)


def find_record(package: Package, intact: frozenset[str]) -> dict[str, Any] | None:
    """The record among the `intact` parts, or None. What it holds is checked no further than its shape."""
    for name in sorted(intact):
        if not name.startswith("/customXml/") or len(package.parts.get(name, b"")) > MAX_RECORD:
            continue
        try:
            root = parse_xml(package.parts[name])
            found = json.loads(root.text or "") if root.tag == _TAG else None
        except (ZiError, ValueError, RecursionError):
            continue
        if isinstance(found, dict) and isinstance(found.get("content"), dict):
            return found
    return None


def expected_signers(record: Mapping[str, Any] | None) -> tuple[Signer, ...]:
    """Whom the record names, in order."""
    listed = record.get("signers", []) if record else []
    if not isinstance(listed, list):
        return ()
    return tuple(
        Signer(str(one.get("role", "")), str(one.get("name", "")), str(one.get("nip", "")))
        for one in listed
        if isinstance(one, dict)
    )
