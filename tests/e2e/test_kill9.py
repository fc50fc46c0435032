"""No acknowledged answer is ever missing, whenever the program is killed.

What this does not prove: power loss, for the operating system's cache survives a kill. WAL and FULL, which is
what power loss needs, are asserted in tests/store.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.evidence import facts_of
from zi_desktop.services.evidence_files import check_evidence
from zi_desktop.services.workspace import open_workspace
from zi_desktop.store.log import broken_entries
from zi_desktop.store.store import open_store

CODE = "A.II.1.i.a.agen"
KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL

# The command line's own entry point, in a loop: what is printed was acknowledged (exit code 0).
LOOP = """
import sys
from zi_desktop.app import main
store, evaluation, start = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(start, start + 100_000):
    if main(["--store", store, "answer", evaluation, "A.II.1.i.a.agen", str(number)]) == 0:
        print(number, flush=True)
"""


@pytest.fixture
def evaluation(tmp_path: Path) -> tuple[Path, str]:
    work = open_workspace(tmp_path / "a.zidb", actor="Uji")
    made = new_evaluation(work, unit="Satker Contoh", year=2026)
    work.close()
    return tmp_path / "a.zidb", made.evaluation_id


def acknowledged_before_kill(store: Path, evaluation_id: str, start: int, wait: float) -> list[int]:
    child = subprocess.Popen(
        [sys.executable, "-c", LOOP, str(store), evaluation_id, str(start)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(wait)
    child.send_signal(KILL)
    rest = child.stdout.read()
    child.wait()
    child.stdout.close()
    return [int(line) for line in (first + rest).splitlines()[: (first + rest).count("\n")]]


def test_no_acknowledged_answer_is_missing_after_a_kill(evaluation: tuple[Path, str]) -> None:
    path, evaluation_id = evaluation
    chance = random.Random(2026)
    acknowledged: list[int] = []
    start = 0
    for _ in range(6):
        acknowledged += acknowledged_before_kill(path, evaluation_id, start, chance.uniform(0.02, 0.3))
        store = open_store(path)
        try:
            log = store.log(evaluation_id)
            written = [int(e.new) for e in log if e.target == f"answer:{CODE}"]
            assert set(acknowledged) <= set(written)
            stored = store.evaluation(evaluation_id)
            assert stored is not None
            assert stored.cells[CODE] == written[-1], "the answer and its log entry are one"
            assert written[-1] >= acknowledged[-1]
            assert broken_entries(log) == []
            assert store.pragma("integrity_check") == "ok"
        finally:
            store.close()
        start = written[-1] + 1
    assert len(acknowledged) >= 6, "every round had an acknowledged answer to lose"


def test_a_killed_writer_does_not_lock_the_next_one_out(evaluation: tuple[Path, str]) -> None:
    path, evaluation_id = evaluation
    acknowledged_before_kill(path, evaluation_id, 0, 0.05)
    work = open_workspace(path, actor="Uji")
    try:
        assert answer_question(work, evaluation_id, CODE, "999999").cells == {CODE}
    finally:
        work.close()


ATTACHING = """
import sys
from pathlib import Path
from zi_desktop.app import main
store, evaluation, folder, turn = sys.argv[1:5]
for number in range(10_000):
    file = Path(folder) / f"bukti-{turn}-{number}.txt"
    file.write_bytes(f"isi rekaan {turn} {number} ".encode() * 60_000)
    if main(["--store", store, "evidence", evaluation, "A.I.1.i.a", str(file)]) == 0:
        print(file.name, flush=True)
"""


def test_evidence_never_names_a_content_that_is_not_there(evaluation: tuple[Path, str]) -> None:
    """Whenever the program is killed: what was acknowledged is attached, and what is attached is whole."""
    path, evaluation_id = evaluation
    chance = random.Random(2026)
    acknowledged: set[str] = set()
    for turn in range(5):
        child = subprocess.Popen(
            [sys.executable, "-c", ATTACHING, str(path), evaluation_id, str(path.parent), str(turn)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(chance.uniform(0.02, 0.25))
        child.send_signal(KILL)
        out = first + child.stdout.read()
        child.wait()
        child.stdout.close()
        acknowledged |= set(out.splitlines()[: out.count("\n")])
        work = open_workspace(path, actor="Uji")
        try:
            attached = work.evaluation(evaluation_id).evidence["A.I.1.i.a"]
            assert acknowledged <= {e.text for e in attached if e.file}
            assert check_evidence(work, evaluation_id) == []
            assert len(facts_of(work, attached)) == len(attached)
        finally:
            work.close()
    assert len(acknowledged) >= 5
