"""Random single-byte changes to our signed files: does `verify` miss one that changes meaning?

    python -m tests.signing.byte_changes [COUNT] [SEED]

A change that passes as valid is a miss unless the file still says the same: a PDF must be the same bytes; of
a workbook and a package every part, by name, must be the same. Unsigned by design, and so allowed to differ:

* in a workbook, ``docProps/core.xml`` and ``docProps/app.xml``, which every program rewrites (Office leaves
  them unsigned as well), and what points to them: their two relationships and content types;
* in a workbook's signature, its XML declaration, and the copy of the root certificate that comes along: what
  counts is the root that the verifier trusts, from elsewhere;
* of the zip around the parts: times, attributes, flags and version numbers, which say nothing of the content;
* in a PDF nothing: every byte is signed, but for the hex digits of the signatures themselves, which must be
  exactly the signature, padded with zeros.
"""

from __future__ import annotations

import io
import random
import re
import sys
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from zi_desktop.services.verifying import verify_bytes

PROPERTIES = re.compile(r"docProps/(core|app)\.xml\Z")
_POINTS_TO_PROPERTIES = re.compile(rb"docProps/|(core|extended)-properties")


class Miss(NamedTuple):
    """A changed byte that made a difference and passed."""

    file: str
    position: int
    old: int
    new: int
    what: str


class Result(NamedTuple):
    """Changes by what became of them: ``refused``, or ``same`` (passed, and nothing is different)."""

    counts: Counter[str]
    misses: list[Miss]


def try_changes(
    name: str,
    data: bytes,
    count: int,
    chance: random.Random,
    roots: list[bytes],
) -> Result:
    """`count` changes at random places; the file itself must be valid."""
    assert verify_bytes(name, data, roots).valid, name
    counts: Counter[str] = Counter()
    misses = []
    for _ in range(count):
        position, new = chance.randrange(len(data)), chance.randrange(255)
        new += new >= data[position]
        changed = data[:position] + bytes([new]) + data[position + 1 :]
        if not verify_bytes(name, changed, roots).valid:
            counts["refused"] += 1
            continue
        what = difference(name, data, changed)
        counts["miss" if what else "same"] += 1
        if what:
            misses.append(Miss(name, position, data[position], new, what))
    return Result(counts, misses)


def difference(name: str, before: bytes, after: bytes) -> str:
    """What of the meaning is different, or nothing."""
    if not name.endswith((".xlsx", ".zipkg")):
        return "bytes"
    try:
        old, new = _parts(before), _parts(after)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        return f"unreadable: {error}"
    if old.keys() != new.keys():
        return "names"
    for part, content in old.items():
        if content == new[part] or (name.endswith(".xlsx") and PROPERTIES.match(part)):
            continue
        if not name.endswith(".xlsx") or not _same_xml(part, content, new[part]):
            return part
    return ""


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.orig_filename: archive.read(info) for info in archive.infolist()}


def _same_xml(part: str, old: bytes, new: bytes) -> bool:
    """Equal but for what points to the properties, the XML declaration, and the last certificate."""
    try:
        return _signed_lines(part, old) == _signed_lines(part, new)
    except etree.XMLSyntaxError:
        return False


def _signed_lines(part: str, xml: bytes) -> list[bytes]:
    root = etree.fromstring(xml)
    if part.startswith("_xmlsignatures/"):
        certificates = root.findall(".//{*}EncapsulatedX509Certificate")
        for last in certificates[-1:]:
            last.text = ""
        return [etree.tostring(root, method="c14n")]
    lines = [etree.tostring(element, method="c14n") for element in root]
    return [line for line in lines if not _POINTS_TO_PROPERTIES.search(line)]


def exported_files() -> Iterator[tuple[str, bytes]]:
    """A PDF, a workbook and a package, exported from a filled evaluation and signed by two people."""
    import tempfile
    from pathlib import Path

    from tests.services.filled import fill
    from zi_desktop.services.evaluations import new_evaluation
    from zi_desktop.services.exporting import export_report, prepare_export
    from zi_desktop.services.identities import make_local_identity
    from zi_desktop.services.signers import SignerRequest
    from zi_desktop.services.workspace import open_workspace

    signers = [
        SignerRequest(make_local_identity(name, "", "rahasia uji"), "rahasia uji", role)
        for name, role in (("Rekaan Anggota", "Anggota Tim"), ("Rekaan Ketua", "Ketua Tim"))
    ]
    with tempfile.TemporaryDirectory() as folder:
        work = open_workspace(Path(folder) / "a.zidb", actor="Rekaan")
        try:
            evaluation = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
            fill(work, evaluation, seed=7)
            result = export_report(prepare_export(work, evaluation), Path(folder) / "out", signers)
        finally:
            work.close()
        yield from ((f.name, f.read_bytes()) for f in result.files if f.suffix != ".json")


def main(arguments: list[str], say: Callable[[str], object] = print) -> int:
    """Exit code 1 when anything was missed."""
    count = int(arguments[0]) if arguments else 1000
    seed = int(arguments[1]) if len(arguments) > 1 else random.randrange(1_000_000)
    missed = 0
    for name, data in exported_files():
        start = time.perf_counter()
        result = try_changes(name, data, count, random.Random(seed), [])
        took = time.perf_counter() - start
        say(f"{name}: {count} changes (seed {seed}): {dict(result.counts)}, {took:.0f} s")
        for miss in result.misses:
            say(f"  MISSED {miss}")
        missed += len(result.misses)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
