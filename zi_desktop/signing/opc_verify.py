"""Checks the package signatures of an .xlsx against the package: every part, every relationship, nothing
besides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from asn1crypto import x509 as asn1_x509

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing import opc_order, opc_signature
from zi_desktop.signing.identities import common_name, issuer_name
from zi_desktop.signing.opc_package import (
    CONTENT_TYPES,
    TYPE_RELATIONSHIPS,
    UNSIGNED_PROPERTIES,
    Package,
    covered_by_relationships,
    parse_xml,
    relationship_elements,
    relationships_part,
)
from zi_desktop.signing.opc_record import expected_signers, find_record
from zi_desktop.signing.opc_signature import CheckedSignature
from zi_desktop.signing.opc_unsigned import SignatureProblem
from zi_desktop.signing.opc_xml import (
    C14N,
    REL_ORIGIN,
    REL_SIGNATURE,
    RELATIONSHIP_TRANSFORM,
    TYPE_SIGNATURE,
    digest_of,
    ds,
    mdssi,
    relationship_digest_input,
    split_part_uri,
)
from zi_desktop.signing.signer import Signer, unsigned_yet
from zi_desktop.signing.timestamps import read_token
from zi_desktop.signing.trust import Evidence, damaged_certificates, judge
from zi_desktop.signing.verdicts import DAMAGED, SignatureVerdict, Verdict, unreadable_signature

MAX_SIGNATURES = 50
_MISSING = Text(
    "Ada tanda tangan yang dihapus: penanda tangan berikutnya menyebutnya.",
    "A signature was removed: somebody who signed after it names it.",
)
_DAMAGED_PLUMBING = Text("Ada tanda tangan yang dihapus atau dirusak.", "A signature was removed or damaged.")


@dataclass(frozen=True)
class _Coverage:
    """What one signature signed: whole parts, and relationship ids by relationships part."""

    parts: frozenset[str]
    relationships: dict[str, frozenset[str]]


def verify_package(data: bytes, roots: Sequence[asn1_x509.Certificate]) -> Verdict:
    """The verdict on an .xlsx. Raises `ZiError` when it is no readable package at all."""
    package = Package(data)
    problems = [package.layout_problem] if package.layout_problem else []
    signature_parts, plumbing, origin_problem = _signature_parts(package)
    if origin_problem is not None:
        problems.append(origin_problem)
    verdicts, coverages = [], []
    named_before: set[str] = set()
    claimed: set[str] = set()
    for part in signature_parts:
        verdict, coverage, comment, names = _verify_one(package, part, roots)
        verdicts.append(verdict)
        coverages += [coverage] if coverage is not None else []
        claimed |= names
        named_before |= opc_order.named_before(comment)
    if named_before - set(opc_order.signature_digests(package)):
        problems.append(_MISSING)
    if len({_value(package, part) for part in signature_parts}) < len(signature_parts):
        problems.append(_DAMAGED_PLUMBING)
    if claimed:
        problems += _strangers(package, plumbing | claimed)
    expected = _expected(package, coverages)
    awaited = unsigned_yet(expected, [(v.signer, v.role or "") for v in verdicts])
    nips = {signer.name: signer.nip for signer in expected}
    named = tuple(replace(v, nip=nips.get(v.signer, "")) for v in verdicts)
    return Verdict("xlsx", named, tuple(problems), tuple(s.label for s in awaited))


def _expected(package: Package, coverages: list[_Coverage]) -> tuple[Signer, ...]:
    """Those the signed record names."""
    intact = frozenset().union(*(c.parts for c in coverages)) if coverages else frozenset()
    return expected_signers(find_record(package, intact))


def _signature_parts(package: Package) -> tuple[list[str], set[str], Text | None]:
    """The signature parts in order, all parts that belong to the signing itself, and what is wrong with
    them."""
    origins = [r.target for r in package.relationships("/") if r.type == REL_ORIGIN]
    signatures: list[str] = []
    plumbing = {"/_rels/.rels"}
    sound = len(origins) < 2
    for origin in (o for o in origins if o is not None):
        plumbing |= {origin, relationships_part(origin)}
        relations = package.relationships(origin)
        sound = sound and bool(relations) and not package.parts.get(origin, b"").strip()
        sound = sound and all(r.type == REL_SIGNATURE and r.target in package.parts for r in relations)
        signatures += [r.target for r in relations if r.target in package.parts]
    declared = {part for part, kind in package.overrides.items() if kind == TYPE_SIGNATURE}
    sound = sound and declared <= {part.lower() for part in signatures}
    sound = sound and len(set(signatures)) == len(signatures) <= MAX_SIGNATURES
    if sound:
        return signatures, plumbing | set(signatures), None
    return (
        list(dict.fromkeys(signatures))[:MAX_SIGNATURES],
        plumbing | set(signatures),
        _DAMAGED_PLUMBING,
    )


def _value(package: Package, part: str) -> str:
    """The signature value: a copy of a signature in another's place would hide that one is missing."""
    found = re.search(rb"SignatureValue[^<]*", package.parts[part])
    return "".join(found[0].decode("latin-1").split()) if found else part


