"""Documents that usually stand behind an answer: advice of our own, as data beside the edition
(``resources/lke/bukti-lazim-EDITION.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.edition_text import parse_yaml

MOST = 6
"""More than one line of the card holds is no advice."""


@cache
def load_usual_evidence(edition_id: str) -> Mapping[str, tuple[str, ...]]:
    """Document names by question code, for every question of the edition; empty where no list is shipped.
    Raises ZiError ``unknown-edition``."""
    lke = load_edition(edition_id)
    try:
        path = resource_path("lke", f"bukti-lazim-{edition_id}.yaml")
    except FileNotFoundError:
        return {}
    return parse_usual_evidence(path.read_text(encoding="utf-8"), path.name, lke)


def parse_usual_evidence(text: str, name: str, lke: Lke) -> dict[str, tuple[str, ...]]:
    """Raises ZiError ``bad-yaml``, ``repeated-key``, ``wrong-edition``, ``unknown-code`` or ``bad-value``."""
    data = parse_yaml(text)
    if not isinstance(data, dict) or data.get("edition") != lke.id or data.keys() != {"edition", "usual"}:
        raise _refused("wrong-edition", name, f"Di sini harus tertulis {lke.id}", f"Here must be {lke.id}")
    lists = data["usual"]
    if not isinstance(lists, dict):
        raise _refused("bad-value", name, "Daftarnya tidak ada", "There is no list")
    codes = {section.code for section in lke.all_sections} | set(lke.question_by_code)
    named: dict[str, tuple[str, ...]] = {}
    for code, names in lists.items():
        if code not in codes:
            raise _refused(
                "unknown-code", f"{name}: {code}", "Kode ini tidak dikenal", "This code is unknown"
            )
        if not isinstance(names, list) or not 0 < len(names) <= MOST or not all(map(_is_name, names)):
            raise _refused("bad-value", f"{name}: {code}", "Bukan daftar nama dokumen", "Not a list of names")
        named[code] = tuple(str(n) for n in names)
    return {code: _nearest(lke, code, named) for code in lke.question_by_code}


def _nearest(lke: Lke, question: str, named: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    places = [question, *(section.code for section in reversed(lke.path(question)))]
    return next((named[code] for code in places if code in named), ())


def _is_name(name: object) -> bool:
    return isinstance(name, str) and 0 < len(name.strip()) <= 80


def _refused(code: str, where: str, id_: str, en: str) -> ZiError:
    return ZiError(
        code,
        Text(id_, en),
        where=where,
        remedy=Text(
            "Berkas bukti lazim rusak; pasang ulang program.",
            "The file of usual evidence is damaged; install the program again.",
        ),
    )
