"""A package names every part by hash; nothing in it can be changed, added or dropped unseen."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_desktop.domain.errors import ZiError
from zi_desktop.exchange.package import (
    MANIFEST,
    is_package,
    make_manifest,
    read_package,
    write_package,
)

PARTS = {"a.pdf": b"%PDF-1.7 rekaan", "log.jsonl": b'{"id":"1"}\n'}
FACTS = {"unit": "Satker Contoh", "year": 2026}


def package(parts: dict[str, bytes] = PARTS, signatures: tuple[bytes, ...] = (b"p7s",)) -> bytes:
    return write_package(make_manifest(FACTS, parts), parts, signatures)


def rezipped(data: bytes, change) -> bytes:
    """The same zip with its files changed by ``change(files)``."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {n: archive.read(n) for n in archive.namelist()}
    change(files)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_what_goes_in_comes_out() -> None:
    read = read_package(package())
    assert read.parts == PARTS
    assert read.signatures == (b"p7s",)
    assert read.facts["unit"] == "Satker Contoh"
    assert read.problems == ()
    assert is_package(package())


def test_the_same_content_gives_the_same_bytes() -> None:
    assert make_manifest(FACTS, PARTS) == make_manifest(FACTS, dict(reversed(PARTS.items())))
    assert package() == package()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda f: f.update({"a.pdf": b"%PDF-1.7 lain"}), "a.pdf: its content was changed"),
        (lambda f: f.pop("a.pdf"), "a.pdf: missing from the package"),
        (lambda f: f.update({"b.pdf": b"x"}), "b.pdf: was added to the package"),
    ],
)
def test_every_change_is_named(change, said: str) -> None:
    (problem,) = read_package(rezipped(package(), change)).problems
    assert problem.en == said


def test_the_manifest_that_was_signed_is_the_manifest_that_is_read() -> None:
    def forge(files: dict[str, bytes]) -> None:
        files["a.pdf"] = b"%PDF-1.7 palsu"
        facts = json.loads(files[MANIFEST])
        files[MANIFEST] = make_manifest({"unit": facts["unit"]}, {"a.pdf": files["a.pdf"]})

    forged = read_package(rezipped(package(), forge))
    assert forged.manifest != read_package(package()).manifest, "so its signature cannot hold"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 not really",
        package()[:-20],
        rezipped(package(), lambda f: f.pop(MANIFEST)),
        rezipped(package(), lambda f: f.update({MANIFEST: b"{}"})),
        rezipped(package(), lambda f: f.update({MANIFEST: b"[" * 100_000})),
    ],
)
def test_what_is_no_package_is_refused(data: bytes) -> None:
    with pytest.raises(ZiError) as refused:
        read_package(data)
    assert refused.value.code == "broken-package"


@pytest.mark.parametrize("name", ["../evil", "/etc/x", "a/../../b"])
def test_paths_that_lead_out_are_refused(name: str) -> None:
    with pytest.raises(ZiError) as refused:
        read_package(rezipped(package(), lambda f: f.update({name: b"x"})))
    assert refused.value.code == "hostile-file"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, b"0" * 50_000_000)
    with pytest.raises(ZiError) as refused:
        read_package(buffer.getvalue())
    assert refused.value.code == "hostile-file"


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_name_that_stands_twice_is_refused() -> None:
    buffer = io.BytesIO(package())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("a.pdf", b"%PDF-1.7 bayangan")
    with pytest.raises(ZiError) as refused:
        read_package(buffer.getvalue())
    assert refused.value.code == "hostile-file"


def test_a_newer_package_says_so() -> None:
    newer = make_manifest(FACTS, PARTS).replace(b"zi-desktop-package/1", b"zi-desktop-package/2")
    with pytest.raises(ZiError) as refused:
        read_package(write_package(newer, PARTS, ()))
    assert refused.value.code == "package-newer"


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_flipped_byte_never_gives_other_content_unseen(place: int, flip: int) -> None:
    data = bytearray(package())
    data[place % len(data)] ^= flip
    try:
        read = read_package(bytes(data))
    except ZiError:
        return
    same = read.parts == PARTS and read.manifest == make_manifest(FACTS, PARTS)
    assert same or read.problems or read.manifest != make_manifest(FACTS, PARTS)
