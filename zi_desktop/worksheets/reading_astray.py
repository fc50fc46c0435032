"""Rows that were taken and say something else, or stand where they cannot belong: let go again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zi_desktop.worksheets.reading_match import AMBIGUOUS, BY_HAND, Match
from zi_desktop.worksheets.reading_rows import Row
from zi_desktop.worksheets.reading_template import Expected, Part, Template

if TYPE_CHECKING:
    from zi_desktop.worksheets.reading_place import Placed

ELSEWHERE, APART = 0.8, 0.3  # wording, and its lead, that carry a row far from its section
_SURELY = 0.99
_OWN_WORDING = 0.9  # a row whose wording is this like its question's is not looked for elsewhere
_TO_THE_WORD = 0.97
_HEADING, _HEADING_APART = 0.9, 0.2
_NEARLY = 0.12
_MUCH, _AS_MUCH = 0.75, 0.05
SILENT = 0.1  # wording that has less in common with its question's says nothing for it


def let_go_foreign(placed: Placed, template: Template) -> list[Match]:
    """Rows that their order or their criteria gave to a question although their wording is plainly that of
    another one, wherever in the form that stands. Gives back those that may be this one's all the same."""
    wording = template.lexicon.wording
    proposed = []
    for match in list(placed.matches.values()):
        item, row = match.expected, match.row
        if item.part is Part.SUM or item.computed or match.reason == BY_HAND:
            continue
        if match.confidence >= _SURELY:
            continue
        if _says_a_heading(template, match):
            _let_go(placed, match)
            continue
        like, least, apart = wording, ELSEWHERE, APART
        if len(row.bag.text) < 2 or wording(row.bag, item.bags) < SILENT:
            # only its criteria speak, and no other question's may say nearly the same
            like, least, apart = template.lexicon.alike, 0.0, -_NEARLY
        mine = like(row.bag, item.bags)
        if mine >= _OWN_WORDING:
            continue
        others = [e for e in template.every if e.code != item.code]
        other = max((like(row.bag, e.bags) for e in others), default=0.0)
        if other >= min(_TO_THE_WORD, max(least, mine + apart)):
            _let_go(placed, match)
        elif item.part is Part.QUESTION and _says_as_much_of_another(match, others, template):
            _let_go(placed, match)
            confidence = round(match.confidence / 2, 3)
            proposed.append(replace(match, sure=False, confidence=confidence, reason=AMBIGUOUS))
    return proposed


def _says_as_much_of_another(match: Match, others: list[Expected], template: Template) -> bool:
    """Not very much of what the row says is its question's, and nearly as much of it is another one's."""
    alike, row = template.lexicon.alike, match.row
    mine = alike(row.bag, match.expected.bags)
    return mine < _MUCH and any(alike(row.bag, e.bags) > mine - _AS_MUCH for e in others)


def _says_a_heading(template: Template, match: Match) -> bool:
    """An answer that slipped into the row of a heading whose words are much of the question's below it."""
    lexicon, row = template.lexicon, match.row
    heading = max(lexicon.likeness(row.bag.text, h.words) for h in template.headings)
    return heading >= _HEADING and heading > lexicon.alike(row.bag, match.expected.bags) + _HEADING_APART


def let_go_astray(placed: Placed) -> None:
    """Counts that do not stand below their question, before the next one: their words are others' too."""
    for match in list(placed.matches.values()):
        item, row = match.expected, match.row
        told = match.reason == BY_HAND or (row.code and row.code == item.code)
        if item.part is not Part.COUNT or told or item.code.rpartition(".")[0] not in placed.questions:
            continue
        if not in_its_question(placed, item, row):
            _let_go(placed, match)


def _let_go(placed: Placed, match: Match) -> None:
    del placed.matches[match.row.number]
    placed.questions.pop(match.expected.code, None)
    placed.cells.pop(match.expected.code, None)


def in_its_question(placed: Placed, item: Expected, row: Row) -> bool:
    """The wording of counts repeats from question to question; a copy stands beside its own."""
    question = placed.questions.get(item.code.rpartition(".")[0])
    after = [n for n in placed.questions.values() if question is not None and n > question]
    return question is not None and question < row.number < min(after, default=row.number + 1)
