"""What happens to a worksheet on its way through many hands: each damage on the rows of a filled form."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.tools.form_lines import Line
from tests.tools.many_tables import Entry
from zi_desktop.domain.evaluation import Stage

Damage = Callable[[list[Entry], random.Random], None]


def _questions(entries: list[Entry]) -> list[int]:
    return [i for i, e in enumerate(entries) if e.line.kind == "question" and not e.copy]


def _end(entries: list[Entry], start: int) -> int:
    """The row after a question and its counts."""
    end = start + 1
    while end < len(entries) and entries[end].line.kind in ("count", "sum"):
        end += 1
    return end


def delete_questions(entries: list[Entry], rnd: random.Random) -> None:
    for _ in range(rnd.randint(1, 5)):
        start = rnd.choice(_questions(entries))
        del entries[start : _end(entries, start)]


def delete_rows(entries: list[Entry], rnd: random.Random) -> None:
    kinds = ("question", "count", "sum", "group")
    for _ in range(rnd.randint(1, 6)):
        del entries[rnd.choice([i for i, e in enumerate(entries) if e.line.kind in kinds])]


def delete_headings(entries: list[Entry], rnd: random.Random) -> None:
    for _ in range(rnd.randint(1, 3)):
        rows = [i for i, e in enumerate(entries) if e.line.kind == "section"]
        del entries[rnd.choice(rows)]


def repeat_rows(entries: list[Entry], rnd: random.Random) -> None:
    """The same answers once more, or other ones."""
    for _ in range(rnd.randint(1, 3)):
        at = rnd.choice([i for i in _questions(entries) if _end(entries, i) == i + 1])
        first = entries[at]
        again = replace(first, line=replace(first.line), copy=True)
        if rnd.random() < 0.5:
            again = replace(again, answers=_other(first.answers, rnd), notes={}, evidence={})
        if rnd.random() < 0.3:
            again.line.text = again.line.text.upper()
        entries.insert(at + 1 if rnd.random() < 0.7 else min(len(entries), at + 3), again)


def _other(answers: dict[Stage, Any], rnd: random.Random) -> dict[Stage, Any]:
    return {s: rnd.choice(("A", "C", "Ya", "Tidak")) if a is not None else None for s, a in answers.items()}


def exchange_rows(entries: list[Entry], rnd: random.Random) -> None:
    """Two questions of a section change places; markers stay where they were, or go along."""
    for _ in range(rnd.randint(1, 3)):
        simple = [i for i in _questions(entries) if _end(entries, i) == i + 1]
        pairs = [i for i in simple if i + 1 in simple]
        if not pairs:
            return
        at = rnd.choice(pairs)
        one, two = entries[at], entries[at + 1]
        if rnd.random() < 0.5:
            one.line.marker, two.line.marker = two.line.marker, one.line.marker
        entries[at], entries[at + 1] = two, one


def add_remarks(entries: list[Entry], rnd: random.Random) -> None:
    for n in range(rnd.randint(1, 5)):
        text = rnd.choice(("Mohon dilengkapi", "Lihat lampiran", "Sudah diperiksa oleh tim", "-- batas --"))
        at = rnd.randrange(1, len(entries))
        entries.insert(at, Entry(Line(f"gap remark{n}", 3, "", text), alien=True))


def add_empty_rows(entries: list[Entry], rnd: random.Random) -> None:
    for n in range(rnd.randint(1, 12)):
        entries.insert(rnd.randrange(1, len(entries)), Entry(Line(f"gap empty{n}"), alien=True))


def add_questions(entries: list[Entry], rnd: random.Random) -> None:
    """Questions of somebody's own, with answers."""
    texts = (
        ("Pertanyaan tambahan tentang parkir kendaraan dinas", "A/B/C"),
        ("Apakah kantin unit sudah bersih dan sehat", "Ya/Tidak"),
        ("Jumlah pohon yang ditanam di halaman kantor", "Jumlah"),
        ("Kegiatan olahraga bersama setiap hari Jumat", "A/B/C/D"),
    )
    for n in range(rnd.randint(1, 3)):
        text, kind = rnd.choice(texts)
        at = rnd.choice(_questions(entries)) + rnd.randint(0, 1)
        answer = {"A/B/C": "A", "Ya/Tidak": "Ya", "Jumlah": 4.0, "A/B/C/D": "B"}[kind]
        line = Line(f"gap extra{n}", 5, rnd.choice(("a.", "b.", "c.", "d.", "")), text, None, kind)
        stages = list(entries[at].answers) if entries[at].answers else [Stage.MANDIRI]
        entries.insert(at, Entry(line, dict.fromkeys(stages, answer), alien=True))


def replace_question(entries: list[Entry], rnd: random.Random) -> None:
    """A question goes, and one of somebody's own stands in its place."""
    simple = [i for i in _questions(entries) if _end(entries, i) == i + 1]
    at = rnd.choice(simple)
    gone = entries[at]
    line = replace(
        gone.line, key="gap stranger", text="Kendaraan dinas dirawat menurut jadwal bengkel", criteria=""
    )
    entries[at] = Entry(line, dict(gone.answers), alien=True)


def copy_over(entries: list[Entry], rnd: random.Random) -> None:
    """A question is overwritten by a copy of the one before it."""
    simple = [i for i in _questions(entries) if _end(entries, i) == i + 1]
    pairs = [i for i in simple if i + 1 in simple]
    at = rnd.choice(pairs)
    gone, first = entries[at + 1], entries[at]
    line = replace(first.line, marker=gone.line.marker)
    entries[at + 1] = Entry(line, dict(gone.answers), copy=True)


def damage_types(entries: list[Entry], rnd: random.Random) -> None:
    for entry in entries:
        if entry.line.kind in ("question", "count") and rnd.random() < 0.08:
            entry.line.type = rnd.choice(("Ya", "Ya/Tidak", "", "A/B/C", "A/B/C/D", "ya/tidak "))


def drop_markers(entries: list[Entry], rnd: random.Random) -> None:
    part = rnd.choice((0.1, 0.5, 1.0))
    for entry in entries:
        if entry.line.marker and rnd.random() < part:
            entry.line.marker = rnd.choice(("", entry.line.marker.rstrip(".")))


def drop_criteria(entries: list[Entry], rnd: random.Random) -> None:
    part = rnd.choice((0.2, 1.0))
    for entry in entries:
        if rnd.random() < part:
            entry.line.criteria = ""


def drop_types(entries: list[Entry], rnd: random.Random) -> None:
    part = rnd.choice((0.2, 1.0))
    for entry in entries:
        if rnd.random() < part:
            entry.line.type = ""


def repeat_header(entries: list[Entry], rnd: random.Random) -> None:
    at = rnd.randrange(20, len(entries) - 20)
    entries.insert(at, Entry(Line("gap header", 0, "", "HEADER"), alien=True))


DAMAGES: tuple[Damage, ...] = (
    delete_questions,
    delete_rows,
    delete_headings,
    repeat_rows,
    exchange_rows,
    add_remarks,
    add_empty_rows,
    add_questions,
    replace_question,
    copy_over,
    damage_types,
    drop_markers,
    drop_criteria,
    drop_types,
)
