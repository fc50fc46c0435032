"""Bytes that coverage leads on: any end but a reading that balances or a ZiError is a finding.

    pip install atheris
    python -m tests.tools.fuzz_atheris sheet|csv|xls CORPUS [-max_total_time=600 …]

``sheet``: the XML of a worksheet in an otherwise sound .xlsx; ``csv`` and ``xls``: whole files. CORPUS is a
folder, filled with a few honest files where it is empty. Options are libFuzzer's. Not part of `make test`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["zi_desktop"]):
    from zi_desktop.domain.errors import ZiError
    from zi_desktop.worksheets import workbook_csv, workbook_ods, workbook_xls, workbook_xlsx  # noqa: F401
    from zi_desktop.worksheets.reading import read_workbook

from tests.tools.biff import header, label, number, xls
from tests.tools.fuzz_base import make_base, unzipped
from tests.tools.fuzz_bytes import zipped
from tests.tools.fuzz_grid import Mutant, as_csv, as_xlsx

_LIMITS = ("-timeout=10", "-rss_limit_mb=512", "-max_len=300000")


def _sheet() -> tuple[list[bytes], Callable[[bytes], bytes]]:
    parts = unzipped(as_xlsx(Mutant(make_base("unknown", 100), Random(1))))
    name = "xl/worksheets/sheet1.xml"
    return [parts[name]], lambda data: zipped({**parts, name: data})


def _csv() -> tuple[list[bytes], Callable[[bytes], bytes]]:
    return [as_csv(Mutant(make_base("unknown", 100), Random(1)), c) for c in ",;"], bytes


def _xls() -> tuple[list[bytes], Callable[[bytes], bytes]]:
    cells = header() + label(1, 0, "a. Tim dibentuk") + number(1, 2, 3.0)
    return [xls(cells)], bytes


KINDS = {"sheet": _sheet, "csv": _csv, "xls": _xls}


def main() -> None:
    kind, corpus = sys.argv[1], Path(sys.argv[2])
    seeds, packed = KINDS[kind]()
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for i, seed in enumerate(seeds):
            (corpus / f"honest-{i}").write_bytes(seed)

    def one(data: bytes) -> None:
        try:
            reading = read_workbook(packed(data), f"uji.{kind}")
        except ZiError:
            return
        if not reading.rows.balances:
            raise AssertionError(reading.rows)

    atheris.Setup([sys.argv[0], str(corpus), *_LIMITS, *sys.argv[3:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
