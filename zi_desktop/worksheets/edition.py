"""Edition files (``resources/lke/*.yaml``) ⇄ `Lke`: read exactly, checked whole, refused by place."""

from __future__ import annotations

from functools import cache

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.lke_check import lke_problems
from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.edition_build import build_lke
from zi_desktop.worksheets.edition_text import parse_yaml


@cache
def load_edition(edition_id: str) -> Lke:
    """The shipped edition, e.g. ``zi-2021``; raises ZiError ``unknown-edition`` for any other id."""
    if edition_id not in available_editions():
        known = ", ".join(available_editions())
        raise ZiError(
            "unknown-edition",
            Text(f"Edisi LKE {edition_id[:40]} tidak dikenal", f"There is no LKE edition {edition_id[:40]}"),
            remedy=Text(f"Edisi yang tersedia: {known}.", f"The editions are: {known}."),
        )
    path = resource_path("lke", f"{edition_id}.yaml")
    return parse_edition(path.read_text(encoding="utf-8"), path.name)


@cache
def available_editions() -> tuple[str, ...]:
    """Ids of the shipped editions, oldest first."""
    return tuple(sorted(path.stem for path in resource_path("lke").glob("zi-*.yaml")))


def edition_for_year(year: int) -> str:
    """The id of the form in force for an evaluation year (2014–2021: ``zi-2014``, since 2022: ``zi-2021``);
    raises ZiError ``no-edition`` for a year before the first form."""
    for edition_id in available_editions():
        lke = load_edition(edition_id)
        if lke.first_year <= year and (lke.last_year is None or year <= lke.last_year):
            return edition_id
    raise ZiError(
        "no-edition",
        Text(f"Tidak ada LKE Zona Integritas untuk tahun {year}", f"There is no LKE for the year {year}"),
        remedy=Text("Isi tahun 2014 atau sesudahnya.", "Enter 2014 or a later year."),
    )


def parse_edition(text: str, name: str) -> Lke:
    """The edition in ``text``; ``name`` is what errors call the file.

    Raises ZiError with the place as ``FILE: CODE``: ``bad-yaml``, ``repeated-key``, ``missing-key``,
    ``unknown-key``, ``bad-value``, or the code of the first thing `lke_problems` finds.
    """
    try:
        lke = build_lke(parse_yaml(text))
    except ZiError as error:
        raise _in_file(name, error.code, error.message, error.where) from error
    for problem in lke_problems(lke):
        raise _in_file(name, problem.code, problem.message, problem.where)
    return lke


def _in_file(name: str, code: str, message: Text, where: str) -> ZiError:
    return ZiError(
        code,
        message,
        where=f"{name}: {where}" if where else name,
        remedy=Text(
            "Berkas edisi rusak; pasang ulang program, jangan mengubah berkasnya.",
            "The edition file is damaged; install the program again and leave the file alone.",
        ),
    )
