"""Worksheets damaged as files: bytes turned over, XML edited by place, parts lost or exchanged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

Parts = dict[str, bytes]

_CELL = re.compile(rb"<c [^>]*?(?:/>|>.*?</c>)", re.DOTALL)
_ROW = re.compile(rb"<row [^>]*?(?:/>|>.*?</row>)", re.DOTALL)
_REFERENCE = re.compile(rb'(<c r=")([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_TYPE = re.compile(rb' t="(\w+)"')
_STRING = re.compile(rb"<si>.*?</si>", re.DOTALL)
_TEXT = re.compile(rb"<t[^>]*>[^<]+</t>")
_TAG = re.compile(rb"<[^>]+>")
_TYPES = (b"s", b"n", b"str", b"b", b"e", b"inlineStr", b"d", b"x")
_VALUES = (
    b"",
    b"0",
    b"1",
    b"-1",
    b"999999",
    b"1e400",
    b"nan",
    b"inf",
    b"A",
    b"Ya",
    b"1_0",
    b" 3 ",
    b"0x1",
    b"\xd9\xa3",
)


def _sheets(parts: Parts) -> list[str]:
    return sorted(n for n in parts if n.startswith("xl/worksheets/") and n.endswith(".xml"))


def _biggest(parts: Parts, rnd: Random) -> str:
    """A sheet, mostly the fullest one; any part where there is none."""
    sheets = sorted(_sheets(parts), key=lambda n: len(parts[n]))
    if not sheets:
        return rnd.choice(sorted(parts))
    return sheets[-1] if rnd.random() < 0.85 else rnd.choice(sheets)


def _pick(pattern: re.Pattern[bytes], data: bytes, rnd: Random) -> re.Match[bytes] | None:
    start = rnd.randrange(len(data)) if data else 0
    return pattern.search(data, start) or pattern.search(data)


def _replace(parts: Parts, name: str, match: re.Match[bytes], new: bytes, group: int = 0) -> None:
    data = parts[name]
    parts[name] = data[: match.start(group)] + new + data[match.end(group) :]


def cell_reference(parts: Parts, rnd: Random) -> None:
    name = _biggest(parts, rnd)
    if match := _pick(_REFERENCE, parts[name], rnd):
        column, row = match.group(2), int(match.group(3))
        other = (
            (column, row + rnd.choice((-1, 1))),
            (rnd.choice((b"K", b"N", b"L", b"B", b"XFD", b"XFE", b"a", b"")), row),
            (column, rnd.choice((0, 1, 8, 1048577, 99999999))),
        )
        new, number = rnd.choice(other)
        _replace(parts, name, match, match.group(1) + new + str(number).encode() + b'"')


def lost_references(parts: Parts, rnd: Random) -> None:
    """Cells without their address are counted from the one before."""
    name = _biggest(parts, rnd)
    if rnd.random() < 0.3:
        parts[name] = re.sub(rb'<c r="[A-Z]+\d+"', b"<c", parts[name])
    elif match := _pick(_REFERENCE, parts[name], rnd):
        _replace(parts, name, match, b"<c")


def row_number(parts: Parts, rnd: Random) -> None:
    name = _biggest(parts, rnd)
    if match := _pick(re.compile(rb'<row r="(\d+)"'), parts[name], rnd):
        number = rnd.choice((int(match.group(1)) + rnd.choice((-1, 1, 100)), 0, -1, 1048577))
        _replace(parts, name, match, str(number).encode(), 1)


def cell_type(parts: Parts, rnd: Random) -> None:
    name = _biggest(parts, rnd)
    if match := _pick(_TYPE, parts[name], rnd):
        _replace(parts, name, match, rnd.choice(_TYPES), 1)


def cell_value(parts: Parts, rnd: Random) -> None:
    name = _biggest(parts, rnd)
    if match := _pick(_VALUE, parts[name], rnd):
        old = match.group(1)
        near = str(int(old) + rnd.choice((-1, 1, 7))).encode() if old.isdigit() else b"5"
        _replace(parts, name, match, rnd.choice((near, near, near, *_VALUES)), 1)


def lost_piece(parts: Parts, rnd: Random) -> None:
    name = _biggest(parts, rnd)
    if match := _pick(rnd.choice((_CELL, _ROW, _VALUE)), parts[name], rnd):
        _replace(parts, name, match, b"")


def doubled_piece(parts: Parts, rnd: Random) -> None:
    name = _biggest(parts, rnd)
    if match := _pick(rnd.choice((_CELL, _ROW)), parts[name], rnd):
        _replace(parts, name, match, match.group() * 2)


def swapped_pieces(parts: Parts, rnd: Random) -> None:
    name, pattern = _biggest(parts, rnd), rnd.choice((_CELL, _ROW))
    if (a := _pick(pattern, parts[name], rnd)) and (b := pattern.search(parts[name], a.end())):
        data = parts[name]
        parts[name] = data[: a.start()] + b.group() + data[a.end() : b.start()] + a.group() + data[b.end() :]


def shared_string(parts: Parts, rnd: Random) -> None:
    """One string more or less moves every text behind it; one changed changes every cell that shows it."""
    name = "xl/sharedStrings.xml"
    if name not in parts:
        return
    if match := _pick(_STRING, parts[name], rnd):
        new = rnd.choice(
            (b"", match.group() * 2, b"<si/>", b"<si><t>A</t></si>", b"<si><r><t>B</t></r></si>")
        )
        _replace(parts, name, match, new)


def text_changed(parts: Parts, rnd: Random) -> None:
    name = "xl/sharedStrings.xml" if "xl/sharedStrings.xml" in parts else _biggest(parts, rnd)
    if match := _pick(_TEXT, parts[name], rnd):
        texts = (
            b"<t>Jawaban</t>",
            b"<t>A</t>",
            b"<t/>",
            b"<t>&#x41;</t>",
            b"<t>_x0041_</t>",
            b"<t>&lol;</t>",
        )
        _replace(parts, name, match, rnd.choice(texts))


def tag_changed(parts: Parts, rnd: Random) -> None:
    name = rnd.choice(sorted(parts))
    if match := _pick(_TAG, parts[name], rnd):
        tag = match.group()
        at = rnd.randrange(len(tag))
        news = (b"", tag * 2, tag[:at] + bytes([rnd.randrange(256)]) + tag[at + 1 :], b"<x:" + tag[1:])
        _replace(parts, name, match, rnd.choice(news))


def sheet_list(parts: Parts, rnd: Random) -> None:
    """Names, order and visibility of sheets, or which part each is."""
    name = "xl/workbook.xml"
    if name not in parts:
        return
    data = parts[name]
    tags = re.findall(rb"<sheet [^>]*/>", data)
    if rnd.random() < 0.4 and len(tags) > 1:
        shuffled = rnd.sample(tags, len(tags))
        old, new = b"".join(tags), b"".join(shuffled)
        parts[name] = data.replace(old, new)
    elif match := _pick(re.compile(rb'<sheet [^>]*?(?:name|state|r:id)="([^"]*)"'), data, rnd):
        _replace(parts, name, match, rnd.choice((b"", b"hidden", b"visible", b"rId1", b"rId2", b"LKE ZI")), 1)


def relation(parts: Parts, rnd: Random) -> None:
    name = rnd.choice([n for n in sorted(parts) if n.endswith(".rels")] or sorted(parts))
    if match := _pick(re.compile(rb'(?:Target|Type|Id)="([^"]*)"'), parts[name], rnd):
        all_values = re.findall(rb'(?:Target|Id)="([^"]*)"', parts[name])
        new = rnd.choice(
            (*all_values, b"", b"../../../../etc/passwd", b"worksheets/sheet1.xml", b"/xl/styles.xml")
        )
        _replace(parts, name, match, new, 1)


def content_type(parts: Parts, rnd: Random) -> None:
    name = "[Content_Types].xml"
    if name in parts and (match := _pick(re.compile(rb"<(?:Override|Default)[^>]*>"), parts[name], rnd)):
        _replace(parts, name, match, b"")


def part_lost(parts: Parts, rnd: Random) -> None:
    if len(parts) > 1:
        del parts[rnd.choice(sorted(parts))]


def parts_swapped(parts: Parts, rnd: Random) -> None:
    a, b = (rnd.choice(sorted(parts)) for _ in range(2))
    parts[a], parts[b] = parts[b], parts[a]


def part_bytes(parts: Parts, rnd: Random) -> None:
    """Bytes turned over inside a part, where a checksum made anew hides it."""
    name = _biggest(parts, rnd) if rnd.random() < 0.6 else rnd.choice(sorted(parts))
    parts[name] = turned(parts[name], rnd)


EDITS: tuple[Callable[[Parts, Random], None], ...] = (
    *(
        cell_reference,
        lost_references,
        row_number,
        cell_type,
        cell_value,
        cell_value,
        lost_piece,
        doubled_piece,
    ),
    *(
        swapped_pieces,
        shared_string,
        text_changed,
        tag_changed,
        sheet_list,
        relation,
        content_type,
        part_lost,
    ),
    *(parts_swapped, part_bytes, part_bytes),
)


def mutate_parts(parts: Parts, rnd: Random) -> tuple[bytes, list[str]]:
    """The package with one to eight edits of its XML, and what they were."""
    changed, log = dict(parts), []
    for edit in rnd.choices(EDITS, k=rnd.choice((1, 1, 2, 4, 8))):
        edit(changed, rnd)
        log.append(edit.__name__)
    return zipped(changed), log


_ODS_PLACES = re.compile(
    rb"(?:office:value|office:value-type|table:number-columns-repeated|table:number-rows-repeated"
    rb'|office:boolean-value|table:name)="([^"]*)"'
)
_ODS_PIECES = re.compile(
    rb"<table:table-(?:cell|row)\b[^>]*?(?:/>|>.*?</table:table-(?:cell|row)>)", re.DOTALL
)
_ODS_VALUES = (
    b"",
    b"0",
    b"1",
    b"2",
    b"-1",
    b"3.5",
    b"1000000",
    b"99999999999",
    b"float",
    b"string",
    b"percentage",
)


def mutate_ods(parts: Parts, rnd: Random) -> tuple[bytes, list[str]]:
    """The same for an OpenDocument sheet, whose content is one part."""
    changed, log, name = dict(parts), [], "content.xml"
    for edit in rnd.choices(
        ("value", "lost", "doubled", "turned", "tag", "part"), k=rnd.choice((1, 1, 2, 4))
    ):
        log.append(f"ods {edit}")
        data = changed.get(name, b"")
        if edit == "value" and (match := _pick(_ODS_PLACES, data, rnd)):
            _replace(changed, name, match, rnd.choice(_ODS_VALUES), 1)
        elif edit in ("lost", "doubled") and (match := _pick(_ODS_PIECES, data, rnd)):
            _replace(changed, name, match, match.group() * 2 if edit == "doubled" else b"")
        elif edit == "turned" and data:
            changed[name] = turned(data, rnd)
        elif edit == "tag":
            tag_changed(changed, rnd)
        elif edit == "part":
            part_lost(changed, rnd)
    return zipped(changed), log


def zipped(parts: Parts) -> bytes:
    """The same whenever it is made: no entry carries the time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def turned(data: bytes, rnd: Random) -> bytes:
    """Bytes changed, lost, repeated or cut off."""
    if not data:
        return data
    changed = bytearray(data)
    for _ in range(rnd.choice((1, 1, 2, 8, 32))):
        at = rnd.randrange(max(1, len(changed)))
        end = at + rnd.choice((1, 1, 4, 64))
        kind = rnd.randrange(6)
        if kind <= 2 and changed:
            changed[min(at, len(changed) - 1)] = rnd.choice((rnd.randrange(256), 0, 255, 60, 34))
        elif kind == 3:
            del changed[at:end]
        elif kind == 4:
            changed[at:at] = changed[at:end]
        elif rnd.random() < 0.2:
            del changed[at:]
    return bytes(changed)
