"""Anything may be dropped on the verifier: it answers soon, in bounded memory, and never with a traceback."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import pytest

from tests.signing import samples
from tests.signing.samples import edited
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.deadline import DeadlineExceeded, deadline
from zi_desktop.signing.opc_package import Package
from zi_desktop.signing.verdicts import Verdict
from zi_desktop.signing.verify import verify_pdf, verify_xlsx

Check = Callable[[bytes], Verdict]


def zipped(name: str, data: bytes, count: int = 1) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number}{name}", data)
    return buffer.getvalue()


def pdf_with(body: bytes) -> bytes:
    start = b"%PDF-1.7\n"
    return start + body + b"\nstartxref\n%d\n%%%%EOF\n" % len(start)


GARBAGE = {
    "nothing": b"",
    "text": b"halo",
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "old Excel or locked": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "zip without parts": zipped("a.txt", b"x"),
    "cut zip": samples.sample_xlsx()[:3000],
    "PDF without anything": b"%PDF-1.7\n%%EOF",
    "PDF with a table of a billion objects": pdf_with(b"xref\n0 999999999\n0000000000 65535 f \n"),
    "PDF with a stream table of a billion objects": pdf_with(
        b"1 0 obj\n<< /Type /XRef /Size 9 /W [0 0 0] /Index [0 999999999] /Length 0 >>\n"
        b"stream\n\nendstream\nendobj"
    ),
    "PDF whose tables go in a circle": pdf_with(
        b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>"
    ),
    "PDF nested too deep": pdf_with(b"xref\n0 1\n0000000000 65535 f \ntrailer\n" + b"<< /A " * 5000),
    "PDF with a bomb for a table": pdf_with(
        b"1 0 obj\n<< /Type /XRef /Size 9 /W [1 2 1] /Filter /FlateDecode /Length 200000 >>\nstream\n"
        + zlib.compress(bytes(60_000_000), 9)
        + b"\nendstream\nendobj"
    ),
}


@pytest.mark.parametrize("check", [verify_pdf, verify_xlsx])
@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_gets_a_verdict(name: str, check: Check) -> None:
    start = time.perf_counter()
    verdict = check(GARBAGE[name])
    assert not verdict.valid
    assert verdict.problems
    assert not verdict.signatures
    assert time.perf_counter() - start < 5
    assert verdict.as_dict("en")["valid"] is False


def busy() -> None:
    """Like a library that takes every exception for one of its own."""
    while True:
        try:
            sum(range(100))
        except Exception:
            continue


def test_patience_has_an_end() -> None:
    start = time.perf_counter()
    with pytest.raises(DeadlineExceeded), deadline(0.2):
        busy()
    assert time.perf_counter() - start < 2
    with deadline(60):
        pass


def test_unsigned_files_say_so() -> None:
    for verdict in (verify_pdf(samples.sample_pdf()), verify_xlsx(samples.sample_xlsx())):
        assert not verdict.valid
        assert [p.id for p in verdict.problems] == ["Berkas ini tidak ditandatangani."]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped("a.xml", bytes(60_000_000)), "zip-bomb"),
        (zipped("a.xml", bytes(60_000_000), count=2), "too-large"),
        (zipped("a.xml", b"", count=5001), "too-large"),
    ],
    ids=["ratio", "size", "parts"],
)
def test_zip_bombs_are_refused_before_they_swell(data: bytes, code: str) -> None:
    tracemalloc.start()
    with pytest.raises(ZiError, match=code):
        Package(data)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Types>&b;</Types>'
    data = edited(samples.sample_xlsx(), lambda parts: parts.update({"[Content_Types].xml": bomb}))
    with pytest.raises(ZiError, match="hostile-xml"):
        Package(data)


def test_random_damage_never_gives_a_traceback(signed_pdf: bytes, signed_xlsx: bytes) -> None:
    chance = random.Random(20261124)
    checks: list[tuple[Check, bytes]] = [(verify_pdf, signed_pdf), (verify_xlsx, signed_xlsx)]
    for check, data in checks:
        for _ in range(60):
            damaged = bytearray(data)
            for _ in range(chance.randrange(1, 30)):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            assert not check(bytes(damaged)).valid


def test_the_room_is_cheap_to_enter() -> None:
    """Only the modules that sign or verify may load the heavy libraries."""
    rooms = "identities, opc, pades, cms, verify, verdicts"
    heavy = "{'pyhanko', 'lxml', 'cryptography', 'asn1crypto', 'fontTools'}"
    code = f"import sys; from zi_desktop.signing import {rooms}; print({heavy} & {{*sys.modules}})"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "set()"
