"""An OPC package (.xlsx) in memory: parts, content types, relationships. The file is taken for hostile
input."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.zip_layout import reads_two_ways

MIB = 1024 * 1024
MAX_PACKAGE_BYTES = 100 * MIB
MAX_UNPACKED_BYTES = 100 * MIB
MAX_RATIO = 200
RATIO_FROM_BYTES = 8 * MIB
MAX_PARTS = 5000

NS_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NS_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "/[Content_Types].xml"
TYPE_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
OLE_HEADER = bytes.fromhex("d0cf11e0a1b11ae1")

# extended-properties and core-properties are rewritten by every program that opens a file: Office leaves
# them unsigned
UNSIGNED_PROPERTIES = {
    NS_RELATIONSHIPS
    + "/metadata/core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    ),
}


_TWO_WAYS = Text(
    "Program lain dapat membaca isi yang berbeda: ada data di luar bagian-bagian berkas, "
    "atau keterangan tentang satu bagian bertentangan.",
    "Another program might read something else: there is data outside the file's parts, or what it says "
    "of one part is contradictory.",
)


@dataclass(frozen=True)
class Relationship:
    """One relationship; `target` is the part's name, or None when it leads outside or to a place in the
    same part."""

    id: str
    type: str
    target: str | None


class Package:
    """The parts of a package by name (`/xl/workbook.xml`).

    Raises `ZiError`: `not-a-package`, `encrypted`, `too-large`, `zip-bomb`, `bad-part-name`,
    `duplicate-part`, `damaged-package`. `layout_problem` tells why another program might read something else.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_PACKAGE_BYTES:
            raise _error("too-large", "Berkas terlalu besar.", "The file is too large.")
        if data.startswith(OLE_HEADER):
            raise _error("encrypted", "Berkas dikunci kata sandi.", "The file is locked with a password.")
        self.parts = _read_parts(data)
        self.layout_problem = _TWO_WAYS if reads_two_ways(data) else None
        if CONTENT_TYPES not in self.parts:
            raise _not_a_package()
        self.defaults, self.overrides = _read_content_types(self.parts[CONTENT_TYPES])

    def content_type(self, part: str) -> str | None:
        """The declared media type, or None when nothing declares one."""
        extension = posixpath.splitext(part)[1].lstrip(".").lower()
        return self.overrides.get(part.lower()) or self.defaults.get(extension)

    def relationships(self, source: str) -> list[Relationship]:
        """The relationships of a part, or of the package itself (`/`)."""
        xml = self.parts.get(relationships_part(source))
        if xml is None:
            return []
        return [_relationship(source, element) for element in relationship_elements(parse_xml(xml))]

    def to_bytes(self) -> bytes:
        """The package as a file; the same parts always give the same bytes."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            # Office reads the content types first
            for name in sorted(self.parts, key=lambda part: (part != CONTENT_TYPES, part)):
                info = zipfile.ZipInfo(name[1:], (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, self.parts[name])
        return buffer.getvalue()


def parse_xml(data: bytes) -> Any:
    """The root element; a document type declaration (entities, external files) is refused as
    `hostile-xml`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged_xml() from error
    if root.getroottree().docinfo.doctype:
        raise _error(
            "hostile-xml",
            "XML dalam berkas memuat deklarasi yang tidak diizinkan.",
            "XML in the file holds a declaration that is not allowed.",
        )
    return root


def damaged_xml() -> ZiError:
    """The error of XML that cannot be read."""
    return _error("damaged-package", "XML dalam berkas rusak.", "XML in the file is damaged.")


def relationship_elements(root: Any) -> Iterator[Any]:
    """The `Relationship` elements of a relationships part."""
    for element in root:
        if element.tag == f"{{{NS_RELATIONSHIPS}}}Relationship":
            yield element