def _strangers(package: Package, known: set[str]) -> list[Text]:
    """Parts that no signature covers and that are not those Office leaves unsigned by design."""
    allowed = {CONTENT_TYPES}
    for relationship in package.relationships("/"):
        kind = UNSIGNED_PROPERTIES.get(relationship.type)
        if kind is not None and relationship.target and package.content_type(relationship.target) == kind:
            allowed.add(relationship.target)
    extra = sorted(set(package.parts) - known - allowed)
    return [
        Text(f"Bagian tanpa tanda tangan: {name}", f"Part not covered by a signature: {name}")
        for name in extra[:10]
    ]


def _verify_one(
    package: Package, part: str, roots: Sequence[asn1_x509.Certificate]
) -> tuple[SignatureVerdict, _Coverage | None, str, set[str]]:
    """The verdict, what it covers if it holds, the signer's comment, and the parts that it names: of a broken
    signature, too, for what it named is no stranger."""
    try:
        checked = opc_signature.check_signature(package.parts[part])
    except (SignatureProblem, ZiError) as problem:
        text = problem.text if isinstance(problem, SignatureProblem) else DAMAGED
        return unreadable_signature(text), None, "", set()
    try:
        coverage = _check_manifest(package, checked.manifest)
        problem_text, covers_all = _uncovered(package, coverage), True
    except SignatureProblem as problem:
        coverage, problem_text, covers_all = None, problem.text, False
    intact = coverage is not None
    verdict = _verdict(checked, roots, intact, problem_text, covers_all and problem_text is None)
    return verdict, coverage, checked.comment, _named(checked.manifest)


def _named(manifest: Any) -> set[str]:
    return {split_part_uri(reference.get("URI") or "")[0] for reference in manifest}


def _verdict(
    checked: CheckedSignature,
    roots: Sequence[asn1_x509.Certificate],
    intact: bool,
    problem: Text | None,
    covers_all: bool,
) -> SignatureVerdict:
    token = read_token(checked.timestamp_token, checked.stamped, roots)
    trust = judge(
        checked.certificate,
        Evidence(checked.others),
        roots,
        claimed=checked.time,
        proven=token.trusted_time,
    )
    if damaged_certificates([checked.certificate, *checked.others]):
        problem = problem or DAMAGED
    return SignatureVerdict(
        signer=common_name(checked.certificate),
        role=checked.role,
        time=checked.time,
        intact=intact,
        trusted=trust.trusted,
        timestamp=token.time,
        covers="all" if covers_all else "part",
        problem=problem or token.problem or trust.reason,
        self_made=checked.certificate.subject == checked.certificate.issuer,
        distrust=trust.reason,
        time_proven=token.trusted_time is not None,
        issuer=issuer_name(checked.certificate),
    )


def _check_manifest(package: Package, manifest: Any) -> _Coverage:
    parts: set[str] = set()
    relationships: dict[str, frozenset[str]] = {}
    for reference in manifest:
        if reference.tag != ds("Reference"):
            raise SignatureProblem(DAMAGED)
        name, content_type = split_part_uri(reference.get("URI") or "")
        data = package.parts.get(name)
        if data is None or name in parts or name in relationships:
            raise SignatureProblem(_changed(name))
        if content_type not in (_actual_type(package, name), ""):
            raise SignatureProblem(_changed(name))
        transforms = opc_signature.transforms_of(reference)
        if transforms:
            data, relationships[name] = _relationship_input(data, transforms)
        else:
            parts.add(name)
        algorithm = opc_signature.digest_algorithm(reference)
        if digest_of(data, algorithm) != (reference.findtext(ds("DigestValue")) or "").strip():
            raise SignatureProblem(_changed(name))
    return _Coverage(frozenset(parts), relationships)


def _actual_type(package: Package, name: str) -> str | None:
    return TYPE_RELATIONSHIPS if name.endswith(".rels") else package.content_type(name)


def _relationship_input(data: bytes, transforms: list[Any]) -> tuple[bytes, frozenset[str]]:
    names = [t.get("Algorithm") for t in transforms]
    if names != [RELATIONSHIP_TRANSFORM, C14N]:
        raise SignatureProblem(opc_signature.UNSUPPORTED)
    ids = {e.get("SourceId") for e in transforms[0].iter(mdssi("RelationshipReference"))}
    types = {e.get("SourceType") for e in transforms[0].iter(mdssi("RelationshipsGroupReference"))}
    try:
        return relationship_digest_input(data, ids, types), _ids(data, ids, types)
    except ZiError as error:
        raise SignatureProblem(DAMAGED) from error


def _ids(data: bytes, ids: set[str], types: set[str]) -> frozenset[str]:
    return frozenset(
        e.get("Id") or ""
        for e in relationship_elements(parse_xml(data))
        if e.get("Id") in ids or e.get("Type") in types
    )


def _uncovered(package: Package, coverage: _Coverage) -> Text | None:
    """What can be reached from the root but this signature does not cover: something was added after it."""
    parts, relationships = covered_by_relationships(package, {REL_ORIGIN, *UNSIGNED_PROPERTIES})
    for name, ids in sorted(relationships.items()):
        whole = name in coverage.parts
        if not whole and ids - coverage.relationships.get(name, frozenset()):
            return Text(f"Hubungan ditambahkan di {name}", f"A relationship was added in {name}")
    for name in sorted(parts - coverage.parts):
        return Text(f"Bagian tanpa tanda tangan: {name}", f"Part not covered by this signature: {name}")
    return None


def _changed(name: str) -> Text:
    return Text(f"Isi berubah setelah ditandatangani: {name}", f"The contents changed after signing: {name}")
