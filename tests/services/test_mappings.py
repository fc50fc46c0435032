"""Corrections of a sheet are kept for the next sheet of the same shape."""

from __future__ import annotations

from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import IGNORE, Block, Corrections, Reading
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.importing import apply_import, plan_import
from zi_desktop.services.mappings import remember, remembered
from zi_desktop.services.workspace import Workspace

WANTED = Corrections("LKE", {"K": "answer:tpi", "P": IGNORE}, {12: "A.I.1.i.b", 13: IGNORE})


def test_corrections_come_back_by_shape(work: Workspace) -> None:
    assert remembered(work) == {}
    assert remember(work, "abc", WANTED).settings
    assert remembered(work) == {"abc": WANTED}
    assert not remember(work, "abc", WANTED)
    remember(work, "abc", Corrections())
    assert remembered(work) == {}


def test_official_wording_is_kept_and_shown_on_the_report(work: Workspace) -> None:
    block = Block(Stage.TPI, cells={"A.I.1.i.b": "B"})
    for text, layout in (("bunyi rekaan", "lampiran-iii"), ("parafrase kami", "zi-desktop")):
        reading = Reading("zi-2021", layout, (block,), official_texts={"A.I.1.i.b": text, "A.I.1.i.a": " "})
        made = apply_import(work, plan_import(work, reading, unit="Satker Contoh", year=2026))
        assert load_report(work, made.evaluation_id).official_texts == {"A.I.1.i.b": "bunyi rekaan"}