def relationships_part(source: str) -> str:
    """Name of the part that holds the relationships of `source` (`/` is the package)."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", name + ".rels")


def covered_by_relationships(
    package: Package, skip_from_root: Iterable[str]
) -> tuple[set[str], dict[str, set[str]]]:
    """What must be signed: the parts reached from the root, and for each relationships part its
    relationship ids.

    `skip_from_root` are relationship types left out at the root: the signatures and the two properties parts.
    """
    skipped = set(skip_from_root)
    parts: set[str] = set()
    relationships: dict[str, set[str]] = {}
    waiting, seen = ["/"], {"/"}
    while waiting:
        source = waiting.pop()
        found = [r for r in package.relationships(source) if source != "/" or r.type not in skipped]
        if found:
            relationships[relationships_part(source)] = {r.id for r in found}
        for target in (r.target for r in found):
            if target is not None and target in package.parts and target not in seen:
                seen.add(target)
                parts.add(target)
                waiting.append(target)
    return parts, relationships


def _relationship(source: str, element: Any) -> Relationship:
    target = element.get("Target") or ""
    path = unquote(target.partition("#")[0])
    inside = element.get("TargetMode", "Internal") == "Internal" and path
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if inside else None
    return Relationship(element.get("Id") or "", element.get("Type") or "", resolved)


def _read_parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_sizes(infos, len(data))
            _check_names(infos)
            return {"/" + info.filename: archive.read(info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        if data.startswith(b"PK"):
            raise _error("damaged-package", "Berkas rusak.", "The file is damaged.") from error
        raise _not_a_package() from error
    except (ValueError, IndexError, UnicodeError) as error:
        raise _error("damaged-package", "Berkas rusak.", "The file is damaged.") from error


def _check_sizes(infos: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(info.file_size for info in infos)
    if len(infos) > MAX_PARTS or total > MAX_UNPACKED_BYTES:
        raise _error("too-large", "Isi berkas terlalu besar.", "The file's contents are too large.")
    if total > RATIO_FROM_BYTES and total > MAX_RATIO * packed:
        raise _error(
            "zip-bomb", "Berkas mengembang secara tidak wajar.", "The file swells out of all proportion."
        )
    if any(info.flag_bits & 0x1 for info in infos):
        raise _error("encrypted", "Berkas dikunci kata sandi.", "The file is locked with a password.")


def _check_names(infos: list[zipfile.ZipInfo]) -> None:
    names: set[str] = set()
    for info in infos:
        name = info.orig_filename
        segments = name.rstrip("/").split("/")
        if name.startswith("/") or "\\" in name or "\0" in name or {"", ".", ".."} & set(segments):
            raise _error("bad-part-name", "Nama bagian tidak sah.", "A part's name is not allowed.", name)
        # part names are equal when they differ only in case (ECMA-376-2 §6.2.2.3)
        if unquote(name).lower() in names:
            raise _error("duplicate-part", "Dua bagian bernama sama.", "Two parts bear the same name.", name)
        names.add(unquote(name).lower())


def _read_content_types(xml: bytes) -> tuple[dict[str, str], dict[str, str]]:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for element in parse_xml(xml):
        if element.tag == f"{{{NS_CONTENT_TYPES}}}Default":
            table, key = defaults, element.get("Extension") or ""
        elif element.tag == f"{{{NS_CONTENT_TYPES}}}Override":
            table, key = overrides, element.get("PartName") or ""
        else:
            continue
        if key.lower() in table:
            raise _error(
                "duplicate-part", "Jenis isi dinyatakan dua kali.", "A content type is declared twice.", key
            )
        table[key.lower()] = element.get("ContentType") or ""
    return defaults, overrides


def _not_a_package() -> ZiError:
    return _error("not-a-package", "Berkas ini bukan berkas Excel (.xlsx).", "This is no Excel (.xlsx) file.")


def _error(code: str, indonesian: str, english: str, where: str = "") -> ZiError:
    return ZiError(code, Text(indonesian, english), where=where)
