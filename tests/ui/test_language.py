"""English says everything, and numbers are written as each language writes them."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from zi_desktop import ui
from zi_desktop.domain.errors import Text
from zi_desktop.domain.resources import resource_path
from zi_desktop.ui.language import distance, language, number, percent, say, shortest, use_language
from zi_desktop.ui.parts import calm

Texts = dict[tuple[str, str], str | None]


def read_texts(path: Path) -> Texts:
    """(context, source) → finished translation, None when it is not finished."""
    texts: Texts = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.text if translation.get("type") is None else None
            texts[name, message.findtext("source") or ""] = done
    return texts


def test_nothing_is_untranslated(tmp_path: Path) -> None:
    sources = sorted(str(path) for path in Path(ui.__path__[0]).glob("*.py"))
    fresh = tmp_path / "fresh.ts"
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run([str(lupdate), *sources, "-ts", str(fresh)], check=True, capture_output=True)
    shipped = read_texts(resource_path("i18n", "zi_desktop_en.ts"))
    assert set(shipped) == set(read_texts(fresh))
    assert {context for context, _ in shipped if not context} == set(), (
        "lupdate knows self.tr(), no other name"
    )
    assert [key for key, text in shipped.items() if not text] == []


def test_the_compiled_texts_are_those_of_the_source() -> None:
    translator = QTranslator()
    assert translator.load(str(resource_path("i18n", "zi_desktop_en.qm")))
    for (context, source), text in read_texts(resource_path("i18n", "zi_desktop_en.ts")).items():
        assert translator.translate(context, source) == text


def test_what_is_filled_in_stays_the_same() -> None:
    import string

    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    for (_, source), text in read_texts(resource_path("i18n", "zi_desktop_en.ts")).items():
        assert fields(source) == fields(text or "")


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (Fraction(843, 10), "84,30", "84.30"),
        (Fraction(1, 3), "0,33", "0.33"),
        (Fraction(5, 1000), "0,01", "0.01"),
        (Fraction(-1, 4), "−0,25", "−0.25"),
        (Fraction(-1, 1000), "0,00", "0.00"),
        (Decimal("3.72"), "3,72", "3.72"),
        (100, "100,00", "100.00"),
    ],
)
@pytest.mark.usefixtures("dressed")
def test_numbers(value: Fraction, indonesian: str, english: str) -> None:
    assert number(value) == indonesian
    use_language("en")
    assert number(value) == english
    use_language("id")


def test_short_numbers_and_distances() -> None:
    assert [shortest(Fraction(n)) for n in ("75", "11.25", "22.5")] == ["75", "11,25", "22,50"]
    assert percent(Fraction(3, 4)) == "75 %"
    assert percent(Fraction(1, 3)) == "33,33 %"
    assert distance(Fraction(12, 100)) == "0,12"
    assert distance(Fraction(1, 10_000)) == "< 0,01", "what is missing is never shown as nothing"


@pytest.mark.usefixtures("dressed")
def test_domain_texts_follow() -> None:
    text = Text("ya", "yes")
    assert (language(), say(text)) == ("id", "ya")
    use_language("en")
    assert (language(), say(text)) == ("en", "yes")
    use_language("id")


def test_shouted_titles_are_calmed() -> None:
    assert calm("PENATAAN SISTEM MANAJEMEN SDM APARATUR") == "Penataan sistem manajemen SDM aparatur"
    assert calm("Penyusunan Tim Kerja") == "Penyusunan Tim Kerja"
