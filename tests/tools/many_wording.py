"""The wording of a form's rows, and what many hands do to it.

Ours by default. With a user's own Lampiran III workbook the rows say what the regulation says; it is read
where it lies and nothing of it is kept.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.tools.form_lines import Line, official_lines
from zi_desktop.domain.lke import Lke, Portion

Wording = Mapping[str, tuple[str, str]]
"""Text and criteria by question or cell code."""


def official_wording(path: Path, lke: Lke) -> Wording:
    """From a filled Lampiran III workbook, by the official rows."""
    import openpyxl

    sheet = openpyxl.load_workbook(path)["LKE ZI"]
    rows = {q.code: q.lampiran_row for q in lke.questions}
    rows |= {f"{q.code}.{c.id}": c.lampiran_row for q in lke.questions for c in q.counts if c.lampiran_row}
    found = {}
    for code, row in rows.items():
        pieces = [str(sheet.cell(row, c).value) for c in range(2, 8) if sheet.cell(row, c).value]
        found[code] = (pieces[-1].strip(), str(sheet.cell(row, 9).value or ""))
    return found


def lines_of(lke: Lke, wording: Wording, *, percent_rows: bool) -> list[Line]:
    """The form's rows; a typed percentage has no row of its own where ``percent_rows``."""
    portions = {q.code for q in lke.questions if isinstance(q.formula, Portion)}
    lines = []
    for line in official_lines(lke):
        if percent_rows and line.kind == "count" and line.code.rpartition(".")[0] in portions:
            continue
        if line.kind in ("question", "count") and line.code in wording:
            line.text, line.criteria = wording[line.code]
        if line.kind == "total" and line.code == "total" and lke.id == "zi-2014":
            line.text = "NILAI EVALUASI REFORMASI BIROKRASI"
        lines.append(line)
    return lines


def _letters(text: str, rnd: random.Random) -> str:
    """One letter in some of the words dropped, doubled or exchanged."""
    words = text.split(" ")
    for n, word in enumerate(words):
        if len(word) > 4 and rnd.random() < 0.2:
            at = rnd.randrange(1, len(word) - 1)
            ways = (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
            )
            words[n] = rnd.choice(ways)
    return " ".join(words)


DRIFT: tuple[Callable[[str, random.Random], str], ...] = (
    _letters,
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, rnd: text[: max(18, int(len(text) * rnd.uniform(0.45, 0.9)))],
    lambda text, _: f"Apakah {text[:1].lower()}{text[1:]}?",
    lambda text, _: text.replace(" ", "  "),
    lambda text, _: text.replace(" ", "\n", 1),
    lambda text, _: f" {text} ",
)


def drift(lines: list[Line], rnd: random.Random, part: float) -> None:
    """Rewords this part of the rows of questions, counts and headings."""
    for line in lines:
        if line.text and rnd.random() < part:
            line.text = rnd.choice(DRIFT)(line.text, rnd)
        if line.criteria and rnd.random() < part / 3:
            line.criteria = rnd.choice((*DRIFT[:3], lambda _, __: "", lambda text, _: text[:40]))(
                line.criteria, rnd
            )


def blocks(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Start and end of each question's rows (itself and its counts)."""
    for start, line in enumerate(lines):
        if line.kind == "question":
            end = start + 1
            while end < len(lines) and lines[end].kind in ("count", "sum"):
                end += 1
            yield start, end
