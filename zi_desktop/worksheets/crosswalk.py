"""Crosswalk files (``resources/lke/crosswalk-OLD-NEW.yaml``) → `Crosswalk`: checked against both editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from zi_desktop.domain.crosswalk import Crosswalk, Link, Match
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.lke import Lke, Question, QuestionKind
from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.edition_text import Plain, parse_yaml


@cache
def load_crosswalk(source_id: str, target_id: str) -> Crosswalk | None:
    """The shipped crosswalk from the edition ``source_id`` to the newer ``target_id``; None where there is
    none (the same edition needs none). Raises ZiError ``unknown-edition`` for an id that is not shipped."""
    source, target = load_edition(source_id), load_edition(target_id)
    try:
        path = resource_path("lke", f"crosswalk-{source_id}-{target_id}.yaml")
    except FileNotFoundError:
        return None
    return parse_crosswalk(path.read_text(encoding="utf-8"), path.name, source, target)


def parse_crosswalk(text: str, name: str, source: Lke, target: Lke) -> Crosswalk:
    """The crosswalk in ``text``; ``name`` is what errors call the file.

    Raises ZiError with the place as ``FILE: CODE``: ``bad-yaml``, ``repeated-key``, ``missing-key``,
    ``unknown-key``, ``bad-value``, ``wrong-edition``, ``unknown-question``, ``missing-question``,
    ``repeated-entry``, ``bad-match`` or ``bad-choices``.
    """
    try:
        return _crosswalk(_Editions(source, target), parse_yaml(text))
    except ZiError as error:
        raise ZiError(
            error.code,
            error.message,
            where=f"{name}: {error.where}" if error.where else name,
            remedy=Text(
                "Berkas padanan soal rusak; pasang ulang program, jangan mengubah berkasnya.",
                "The crosswalk file is damaged; install the program again and leave the file alone.",
            ),
        ) from error


class _Editions(NamedTuple):
    source: Lke
    target: Lke


def _crosswalk(editions: _Editions, data: Plain) -> Crosswalk:
    fields = _mapping(data, "", {"source", "target", "links", "without_successor"})
    for key, lke in zip(("source", "target"), editions, strict=True):
        if fields[key] != lke.id:
            raise _refused("wrong-edition", key, f"Di sini harus tertulis {lke.id}", f"Here must be {lke.id}")
    links = _links(editions, fields["links"])
    without = _without_successor(editions.source, fields["without_successor"], links)
    return Crosswalk(editions.source.id, editions.target.id, links, without)


def _links(editions: _Editions, data: Plain) -> dict[str, Link]:
    links: dict[str, Link] = {}
    for item in _items(data, "links"):
        link = _link(editions, item, f"links[{len(links) + 1}]")
        _once(link.new, links)
        links[link.new] = link
    _all_named(editions.target, links)
    _one_exact_each(links)
    return {q.code: links[q.code] for q in editions.target.questions}


def _link(editions: _Editions, data: Plain, place: str) -> Link:
    fields = _mapping(data, place, {"new", "match", "reason"}, {"old", "choices"})
    new = _question(editions.target, fields["new"], place)
    old = _old_questions(editions.source, fields.get("old", []), new.code)
    match = _text(fields["match"], new.code)
    if match not in tuple(Match):
        raise _refused("bad-value", new.code, f"“{match}” bukan jenis padanan", f"“{match}” is not a match")
    choices = _choices(fields.get("choices"), old, new)
    if match == Match.EXACT and len(old) == 1 and not choices:
        choices = {choice.label: choice.label for choice in old[0].choices}
    link = Link(
        new=new.code,
        old=tuple(q.code for q in old),
        match=Match(match),
        reason=_reason(fields["reason"], new.code),
        choices=choices,
    )
    for problem in _match_problems(link, old, new):
        raise _refused("bad-match", new.code, problem.id, problem.en)
    return link


def _match_problems(link: Link, old: tuple[Question, ...], new: Question) -> Iterator[Text]:
    if bool(old) == (link.match is Match.NONE):
        yield Text(
            "Soal lama harus disebut, kecuali jika tidak ada padanannya",
            "Older questions must be named, except where none corresponds",
        )
    if link.match is not Match.EXACT:
        return
    if len(old) != 1:
        yield Text("Padanan persis hanya dengan satu soal lama", "An exact match is with one older question")
    elif new.kind is QuestionKind.CHOICE:
        values = {old[0].choice(a).value - new.choice(b).value for a, b in link.choices.items()}
        if not len(link.choices) == len(old[0].choices) == len(new.choices) or values != {0}:
            yield Text(
                "Padanan persis menuntut setiap pilihan sama nilainya",
                "An exact match needs every option to count the same",
            )
    elif (old[0].kind, old[0].formula) != (new.kind, new.formula):
        yield Text("Padanan persis menuntut isian yang sama", "An exact match needs the same kind of entry")


def _choices(data: Plain | None, old: tuple[Question, ...], new: Question) -> dict[str, str]:
    """Old label → new label; each on its scale, no new label twice."""
    if data is None:
        return {}
    if not isinstance(data, dict) or not data:
        raise _refused(
            "bad-value",
            new.code,
            "Di sini harus ada pilihan lama dan barunya",
            "Here old and new options must stand",
        )
    scale = {choice.label for choice in old[0].choices} if old else set()
    new_scale = {choice.label for choice in new.choices}
    choices: dict[str, str] = {}
    for label, item in data.items():
        meant = _text(item, new.code)
        if label not in scale or meant not in new_scale or meant in choices.values():
            raise _refused(
                "bad-choices",
                new.code,
                f"Pilihan “{label}: {meant}” di luar skala atau berulang",
                f"The options “{label}: {meant}” are outside the scales or repeated",
            )
        choices[label] = meant
    return choices


def _old_questions(source: Lke, data: Plain, place: str) -> tuple[Question, ...]:
    questions: dict[str, Question] = {}
    for item in _items(data, place):
        question = _question(source, item, place)
        _once(question.code, questions)
        questions[question.code] = question
    return tuple(questions.values())


def _without_successor(source: Lke, data: Plain, links: Mapping[str, Link]) -> dict[str, Text]:
    linked = {code for link in links.values() for code in link.old}
    without: dict[str, Text] = {}
    for item in _items(data, "without_successor"):
        fields = _mapping(item, "without_successor", {"old", "reason"})
        code = _question(source, fields["old"], "without_successor").code
        _once(code, {**without, **dict.fromkeys(linked)})
        without[code] = _reason(fields["reason"], code)
    _all_named(source, linked | set(without))
    return without


def _question(lke: Lke, code: Plain, place: str) -> Question:
    question = lke.question_by_code.get(code) if isinstance(code, str) else None
    if question is None:
        raise _refused(
            "unknown-question", place, f"{lke.id} tidak punya soal {code}", f"{lke.id} has no question {code}"
        )
    return question


def _once(code: str, seen: Mapping[str, object]) -> None:
    if code in seen:
        raise _refused("repeated-entry", code, f"{code} tertulis dua kali", f"{code} is written twice")


def _all_named(lke: Lke, named: Mapping[str, object] | set[str]) -> None:
    for question in lke.questions:
        if question.code not in named:
            raise _refused(
                "missing-question",
                question.code,
                f"Soal {question.code} dari {lke.id} tidak disebut",
                f"Question {question.code} of {lke.id} is not named",
            )


def _one_exact_each(links: Mapping[str, Link]) -> None:
    """An older question is the same as one newer question at most."""
    taken: dict[str, str] = {}
    for link in links.values():
        if link.match is Match.EXACT:
            if (other := taken.get(link.old[0])) is not None:
                raise _refused(
                    "bad-match",
                    link.new,
                    f"{link.old[0]} sudah padanan persis {other}",
                    f"{link.old[0]} is the exact match of {other} already",
                )
            taken[link.old[0]] = link.new


def _reason(data: Plain, place: str) -> Text:
    fields = _mapping(data, place, {"id", "en"})
    return Text(_text(fields["id"], place), _text(fields["en"], place))


def _text(data: Plain, place: str) -> str:
    if not isinstance(data, str) or not data.strip():
        raise _refused("bad-value", place, "Di sini harus ada teks", "Here a text must stand")
    return data


def _items(data: Plain, place: str) -> list[Plain]:
    if not isinstance(data, list):
        raise _refused("bad-value", place, "Di sini harus ada daftar", "Here a list must stand")
    return data


def _mapping(
    data: Plain, place: str, required: set[str], optional: set[str] | None = None
) -> dict[str, Plain]:
    if not isinstance(data, dict):
        raise _refused("bad-value", place, "Di sini harus ada isian bernama", "Here a mapping must stand")
    named = data.get("new", data.get("old"))
    place = named if isinstance(named, str) and named else place
    for code, keys in (
        ("missing-key", required - set(data)),
        ("unknown-key", set(data) - required - (optional or set())),
    ):
        if keys:
            listed = ", ".join(sorted(keys))
            what = Text("Kunci tidak ada", "Missing key")
            if code == "unknown-key":
                what = Text("Kunci tidak dikenal", "Unknown key")
            raise _refused(code, place, f"{what.id}: {listed}", f"{what.en}: {listed}")
    return data


def _refused(code: str, where: str, id_: str, en: str) -> ZiError:
    return ZiError(code, Text(id_, en), where=where)
