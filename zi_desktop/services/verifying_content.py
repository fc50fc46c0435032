"""What was changed and where: the values that were signed beside the values that the file shows now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text
from zi_desktop.services import signed_content as content
from zi_desktop.services.signed_content import Said

if TYPE_CHECKING:
    from zi_desktop.documents import PdfReadBack
    from zi_desktop.signing.verdicts import Verdict


def pdf_problems(data: bytes, verdict: Verdict, pages: PdfReadBack | None) -> tuple[Text, ...]:
    """For a report of ours, whose ``pages`` were read: printed values that are not those of the state that
    was signed, and attached files that say otherwise than the pages. Nothing for anybody else's PDF."""
    from zi_desktop.signing.pdf_content import attached_files, signed_state

    problems: list[Text] = []
    attached = {n: d for n, d in attached_files(data).items() if n.lower().endswith((".json", ".xlsx"))}
    if not verdict.signatures or (verdict.valid and not attached):
        return ()
    printed = [] if pages is None else [content.said_in_print("", pages.cells)]
    state = None if verdict.valid else signed_state(data)
    if state is not None and state != data:
        for signed in content.said_in_pdf(state):
            problems += _beside(signed, printed)
        problems += _attached_since(attached_files(state), attached_files(data))
    for name, file in attached.items():
        problems += _told_otherwise(("", printed), (name, sources(name, file)))
    return tuple(problems)


def _attached_since(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> Iterator[Text]:
    for name in sorted(before.keys() | now.keys()):
        if before.get(name) != now.get(name):
            yield Text(
                f"Lampiran {name} bukan yang ditandatangani.", f"The attachment {name} is not the one signed."
            )


def workbook_problems(data: bytes, verdict: Verdict) -> tuple[Text, ...]:
    """For a workbook of ours: cells that do not say what the signed record says."""
    signed = _recorded(data) if verdict.signatures else None
    return () if signed is None else tuple(_beside(signed, content.said_in_workbook(data)))


def package_problems(parts: Mapping[str, bytes], changed: Sequence[str]) -> tuple[Text, ...]:
    """`changed` are the parts that are not what the signed manifest says: what they say is told beside what
    an unchanged part says. With none changed, the parts must agree among themselves."""
    intact = sorted((n for n in parts if n not in changed), key=_rank)
    source = next(((n, found) for n in intact if (found := sources(n, parts[n]))), None)
    if source is None:
        return ()
    problems: list[Text] = []
    for name in changed or intact:
        if name == source[0]:
            continue
        now = sources(name, parts.get(name, b""))
        if changed:
            told = _beside(source[1][0], now)
            problems += [Text(f"{name}: {t.id}", f"{name}: {t.en}") for t in told]
        else:
            problems += _told_otherwise((name, now), source)
    return tuple(problems)


def _rank(name: str) -> int:
    """The fullest source first."""
    suffixes = (".xlsx", ".json", ".pdf")
    return next((i for i, suffix in enumerate(suffixes) if name.lower().endswith(suffix)), len(suffixes))


def sources(name: str, data: bytes) -> list[Said]:
    """What one file says; the signed record of a workbook goes before its cells."""
    kind = name.lower().rpartition(".")[2]
    if kind == "xlsx":
        signed = _recorded(data)
        cells = content.said_in_workbook(data)
        return [s for s in cells if signed is None or s.stage == signed.stage] or cells
    if kind == "json":
        return content.said_in_json(data)
    return content.said_in_pdf(data) if kind == "pdf" else []


def _recorded(data: bytes) -> Said | None:
    from zi_desktop.signing.opc_content import signed_record

    record = signed_record(data)
    return content.said_in_record(record["content"]) if record else None


def _beside(signed: Said, now: Sequence[Said]) -> tuple[Text, ...]:
    other = content.like(signed, now)
    return () if other is None else content.tell_changes(signed, other)


def _told_otherwise(one: tuple[str, list[Said]], other: tuple[str, list[Said]]) -> list[Text]:
    """Two sources that were signed together and do not say the same; a name left empty is the page itself."""
    (name, found), (source, against) = one, other
    problems = []
    for said in found:
        beside = content.like(said, against)
        for key in content.changed_values(said, beside)[: content.MAX_TOLD] if beside else ():
            here, there = said.values.get(key) or "-", beside.values.get(key) or "-" if beside else "-"
            problems.append(
                Text(
                    f"{key}: {name or 'halaman'} menyatakan {here}, {source} menyatakan {there}.",
                    f"{key}: {name or 'the page'} says {here}, {source} says {there}.",
                )
            )
    return problems
