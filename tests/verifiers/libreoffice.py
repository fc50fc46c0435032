"""LibreOffice over UNO, as a program of its own for the system's Python: `uno` is not to be had in a venv.

libreoffice.py verify-xlsx FILE…      signatures of workbooks
libreoffice.py verify-pdf FILE…       signatures of PDFs
libreoffice.py recalc FILE SHEET!A1…  the cells' values after a hard recalculation
libreoffice.py convert JSON           list of [source, target, filter, options, password]: saves each

One JSON object on stdout; one session of soffice for all files. The trusted CAs are those of the NSS database
that MOZILLA_CERTIFICATE_FOLDER names.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from typing import Any

import uno

START_SECONDS = 60


def main(command: str, *args: str) -> dict[str, Any]:
    with soffice() as context:
        if command == "verify-xlsx":
            return {file: xlsx_signatures(context, Path(file)) for file in args}
        if command == "verify-pdf":
            return {file: pdf_signatures(context, Path(file)) for file in args}
        if command == "recalc":
            return recalculated(context, Path(args[0]), args[1:])
        if command == "convert":
            return converted(context, json.loads(args[0]))
    raise SystemExit(__doc__)


@contextmanager
def soffice() -> Iterator[Any]:
    """The component context of a fresh soffice with a profile of its own."""
    pipe = f"zi{os.getpid()}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connect(pipe, process)
            yield context
            with suppress(Exception):  # terminating cuts the very connection that would report it
                service(context, "com.sun.star.frame.Desktop").terminate()
            process.wait(20)
        finally:
            process.kill()


def connect(pipe: str, process: subprocess.Popen[bytes]) -> Any:
    local = uno.getComponentContext()
    resolver = service(local, "com.sun.star.bridge.UnoUrlResolver")
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with suppress(Exception):  # NoConnectException until it listens; uno gives it no importable name
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        time.sleep(0.05)
    raise SystemExit("soffice did not start")


def service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def property_value(name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def xlsx_signatures(context: Any, path: Path) -> list[dict[str, Any]]:
    # As "ZipFormat" the storage shows the signature parts, as OOXML it hides them. The sequence must be ty
    zip_format = uno.Any(
        "[]com.sun.star.beans.PropertyValue", (property_value("StorageFormat", "ZipFormat"),)
    )
    storages = service(context, "com.sun.star.embed.StorageFactory")
    read_only = 1
    storage = uno.invoke(
        storages, "createInstanceWithArguments", ((path.resolve().as_uri(), read_only, zip_format),)
    )
    return told(signatures(context).verifyDocumentContentSignatures(storage, None))


def pdf_signatures(context: Any, path: Path) -> list[dict[str, Any]]:
    stream = service(context, "com.sun.star.ucb.SimpleFileAccess").openFileRead(path.resolve().as_uri())
    return told(signatures(context).verifyDocumentContentSignatures(None, stream))


def signatures(context: Any) -> Any:
    return service(context, "com.sun.star.security.DocumentDigitalSignatures")


def told(infos: Any) -> list[dict[str, Any]]:
    """`trusted` needs the CA in the NSS database; `partial` is true of all OOXML: it never signs docProps."""
    return [
        {
            "valid": bool(info.SignatureIsValid),
            "trusted": info.CertificateStatus == 0,
            "partial": bool(info.PartialDocumentSignature),
            "signer": info.Signer.SubjectName if info.Signer else "",
        }
        for info in infos
    ]


def recalculated(context: Any, path: Path, cells: tuple[str, ...]) -> dict[str, float | str]:
    """Without calculateAll LibreOffice believes the cached values that it loads."""
    desktop = service(context, "com.sun.star.frame.Desktop")
    hidden = (property_value("Hidden", True),)
    document = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, hidden)
    document.calculateAll()
    values = {cell: value(document, cell) for cell in cells}
    document.close(True)
    return values


def value(document: Any, cell: str) -> float | str:
    """A number, a text, "" for an empty cell, or an error as the sheet shows it ("#DIV/0!")."""
    sheet, _, address = cell.rpartition("!")
    there = document.Sheets.getByName(sheet).getCellRangeByName(address)
    kind = there.Type.value
    number = 1  # com.sun.star.sheet.FormulaResult.VALUE
    if kind == "VALUE" or (kind == "FORMULA" and there.FormulaResultType2 == number):
        return float(there.Value)
    return str(there.String)


def converted(context: Any, jobs: list[tuple[str, str, str, str, str]]) -> dict[str, Any]:
    """Saved anew as a person's "save as" would; jobs of one source stand together and load it once."""
    desktop = service(context, "com.sun.star.frame.Desktop")
    for source, same in groupby(jobs, lambda job: job[0]):
        hidden = (property_value("Hidden", True),)
        document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, hidden)
        for _, target, kind, options, password in same:
            how = [property_value("FilterName", kind), property_value("FilterOptions", options)]
            if password:
                how.append(property_value("Password", password))
            document.storeToURL(Path(target).as_uri(), tuple(how))
        document.close(True)
    return {}


if __name__ == "__main__":
    json.dump(main(*sys.argv[1:]), sys.stdout)
