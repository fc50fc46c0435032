"""What an answer costs: through the verb, with log and check, against bare SQLite writing as much."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
from pathlib import Path

from tests.benchmarks.harness import Race, bench
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.workspace import open_workspace

CELL = "A.II.1.i.a.agen"
TURN = 20  # answers a turn: one alone would measure the caches that the harness has just emptied


@bench("answer-durable", goal=3.0, n=15)
def answer_durable() -> Race:
    folder = tempfile.TemporaryDirectory()
    work = open_workspace(Path(folder.name) / "a.zidb", actor="Rekaan")
    evaluation = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
    raw = raw_store(Path(folder.name) / "raw.db")
    ours, theirs = itertools.count(), itertools.count()

    def done() -> None:
        work.close()
        raw.close()
        folder.cleanup()

    return Race(
        ours=lambda: [answer_question(work, evaluation, CELL, str(next(ours))) for _ in range(TURN)],
        theirs=lambda: [raw_answer(raw, next(theirs)) for _ in range(TURN)],
        done=done,
    )


def raw_store(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE answer(evaluation TEXT, cell TEXT, value TEXT, PRIMARY KEY(evaluation, cell))")
    raw.execute("CREATE TABLE log(seq INTEGER PRIMARY KEY, body TEXT)")
    return raw


def raw_answer(raw: sqlite3.Connection, number: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT OR REPLACE INTO answer VALUES('e', 'A.II.1.i.a.agen', ?)", (str(number),))
    raw.execute("INSERT INTO log(body) VALUES(?)", ("x" * 400,))
    raw.execute("COMMIT")
