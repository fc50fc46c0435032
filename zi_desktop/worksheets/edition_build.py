"""From plain YAML data to the dataclasses of `domain.lke`; a key too few or too many is refused by place."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.lke import (
    Amendment,
    Choice,
    Count,
    Decline,
    Formula,
    Gate,
    Level,
    Lke,
    Portion,
    PredikatRule,
    Question,
    QuestionKind,
    Section,
    Share,
)
from zi_desktop.worksheets.edition_text import Plain

_KINDS = {"PERSEN": QuestionKind.RATIO, "SURVEI_0_4": QuestionKind.INDEX}
_SCALES = {"YT": ("Ya", "Tidak"), **{s: tuple(s) for s in ("ABC", "ABCD", "ABCDE")}}
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?\Z")
_MISSING = object()


class _Fields:
    """One YAML mapping, taken apart key by key; `done` refuses what nobody asked for."""

    def __init__(self, data: Plain, place: str, *, key: str = "code") -> None:
        if not isinstance(data, dict):
            raise _bad(place, "isian bernama", "a mapping")
        named = data.get(key)
        self.place = named if isinstance(named, str) and named else place
        self._data = dict(data)

    def _take(self, key: str, default: object = _MISSING) -> object:
        value = self._data.pop(key, default)
        if value is _MISSING:
            raise ZiError(
                "missing-key",
                Text(f"Kunci “{key}” tidak ada", f"The key “{key}” is missing"),
                where=self.place,
            )
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self._take(key, _MISSING if default is None else default)
        if not isinstance(value, str) or (default is None and not value):
            raise _bad(self.place, f"teks pada “{key}”", f"text at “{key}”")
        return value

    def number(self, key: str) -> Fraction:
        """Exact: "0.67" is 67/100."""
        value = self._take(key)
        number = _exact(value) if isinstance(value, str) else None
        if number is None:
            raise _bad(self.place, f"bilangan pada “{key}”", f"a number at “{key}”")
        return number

    def optional_number(self, key: str) -> Fraction | None:
        return self.number(key) if key in self._data else None

    def whole(self, key: str) -> int:
        value = self.number(key)
        if value.denominator != 1:
            raise _bad(self.place, f"bilangan bulat pada “{key}”", f"a whole number at “{key}”")
        return int(value)

    def optional_whole(self, key: str) -> int | None:
        return self.whole(key) if key in self._data else None

    def yes_no(self, key: str, default: bool) -> bool:
        value = self._take(key, str(default).lower())
        if value not in ("true", "false"):
            raise _bad(self.place, f"true atau false pada “{key}”", f"true or false at “{key}”")
        return value == "true"

    def items(self, key: str) -> list[Plain]:
        value = self._take(key, [])
        if not isinstance(value, list):
            raise _bad(self.place, f"daftar pada “{key}”", f"a list at “{key}”")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        items = self.items(key)
        if not items or not all(isinstance(item, str) and item for item in items):
            raise _bad(self.place, f"daftar kode pada “{key}”", f"a list of codes at “{key}”")
        return tuple(str(item) for item in items)

    def mapping(self, key: str) -> dict[str, Plain]:
        value = self._take(key)
        if not isinstance(value, dict):
            raise _bad(self.place, f"isian bernama pada “{key}”", f"a mapping at “{key}”")
        return value

    def done(self) -> None:
        if self._data:
            keys = ", ".join(sorted(self._data))
            raise ZiError(
                "unknown-key", Text(f"Kunci tidak dikenal: {keys}", f"Unknown key: {keys}"), where=self.place
            )


@lru_cache(maxsize=1024)
def _exact(text: str) -> Fraction | None:
    return Fraction(text) if _NUMBER.match(text) else None


def _bad(place: str, wanted_id: str, wanted_en: str) -> ZiError:
    return ZiError(
        "bad-value", Text(f"Di sini harus ada {wanted_id}", f"Here {wanted_en} must stand"), where=place
    )


def build_lke(data: Plain) -> Lke:
    """Only the shape is checked here; `lke_problems` judges the content."""
    fields = _Fields(data, "", key="id")
    lke = Lke(
        id=fields.text("id"),
        name=fields.text("name"),
        basis=fields.text("basis"),
        first_year=fields.whole("first_year"),
        last_year=fields.optional_whole("last_year"),
        sections=tuple(_section(item, "sections") for item in fields.items("sections")),
        predikat=tuple(_rule(item) for item in fields.items("predikat")),
        amendments=tuple(_amendment(item) for item in fields.items("amendments")),
    )
    fields.done()
    return lke


def _section(data: Plain, parent: str) -> Section:
    fields = _Fields(data, parent)
    level = fields.text("level")
    if level not in tuple(Level):
        raise _bad(fields.place, "jenjang yang dikenal", "a known level")
    section = Section(
        code=fields.text("code"),
        label=fields.text("label"),
        level=Level(level),
        weight=fields.number("weight"),
        mean=fields.yes_no("mean", False),
        sections=tuple(_section(item, fields.place) for item in fields.items("sections")),
        questions=tuple(_question(item, fields.place) for item in fields.items("questions")),
        lampiran_row=fields.optional_whole("lampiran_row"),
        portalrb_row=fields.optional_whole("portalrb_row"),
    )
    fields.done()
    return section


def _question(data: Plain, parent: str) -> Question:
    fields = _Fields(data, parent)
    scale = fields.text("scale")
    question = Question(
        code=fields.text("code"),
        order=fields.whole("order"),
        kind=_KINDS.get(scale, QuestionKind.CHOICE),
        scale=scale,
        text=fields.text("text"),
        choices=tuple(_choice(item, fields.place) for item in fields.items("choices")),
        counts=tuple(_count(item, fields.place) for item in fields.items("counts")),
        formula=_formula(fields),
        weight=fields.optional_number("weight"),
        group=fields.text("group", ""),
        hint=fields.text("hint", ""),
        marker=fields.text("marker", ""),
        portalrb_id=fields.optional_whole("portalrb_id"),
        portalrb_row=fields.optional_whole("portalrb_row"),
        lampiran_row=fields.optional_whole("lampiran_row"),
    )
    fields.done()
    if tuple(c.label for c in question.choices) != _SCALES.get(scale, () if scale in _KINDS else None):
        raise _bad(question.code, f"pilihan skala {scale}", f"the choices of the scale {scale}")
    return question


def _choice(data: Plain, place: str) -> Choice:
    fields = _Fields(data, place, key="")
    choice = Choice(fields.text("label"), fields.number("value"), fields.text("requirement", ""))
    fields.done()
    return choice


def _count(data: Plain, place: str) -> Count:
    fields = _Fields(data, place, key="")
    count = Count(
        id=fields.text("id"),
        label=fields.text("label"),
        portalrb_id=fields.optional_whole("portalrb_id"),
        portalrb_row=fields.optional_whole("portalrb_row"),
        lampiran_row=fields.optional_whole("lampiran_row"),
        same_as=fields.text("same_as", ""),
    )
    fields.done()
    return count


def _formula(question: _Fields) -> Formula | None:
    data = question._take("formula", None)
    if data is None:
        return None
    fields = _Fields(data, question.place, key="")  # type: ignore[arg-type]
    kind = fields.text("kind")
    formula: Formula
    if kind == "share":
        formula = Share(fields.words("done"), fields.words("base"))
    elif kind == "decline":
        formula = Decline(fields.text("before"), fields.text("now"))
    elif kind == "portion":
        formula = Portion(fields.text("value"), fields.number("full"))
    else:
        raise _bad(question.place, "rumus share, decline, atau portion", "a share, decline or portion")
    fields.done()
    return formula


def _text(data: Plain, place: str) -> Text:
    fields = _Fields(data, place, key="")
    text = Text(fields.text("id"), fields.text("en"))
    fields.done()
    return text


def _gate(data: Plain, place: str) -> Gate:
    fields = _Fields(data, place, key="id")
    gate = Gate(
        id=fields.text("id"),
        label=_text(fields.mapping("label"), fields.place),
        codes=fields.words("codes"),
        need=fields.number("need"),
        maximum=fields.number("maximum"),
        source=fields.text("source"),
        verified=fields.yes_no("verified", True),
    )
    fields.done()
    return gate


def _rule(data: Plain) -> PredikatRule:
    fields = _Fields(data, "predikat", key="id")
    rule = PredikatRule(
        id=fields.text("id"),
        label=_text(fields.mapping("label"), fields.place),
        gates=tuple(_gate(item, fields.place) for item in fields.items("gates")),
        requires=fields.text("requires", ""),
    )
    fields.done()
    return rule


def _amendment(data: Plain) -> Amendment:
    fields = _Fields(data, "amendments", key="id")
    gates: dict[str, tuple[Gate, ...]] = {}
    for rule_id, items in fields.mapping("gates").items():
        if not isinstance(items, list):
            raise _bad(f"{fields.place}.{rule_id}", "daftar syarat", "a list of gates")
        gates[rule_id] = tuple(_gate(item, f"{fields.place}.{rule_id}") for item in items)
    amendment = Amendment(
        id=fields.text("id"),
        label=fields.text("label"),
        first_year=fields.whole("first_year"),
        last_year=fields.whole("last_year"),
        verified=fields.yes_no("verified", True),
        gates=gates,
    )
    fields.done()
    return amendment
