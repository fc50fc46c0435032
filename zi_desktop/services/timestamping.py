"""Time stamps from an authority, for files that are signed: once online, without touching any signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.exchange import package as packages
from zi_desktop.services.files import Drafts, read_file
from zi_desktop.services.signing import check_before
from zi_desktop.services.verifying import MAX_BYTES, kind_of, verify_bytes


@dataclass(frozen=True)
class StampedFile:
    """A file in its place, read back: every one of its `signatures` is stamped, the last time at `time`."""

    path: Path
    signatures: int
    time: datetime

    def as_dict(self) -> dict[str, Any]:
        return {"file": str(self.path), "signatures": self.signatures, "time": self.time.isoformat()}

    def summary(self) -> Text:
        return Text(
            f"{self.path}: {self.signatures} tanda tangan dicap waktu {self.time:%d-%m-%Y %H:%M:%S %Z}",
            f"{self.path}: {self.signatures} signatures time-stamped {self.time:%Y-%m-%d %H:%M:%S %Z}",
        )


def timestamp_file(path: Path, url: str, out: Path | None = None) -> StampedFile:
    """Stamps a signed PDF, XLSX or package where it lies, or into the folder ``out`` under its name.

    The file is replaced only when the stamped one verifies with the same signatures, each of them with a
    time. Raises ZiError ``nothing-to-stamp`` for an unsigned file, ``broken-before-signing``, ``bad-url``,
    ``tsa-unreachable``, ``tsa-refused``, ``stamp-not-readable-back``; the file is as it was then.
    """
    data = read_file(path, MAX_BYTES)
    before = check_before(path.name, data)
    if not before:
        raise ZiError(
            "nothing-to-stamp",
            Text("Berkas ini belum ditandatangani", "This file is not signed"),
            where=path.name,
            remedy=Text("Tanda tangani dahulu.", "Sign it first."),
        )
    with Drafts(out or path.parent) as drafts:
        draft = drafts.write(path.name, _stamped(data, url))
        verdict = verify_bytes(path.name, draft.read_bytes(), [])
        times = [s.timestamp for s in verdict.verdict.signatures if s.timestamp is not None]
        if not verdict.valid or len(verdict.verdict.signatures) != before or not times:
            raise ZiError(
                "stamp-not-readable-back",
                Text("Cap waktu yang diterima tidak sah", "The time stamp received does not hold"),
                where=path.name,
                remedy=Text("Pakai layanan cap waktu lain.", "Use another time-stamping service."),
            )
        (placed,) = drafts.put_in_place()
    return StampedFile(placed, before, max(times))


def _stamped(data: bytes, url: str) -> bytes:
    from zi_desktop.signing.stamping import stamp_detached, stamp_pdf, stamp_xlsx
    from zi_desktop.signing.tsa import Tsa

    authority, kind = Tsa(url), kind_of(data)
    if kind == "pdf":
        return stamp_pdf(data, authority)
    if kind == "xlsx":
        return stamp_xlsx(data, authority.token)
    read = packages.read_package(data)
    signatures = [stamp_detached(p7s, authority.token) for p7s in read.signatures]
    return packages.write_package(read.manifest, read.parts, signatures)
