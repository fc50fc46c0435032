"""A package and all that is in it: the manifest's signatures, every signed file, the package before this one,
and whether they all speak of the same evaluation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.exchange import package as packages
from zi_desktop.services.verifying_content import package_problems

if TYPE_CHECKING:
    from zi_desktop.signing.verdicts import SignatureVerdict, Verdict

MAX_DEPTH = 10
"""Packages in packages: one for each time somebody signed after the first."""

Check = Callable[[str, bytes, Sequence[bytes]], "Verdict"]


def verify_package(data: bytes, roots: Sequence[bytes], check: Check, depth: int = 0) -> Verdict:
    """`check` judges one file of the package. Signatures are the manifest's, the newest last."""
    from zi_desktop.signing.verdicts import UNSIGNED, Verdict
    from zi_desktop.signing.verify import verify_detached

    try:
        read = packages.read_package(data)
    except ZiError as error:
        return Verdict("package", (), (error.message,))
    own = tuple(verify_detached(read.manifest, p7s, roots) for p7s in read.signatures)
    if read.problems:  # the files are not those that were signed: what is in them says nothing
        told = package_problems(read.parts, read.changed) if all(s.intact for s in own) else ()
        return Verdict("package", own, (*read.problems, *told))
    if not own:
        return Verdict("package", (), (UNSIGNED,))
    inside = {n: check(n, part, roots) for n, part in read.parts.items() if _is_signable(n)}
    problems = _problems_inside(inside)
    doubts = [_in(n, doubt) for n, v in inside.items() if v.sound for doubt in _doubts(v)]
    problems += _stripped(read.facts, own, inside)
    problems += package_problems(read.parts, ())
    earlier: tuple[SignatureVerdict, ...] = ()
    previous = read.parts.get(packages.PREVIOUS)
    if previous is not None:
        before = _before(previous, roots, check, depth)
        problems += [_in(packages.PREVIOUS, problem) for problem in before.problems]
        doubts += [_in(packages.PREVIOUS, doubt) for doubt in before.doubts]
        problems += _not_a_continuation(read.parts, previous)
        earlier = tuple(replace(s, covers="part") for s in before.signatures)
    awaited = dict.fromkeys(role for verdict in inside.values() for role in verdict.awaited)
    return Verdict("package", (*earlier, *own), tuple(problems), tuple(awaited), tuple(doubts))


def _is_signable(name: str) -> bool:
    return name.lower().endswith((".pdf", ".xlsx"))


def _before(previous: bytes, roots: Sequence[bytes], check: Check, depth: int) -> Verdict:
    from zi_desktop.signing.verdicts import TOO_SLOW, Verdict

    if depth >= MAX_DEPTH:
        return Verdict("package", (), (TOO_SLOW,))
    return verify_package(previous, roots, check, depth + 1)


def _problems_inside(inside: Mapping[str, Verdict]) -> list[Text]:
    from zi_desktop.signing.verdicts import UNSIGNED

    found = []
    for name, verdict in inside.items():
        faults = [*verdict.problems, *(s.problem for s in verdict.signatures if s.problem)]
        if not verdict.sound and faults[:1] != [UNSIGNED]:
            found.append(_in(name, faults[0]) if faults else Text(name, name))
    return found


def _doubts(verdict: Verdict) -> list[Text]:
    """Who signed a file of the package and is not trusted, each reason once."""
    return list(dict.fromkeys(s.distrust for s in verdict.signatures if s.trusted is False and s.distrust))


def _in(name: str, problem: Text) -> Text:
    return Text(f"{name}: {problem.id}", f"{name}: {problem.en}")


def _stripped(
    facts: Mapping[str, Any], own: Sequence[SignatureVerdict], inside: Mapping[str, Verdict]
) -> list[Text]:
    """Signers whom the manifest names, and whose signature a file (or, last of them, the manifest) lacks."""
    named = facts.get("signers", [])
    if not isinstance(named, list) or not all(isinstance(one, dict) for one in named):
        return [Text("Daftar penanda tangan rusak.", "The list of signers is damaged.")]
    found = []
    for signer in named:
        who = (str(signer.get("name")), " ".join(str(signer.get("role")).split()))
        for name, verdict in inside.items():
            if who not in {(s.signer, s.role or "") for s in verdict.signatures}:
                found.append(_in(name, missing_signature(*who)))
    if named and not any(s.signer == str(named[-1].get("name")) for s in own):
        who = (str(named[-1].get("name")), str(named[-1].get("role")))
        found.append(_in(packages.MANIFEST, missing_signature(*who)))
    return found


def missing_signature(name: str, role: str) -> Text:
    """What is said of a signature that must have been there."""
    return Text(f"tanda tangan {name} ({role}) hilang.", f"the signature of {name} ({role}) is missing.")


def _not_a_continuation(parts: Mapping[str, bytes], previous: bytes) -> list[Text]:
    """Signing again adds signatures and nothing else."""
    from zi_desktop.signing.continuation import continues

    try:
        before = packages.read_package(previous).parts
    except ZiError as error:
        return [_in(packages.PREVIOUS, error.message)]
    names = {n for n in (*parts, *before) if n != packages.PREVIOUS}
    return [
        Text(
            f"{name}: bukan kelanjutan dari yang ditandatangani sebelumnya.",
            f"{name}: is not what was signed before, continued.",
        )
        for name in sorted(names)
        if name not in parts or name not in before or not continues(before[name], parts[name])
    ]
