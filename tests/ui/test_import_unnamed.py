"""A file whose questions are clear and whose answer columns are not: the user says which they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from tests.ui.import_files import unnamed
from tests.ui.test_mapping import choose_meaning, read, settle
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import IGNORE, Corrections
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.importing import read_worksheet
from zi_desktop.services.mappings import remembered
from zi_desktop.ui.import_page import ImportPage

SAID = {"K": "answer:mandiri", "N": "answer:tpi"}


@pytest.fixture
def page(bench: Bench, qtbot: QtBot, tmp_path: Path) -> ImportPage:
    page = bench.window.importing
    bench.window.import_file(unnamed(tmp_path), unit="Unit Tanpa Judul (rekaan)", year=2026)
    settle(page, qtbot)
    return page


def test_the_columns_are_shown_to_be_named(page: ImportPage) -> None:
    assert page.reading is not None
    assert page.reading.blocks == ()
    assert page.preview.tabs.currentWidget() is page.mapping
    assert "tidak ada kolom yang berjudul Jawaban" in page.message.label.text()
    assert "K “Penilaian Mandiri”" in page.message.label.text()
    boxes = page.mapping.columns.boxes
    assert boxes["K"].currentText() == boxes["N"].currentText() == "Tidak dikenal"
    assert boxes["B"].currentText() == "Nomor dan bunyi"
    assert page.plan is None
    assert not page.ok.isEnabled()
    page.unit.setText("Nama lain (rekaan)")
    page.make_plan()
    assert "tidak ada kolom yang berjudul Jawaban" in page.message.label.text()
    page.confirm()
    assert page.plan is None


def test_named_columns_are_read_and_kept_for_the_next_file(
    page: ImportPage, bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    before, truth = bench.log_length(), read_worksheet(resource_path("samples", "jawaban-contoh.xlsx"))
    for letter, meaning in SAID.items():
        choose_meaning(page, letter, meaning, qtbot)
    assert not page.message.isVisible()
    assert page.reading is not None
    found = {b.stage: (b.cells, b.notes, b.evidence) for b in page.reading.blocks}
    assert found == {b.stage: (b.cells, b.notes, b.evidence) for b in truth.blocks}
    assert page.reading.layout == truth.layout
    assert bench.log_length() == before
    assert page.ok.isEnabled()
    page.confirm()
    work = bench.window.session.work
    assert list(remembered(work).values()) == [Corrections(columns=SAID)]
    again = read(bench, qtbot, unnamed(tmp_path, "berikutnya.xlsx"), "Unit lain (rekaan)")
    assert again.reading is not None
    assert again.reading.remembered
    assert [b.stage for b in again.reading.blocks] == [Stage.MANDIRI, Stage.TPI]
    assert again.ok.isEnabled()
    again.preview.back.click()
    settle(again, qtbot)
    assert again.reading.blocks == ()
    assert not again.ok.isEnabled()
    assert again.message.isVisible()


def test_what_is_said_before_the_answers_are_named_is_not_lost(page: ImportPage, qtbot: QtBot) -> None:
    choose_meaning(page, "Q", IGNORE, qtbot)
    assert page.mapping.columns.boxes["Q"].currentText() == "Abaikan"
    assert not page.ok.isEnabled()
    choose_meaning(page, "K", "answer:mandiri", qtbot)
    assert page.corrections == Corrections(columns={"Q": IGNORE, "K": "answer:mandiri"})
    assert page.ok.isEnabled()
    page.mapping.reset.click()
    settle(page, qtbot)
    assert page.reading is not None
    assert page.reading.blocks == ()
    assert "tidak ada kolom" in page.message.label.text()
