"""The package: one zip with the signed files, the change log and a manifest that names every part by hash.

``manifest.json`` is what is signed (``signatures/1.p7s`` …, detached CMS), so one signature vouches for all.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.zip_layout import reads_two_ways

FORMAT = "zi-desktop-package/1"
MANIFEST = "manifest.json"
LOG = "log.jsonl"
SUFFIX = ".zipkg"
PREVIOUS = "sebelumnya.zipkg"
"""The package as it was before somebody signed again: its signatures vouch for what they vouched for."""
_SIGNATURES = "signatures/"
_STAMP = (1980, 1, 1, 0, 0, 0)
MAX_PARTS = 10_000
MAX_BYTES = 500_000_000
MAX_RATIO = 200


@dataclass(frozen=True)
class Package:
    """``parts``: every file the manifest names, by name; ``signatures``: detached CMS over ``manifest``.
    ``problems``: parts that are missing, not named, or not what the manifest says; ``changed``: their names.
    """

    manifest: bytes
    facts: Mapping[str, Any]
    parts: Mapping[str, bytes]
    signatures: tuple[bytes, ...]
    problems: tuple[Text, ...]
    changed: tuple[str, ...] = ()


def make_manifest(facts: Mapping[str, Any], parts: Mapping[str, bytes]) -> bytes:
    """Canonical JSON: the same facts and parts give the same bytes."""
    listed = [
        {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in sorted(parts.items())
    ]
    content = {"format": FORMAT, **facts, "parts": listed}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode()


def log_lines(entries: Sequence[Mapping[str, Any]]) -> bytes:
    """One JSON object a line, oldest first."""
    return "".join(json.dumps(e, ensure_ascii=False, sort_keys=True) + "\n" for e in entries).encode()


def write_package(manifest: bytes, parts: Mapping[str, bytes], signatures: Sequence[bytes]) -> bytes:
    files = {MANIFEST: manifest, **parts}
    files |= {f"{_SIGNATURES}{n}.p7s": data for n, data in enumerate(signatures, start=1)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def is_package(data: bytes) -> bool:
    """True for a zip with our manifest; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return MANIFEST in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return False


def read_package(data: bytes) -> Package:
    """Raises ZiError ``broken-package`` for what cannot be read and ``hostile-file`` for what should not be.
    Parts that disagree with the manifest are ``problems``, not errors, so that a verifier can name them."""
    files = _unpack(data)
    manifest = files.pop(MANIFEST, None)
    if manifest is None:
        raise _broken("manifest.json")
    facts, listed = _parse_manifest(manifest)
    signature_names = sorted(name for name in files if name.startswith(_SIGNATURES))
    signatures = tuple(files.pop(name) for name in signature_names)
    found = _disagreements(listed, files)
    return Package(manifest, facts, files, signatures, tuple(found.values()), tuple(found))


def _parse_manifest(manifest: bytes) -> tuple[dict[str, Any], dict[str, str]]:
    try:
        facts = json.loads(manifest)
        listed = {part["name"]: part["sha256"] for part in facts["parts"]}
        if not str(facts["format"]).startswith("zi-desktop-package/"):
            raise KeyError("format")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _broken(MANIFEST) from error
    if facts["format"] != FORMAT:
        raise ZiError(
            "package-newer",
            Text("Paket ini dibuat oleh ZI Desktop yang lebih baru", "A newer ZI Desktop made this package"),
            where=MANIFEST,
            remedy=Text("Pasang versi terbaru.", "Install the newest version."),
        )
    return facts, listed


def _disagreements(listed: Mapping[str, str], files: Mapping[str, bytes]) -> dict[str, Text]:
    """What is wrong with each part that the manifest does not vouch for, by its name."""
    problems = {}
    for name, digest in listed.items():
        if name not in files:
            problems[name] = Text(f"{name}: hilang dari paket", f"{name}: missing from the package")
        elif hashlib.sha256(files[name]).hexdigest() != digest:
            problems[name] = Text(f"{name}: isinya diubah", f"{name}: its content was changed")
    for name in sorted(files.keys() - listed.keys()):
        problems[name] = Text(f"{name}: ditambahkan ke paket", f"{name}: was added to the package")
    return problems


def _unpack(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if not _is_sound(infos, len(data)) or reads_two_ways(data):
                raise ZiError(
                    "hostile-file",
                    Text(
                        "Paket ini tidak wajar dan tidak dibuka",
                        "This package is not sound and was not opened",
                    ),
                    remedy=Text("Minta paketnya sekali lagi.", "Ask for the package once more."),
                )
            return {i.filename: archive.read(i) for i in infos}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error) as error:
        raise _broken("zip") from error
    except (NotImplementedError, IndexError) as error:  # a method or version that zipfile does not know
        raise _broken("zip") from error


def _is_sound(infos: Sequence[zipfile.ZipInfo], packed: int) -> bool:
    """No name twice (Windows takes no notice of case), none that leads elsewhere, nothing that swells."""
    names = [i.orig_filename for i in infos]
    size = sum(i.file_size for i in infos)
    return (
        len({n.casefold() for n in names}) == len(names) <= MAX_PARTS
        and size <= min(MAX_BYTES, MAX_RATIO * max(1, packed))
        and not any(n.startswith("/") or "\\" in n or "\0" in n or ".." in n.split("/") for n in names)
    )


def _broken(where: str) -> ZiError:
    return ZiError(
        "broken-package",
        Text("Paket rusak atau bukan paket ZI Desktop", "The package is broken or not one of ZI Desktop"),
        where=where,
        remedy=Text("Minta paketnya sekali lagi.", "Ask for the package once more."),
    )
