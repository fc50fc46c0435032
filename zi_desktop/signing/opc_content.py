"""What a workbook says beneath its signatures: all of it for comparing, and the record that was signed."""

from __future__ import annotations

from typing import Any

from zi_desktop.domain.errors import ZiError
from zi_desktop.signing import opc_order, opc_signature
from zi_desktop.signing.opc_package import (
    CONTENT_TYPES,
    Package,
    parse_xml,
    relationship_elements,
    relationships_part,
)
from zi_desktop.signing.opc_record import find_record
from zi_desktop.signing.opc_unsigned import SignatureProblem
from zi_desktop.signing.opc_xml import REL_ORIGIN, digest_of, ds, split_part_uri

MAX_SIGNATURES = 50


def unsigned_content(data: bytes) -> dict[str, object]:
    """All that a workbook says without its signatures: parts and relationships, by name. The same for a
    workbook and its signed successors. Raises `ZiError` as `Package` does."""
    package = Package(data)
    plumbing = _plumbing(package)
    content: dict[str, object] = {}
    for name, part in package.parts.items():
        if name == CONTENT_TYPES or name in plumbing:
            continue
        if name.endswith(".rels"):
            content[name] = {
                (e.get("Id"), e.get("Type"), e.get("Target"), e.get("TargetMode"))
                for e in relationship_elements(parse_xml(part))
                if e.get("Type") != REL_ORIGIN
            }
        else:
            content[name] = (package.content_type(name), part)
    return content


def _plumbing(package: Package) -> set[str]:
    """The parts that belong to the signing alone."""
    origins = [r.target for r in package.relationships("/") if r.type == REL_ORIGIN and r.target]
    around = {name for origin in origins for name in (origin, relationships_part(origin))}
    return around | set(opc_order.signature_parts(package))


def bears_signing(data: bytes) -> bool:
    """Whether anything of a signing is in the workbook: signatures, or the record that is put in before them.
    One without either was never signed, as far as it shows. True for a workbook that cannot be read so far,
    False for files of other formats, which cannot hold our signatures."""
    try:
        package = Package(data)
    except ZiError:
        return CONTENT_TYPES.removeprefix("/").encode() in data
    if any(r.type == REL_ORIGIN for r in package.relationships("/")) or opc_order.signature_parts(package):
        return True
    return find_record(package, frozenset(package.parts)) is not None


def signed_record(data: bytes) -> dict[str, Any] | None:
    """The record of a workbook, if its part is still what a sound signature signed, whatever became of the
    rest; else None. Trust in the signer is the caller's question."""
    try:
        package = Package(data)
        intact: frozenset[str] = frozenset()
        for part in opc_order.signature_parts(package)[:MAX_SIGNATURES]:
            intact |= _still_signed(package, part)
        return find_record(package, intact)
    except ZiError:
        return None


def _still_signed(package: Package, part: str) -> frozenset[str]:
    """The parts that are as one signature signed them; none when the signature itself does not hold."""
    found = set()
    try:
        for reference in opc_signature.check_signature(package.parts[part]).manifest:
            name, _ = split_part_uri(reference.get("URI") or "")
            if name in package.parts and not opc_signature.transforms_of(reference):
                digest = digest_of(package.parts[name], opc_signature.digest_algorithm(reference))
                if digest == (reference.findtext(ds("DigestValue")) or "").strip():
                    found.add(name)
    except (SignatureProblem, ZiError):
        return frozenset()
    return frozenset(found)
