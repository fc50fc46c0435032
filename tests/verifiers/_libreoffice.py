"""LibreOffice: the signatures it sees, and what it computes. About 1.3 s a call, 20 ms a further file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from tests.verifiers._run import nss_database, run

SYSTEM_PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("libreoffice.py")


class LibreOfficeVerdict(TypedDict):
    valid: bool
    trusted: bool
    partial: bool
    signer: str


def libreoffice_xlsx_signatures(
    paths: Sequence[Path], ca_pem: Path | None = None
) -> dict[Path, list[LibreOfficeVerdict]]:
    """Each workbook's package signatures. A changed part shows as `valid: False`."""
    return _signatures("verify-xlsx", paths, ca_pem)


def libreoffice_pdf_signatures(
    paths: Sequence[Path], ca_pem: Path | None = None
) -> dict[Path, list[LibreOfficeVerdict]]:
    """Each PDF's signatures: a second opinion beside pdfsig."""
    return _signatures("verify-pdf", paths, ca_pem)


def libreoffice_recalculate(path: Path, cells: Sequence[str]) -> dict[str, float | str]:
    """Values of `Sheet!A1` cells after a hard recalculation: cached values in the file count for nothing.

    A number, a text, "" for an empty cell, or the error as shown ("#DIV/0!").
    """
    values: dict[str, float | str] = _script("recalc", str(path), *cells)
    return values


@dataclass(frozen=True)
class Conversion:
    """``kind`` is a filter of LibreOffice: ``calc8``, ``MS Excel 97``, ``Text - txt - csv (StarCalc)``."""

    source: Path
    target: Path
    kind: str
    options: str = ""
    password: str = ""


def libreoffice_convert(jobs: Sequence[Conversion]) -> None:
    """Each source saved as its target, all in one session; loaded once where its jobs stand together."""
    told = [[str(job.source), str(job.target), job.kind, job.options, job.password] for job in jobs]
    _script("convert", json.dumps(told))


def _signatures(
    command: str, paths: Sequence[Path], ca_pem: Path | None
) -> dict[Path, list[LibreOfficeVerdict]]:
    with nss_database(ca_pem) as database:
        told = _script(command, *map(str, paths), database=database)
    return {path: told[str(path)] for path in paths}


def _script(*args: str, database: str = "") -> Any:
    env = {"MOZILLA_CERTIFICATE_FOLDER": database} if database else {}
    return json.loads(run([SYSTEM_PYTHON, "-I", str(SCRIPT), *args], env))
