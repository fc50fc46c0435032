"""A folder of worksheets: twice as many cost twice the time, and no more memory.

python -m tests.benchmarks.bench_folder 200      figures of a folder of that many
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
import tracemalloc
from contextlib import suppress
from functools import cache
from pathlib import Path

from tests.benchmarks.harness import Race, bench
from tests.tools.fuzz_base import MAKERS
from zi_desktop.services.folder import find_worksheets, read_file_of_folder

_KINDS = 24  # different files; a folder repeats them under other names
_FEW, _MANY = _KINDS, 200
_FLAT = 1.0  # MiB by which the peak over many files may exceed that over each kind once


@cache
def _filled() -> list[bytes]:
    makers = list(MAKERS.values())
    return [makers[i % len(makers)](i)[0] for i in range(_KINDS)]


def make_folder(folder: Path, files: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        (folder / f"Unit Contoh {number:04}.xlsx").write_bytes(_filled()[number % _KINDS])
    return folder


def read_folder(folder: Path) -> int:
    """How many files were read; each reading is let go before the next, as when they are imported."""
    return sum(read_file_of_folder(file).reading is not None for file in find_worksheets(folder))


def peak_memory(folder: Path) -> float:
    """The most that Python held at once while the folder was read, in MiB."""
    gc.collect()
    tracemalloc.start()
    try:
        read_folder(folder)
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


@bench("folder-twice-the-files", goal=2.2, n=5)
def folder_grows_linearly() -> Race:
    """Ours: a folder of twice the files; theirs: the same program and half of them."""
    place = tempfile.TemporaryDirectory()
    half, whole = (make_folder(Path(place.name, str(n)), n) for n in (_KINDS, 2 * _KINDS))
    return Race(ours=lambda: read_folder(whole), theirs=lambda: read_folder(half), done=place.cleanup)


def _peaks(few: int, many: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as name:
        few_files, many_files = (make_folder(Path(name, str(n)), n) for n in (few, many))
        read_folder(few_files)  # what is loaded once is not a file's
        return peak_memory(few_files), peak_memory(many_files)


def main(files: int) -> int:
    few, many = _peaks(_FEW, files)
    with tempfile.TemporaryDirectory() as name:
        folder = make_folder(Path(name), files)
        started = time.perf_counter()
        read = read_folder(folder)
        took = time.perf_counter() - started
    print(f"{read} of {files} read in {took:.1f} s, {1000 * took / files:.0f} ms each")
    print(f"peak of Python's memory: {few:.1f} MiB over {_FEW} files, {many:.1f} MiB over {files}")
    with suppress(ImportError):  # not on Windows
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak of the process: {most:.0f} MiB")
    return 0 if many <= few + _FLAT and read == files else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _MANY))
