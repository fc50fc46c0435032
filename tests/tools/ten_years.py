"""A store as an inspectorate has it after ten years: a thousand units a year, every answer in the log.

Written as rows, because a million answers one by one would take hours; `tests/tools/test_ten_years.py` shows
that the program's own code reads them as what it writes itself: chains of the log whole, same scores.

python -m tests.tools.ten_years STORE [UNITS YEARS]
"""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.services.workspace import open_workspace
from zi_desktop.worksheets.edition import edition_for_year, load_edition

LAST_YEAR = 2026
_ACTOR = "Penilai Uji"
_VARIANTS = 40
_WORDS = ("Kantor", "Balai", "Pusat", "Biro", "Satuan Kerja", "Direktorat", "Sekretariat", "Stasiun")
_PLACES = ("Anggrek", "Bakung", "Cempaka", "Dahlia", "Flamboyan", "Kenanga", "Melati", "Teratai", "Wijaya")


class _Filled(NamedTuple):
    """What one made-up evaluation holds: (cell, value), (question, text) of notes and of evidence."""

    answers: list[tuple[str, str]]
    notes: list[tuple[str, str]]
    evidence: list[tuple[str, str]]


class _Ids:
    """32 hex digits each, as the program makes them, the same in every run."""

    def __init__(self) -> None:
        self._chance = random.Random(2026)
        self._left = ""

    def __call__(self) -> str:
        if not self._left:
            self._left = self._chance.randbytes(1 << 16).hex()
        made, self._left = self._left[:32], self._left[32:]
        return made


def make_ten_years(path: Path, *, units: int = 1000, years: int = 10) -> Path:
    """A new store at ``path`` with ``units`` × ``years`` evaluations; all but this year's are complete."""
    work = open_workspace(path, actor=_ACTOR)
    device = work.store.device
    work.close()
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        connection.execute("BEGIN")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        _Writer(connection, device).write(units, range(LAST_YEAR - years + 1, LAST_YEAR + 1))
        for _, sql in indexes:  # built in one go they cost a fraction
            connection.execute(sql)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    return path


class _Writer:
    def __init__(self, connection: sqlite3.Connection, device: str) -> None:
        self._connection = connection
        self._device = device
        self._id = _Ids()
        self._chance = random.Random(90)
        self._filled = {
            edition: [_fill(load_edition(edition), random.Random(i)) for i in range(_VARIANTS)]
            for edition in ("zi-2014", "zi-2021")
        }
        self._minute = 0

    def write(self, units: int, years: range) -> None:
        names = _unit_names(units)
        ids = [self._id() for _ in names]
        self._many("work_unit(id, name)", zip(ids, names, strict=True))
        for year in years:
            edition = edition_for_year(year)
            for number, unit_id in enumerate(ids):
                filled = self._chance.choice(self._filled[edition])
                share = 1.0 if year < LAST_YEAR else (number * 37 % 101) / 100
                self._evaluation(_About(unit_id, names[number], year, edition), filled, share)

    def _many(self, into: str, rows: object) -> None:
        places = ", ".join("?" * (into.count(",") + 1))
        self._connection.executemany(f"INSERT INTO {into} VALUES ({places})", rows)  # type: ignore[arg-type]

    def _evaluation(self, about: _About, filled: _Filled, share: float) -> None:
        id_ = self._id()
        answers = filled.answers[: round(share * len(filled.answers))]
        notes = filled.notes[: round(share * len(filled.notes))]
        evidence = [(self._id(), *e) for e in filled.evidence[: round(share * len(filled.evidence))]]
        self._many(
            "evaluation(id, work_unit_id, year, edition, stage)",
            [(id_, about.unit_id, about.year, about.edition, "tpi")],
        )
        self._many("answer(evaluation_id, cell, value)", [(id_, *a) for a in answers])
        self._many("note(evaluation_id, question, text)", [(id_, *n) for n in notes])
        self._many(
            "evidence(id, evaluation_id, question, position, text, file)",
            [(key, id_, question, 0, text, "") for key, question, text in evidence],
        )
        made = {"unit": about.unit, "year": about.year, "edition": about.edition, "stage": "tpi"}
        changes = [("evaluation", _json(made))]
        changes += [(f"answer:{cell}", f'"{value}"') for cell, value in answers]
        changes += [(f"note:{question}", _json(text)) for question, text in notes]
        changes += [
            (f"evidence:{key}", _json({"question": question, "position": 0, "text": text}))
            for key, question, text in evidence
        ]
        self._many(_LOG, self._log(id_, about.year, changes))

    def _log(
        self, evaluation_id: str, year: int, changes: list[tuple[str, str]]
    ) -> Iterator[tuple[object, ...]]:
        """Chained as `LogEntry.computed_hash` does, spelled out for speed."""
        parent, device = "", self._device
        for target, new in changes:
            self._minute += 1
            id_, batch = self._id(), self._id()
            day, hour, minute = 1 + self._minute // 1440 % 28, self._minute // 60 % 24, self._minute % 60
            at = f"{year}-03-{day:02}T{hour:02}:{minute:02}:00.000+00:00"
            content = (
                f'["{id_}","{evaluation_id}","{device}","{_ACTOR}","{at}","{target}",null,{new},null,'
                f'"{parent}","{batch}"]'
            )
            hash_ = hashlib.sha256(content.encode()).hexdigest()
            yield id_, evaluation_id, device, _ACTOR, at, target, "null", new, parent, hash_, batch
            parent = hash_


_LOG = "log(id, evaluation_id, device, actor, at, target, old, new, parent, hash, batch)"


class _About(NamedTuple):
    unit_id: str
    unit: str
    year: int
    edition: str


def _unit_names(units: int) -> list[str]:
    kinds, places = len(_WORDS), len(_PLACES)
    return [
        f"{_WORDS[i % kinds]} Contoh {_PLACES[i // kinds % places]} {1 + i // (kinds * places)}"
        for i in range(units)
    ]


def _fill(lke: Lke, chance: random.Random) -> _Filled:
    answers = [
        (cell.code, _value(cell.kind, [c.label for c in cell.question.choices], chance))
        for cell in lke.input_cells
    ]
    questions = [q.code for q in lke.questions]
    notes = [(code, f"Catatan contoh untuk {code}.") for code in chance.sample(questions, 12)]
    evidence = [(code, f"Dokumen contoh {code}.pdf") for code in chance.sample(questions, 12)]
    return _Filled(answers, notes, evidence)


def _value(kind: CellKind, labels: list[str], chance: random.Random) -> str:
    if kind is CellKind.CHOICE:
        good = chance.random() < 0.75
        return labels[0] if good else chance.choice(labels)
    if kind is CellKind.INDEX:
        return chance.choice(("3.12", "3.55", "3.8"))
    if kind is CellKind.PERCENT:
        return chance.choice(("70", "90", "100"))
    return str(chance.choice((4, 5, 5, 6)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def main(arguments: list[str]) -> None:
    path = Path(arguments[0])
    units, years = (int(number) for number in arguments[1:3] or ("1000", "10"))
    started = time.perf_counter()
    make_ten_years(path, units=units, years=years)
    took, size = time.perf_counter() - started, path.stat().st_size / 2**20
    print(f"{units * years} evaluations, {size:.0f} MiB, {took:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
