"""The container of an .xlsx, .xlsm or .ods: how big it may be, and its parts as bounded streams of XML.

Everything here is read from bytes that anybody may have made. Sizes are checked before anything is unpacked,
document types and entities are refused, and parsing stops at fixed counts, so that any file of up to 25 MB
ends in seconds and within the memory given to it. Macros are bytes like any other part and never opened.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from zi_desktop.worksheets.workbook_refusals import (
    refuse_broken,
    refuse_encrypted,
    refuse_hostile,
    refuse_not_a_worksheet,
    refuse_too_large,
)

__all__ = [
    "MAX_FILE",
    "Budget",
    "Package",
    "Stop",
    "open_package",
    "refuse_not_a_worksheet",
]

MAX_FILE = 25 * 1024 * 1024
MAX_UNPACKED = 300 * 1024 * 1024
MAX_RATIO = 250  # deflate reaches 1032; an honest sheet of repeated rows stays below 100
RATIO_FROM = 20 * 1024 * 1024  # below this size no ratio is dangerous
MAX_DIRECTORY = 2 * 1024 * 1024  # bytes of the zip's own list of parts
MAX_TAGS = 1_500_000  # opening and closing; the parser remembers each that is open
MAX_PARSED = 60 * 1024 * 1024  # bytes of XML in all; every character may take four in memory
MAX_TOKEN = 8 * 1024 * 1024  # an unfinished tag longer than this is an attack on the parser
_CHUNK = 1 << 16

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]


@dataclass
class Budget:
    """What one file may still cost, over all of its parts together."""

    tags: int = MAX_TAGS
    parsed: int = MAX_PARSED


@dataclass
class Package:
    """An opened container: its parts by name (no leading slash)."""

    name: str
    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]
    budget: Budget = field(default_factory=Budget)

    def parse(self, part: str, start: Start, end: End, characters: Characters) -> None:
        """Streams one XML part through the handlers; a handler may raise `Stop`. Raises ZiError
        ``hostile-file`` (document type, entity, endless tag), ``too-large`` or ``broken-file``."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = characters
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.EntityDeclHandler = _refuse_doctype
        try:
            self._feed(parser, part)
        except Stop:
            return
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            if isinstance(error, expat.ExpatError) and _is_attack(error):
                refuse_hostile(self.name)
            refuse_broken(self.name, part)
        except LookupError as error:
            if type(error) is not LookupError:  # a KeyError or IndexError would be our own mistake
                raise
            refuse_broken(self.name, part)  # an encoding that does not exist
        except (NotImplementedError, RuntimeError):  # zipfile: unknown compression, password
            refuse_broken(self.name, part)

    def _feed(self, parser: expat.XMLParserType, part: str) -> None:
        fed = 0
        with self.archive.open(self.parts[part]) as stream:
            while chunk := stream.read(_CHUNK):
                self._charge(chunk)
                parser.Parse(chunk, False)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > MAX_TOKEN:
                    refuse_hostile(self.name)
            parser.Parse(b"", True)

    def _charge(self, chunk: bytes) -> None:
        self.budget.tags -= chunk.count(b"<")
        self.budget.parsed -= len(chunk)
        if self.budget.tags < 0 or self.budget.parsed < 0:
            refuse_too_large(self.name)


class Stop(Exception):
    """Raised by a handler of `Package.parse` to end the part early."""


def open_package(data: bytes, name: str) -> Package:
    """Opens the container; ``name`` is what errors call the file.

    Raises ZiError ``too-large``, ``encrypted-file``, ``broken-file`` or ``hostile-file``.
    """
    _check_directory(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError, OverflowError):
        refuse_broken(name)
    infos = archive.infolist()
    _check_inside(infos, len(data), name)
    return Package(name, archive, {info.filename.lstrip("/"): info for info in infos})


def _check_directory(data: bytes, name: str) -> None:
    """The zip's own list of parts is read by zipfile in one go, so its size is judged first."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or len(data) - end < 22:
        refuse_broken(name)
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if size > MAX_DIRECTORY or b"PK\x06\x06" in data[max(0, end - 4096) : end]:
        refuse_hostile(name)


def _check_inside(infos: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    if any(info.flag_bits & 0x1 for info in infos):
        refuse_encrypted(name)
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        refuse_broken(name)
    if len({info.filename for info in infos}) != len(infos):
        refuse_hostile(name)  # two parts of one name: programs disagree on which one counts
    unpacked = sum(info.file_size for info in infos)
    if unpacked > RATIO_FROM and unpacked > MAX_RATIO * packed:
        refuse_hostile(name)
    if unpacked > MAX_UNPACKED:
        refuse_too_large(name)


def _refuse_doctype(*_: object) -> NoReturn:
    raise expat.ExpatError(_DOCTYPE)


_DOCTYPE = "document type refused"
_AMPLIFICATION = "amplification"


def _is_attack(error: expat.ExpatError) -> bool:
    return _DOCTYPE in str(error) or _AMPLIFICATION in str(error)
