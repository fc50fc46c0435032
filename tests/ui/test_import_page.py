"""Import: a preview that writes nothing, then one transaction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench, OpenWindow
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import find_evaluation
from zi_desktop.ui.changes_model import Col
from zi_desktop.ui.grab_store import WORKSHEET
from zi_desktop.ui.import_counts import count_cells
from zi_desktop.ui.issues_box import Pick

UNIT = "Unit Impor (rekaan)"


def read_sample(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    bench.window.import_file(resource_path(*WORKSHEET))
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    page.unit.setText(UNIT)
    page.make_plan()


def test_the_preview_writes_nothing_and_ok_writes_it_all(bench: Bench, qtbot: QtBot) -> None:
    page, before = bench.window.importing, bench.log_length()
    read_sample(bench, qtbot)
    assert page.plan is not None
    planned = [(c.target, c.after) for b in page.plan.blocks for c in b.changes]
    assert page.changes.rowCount() == len(planned) > 100
    assert bench.log_length() == before
    assert page.issues.list.widget().layout().count() > 1
    assert page.ok.text() == f"Impor {len(planned)} perubahan"
    page.ok.click()
    assert bench.window.pages.currentWidget() is bench.window.worklist
    work = bench.window.session.work
    written = [find_evaluation(work, UNIT, page.plan.year, b.stage) for b in page.plan.blocks]
    for block, evaluation in zip(page.plan.blocks, written, strict=True):
        assert evaluation is not None
        assert dict(evaluation.cells) == dict(block.report.evaluation.cells)


def test_a_row_without_its_tick_is_not_written(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    first = page.changes.index(0, Col.CODE)
    target = page.plan.blocks[0].changes[0].target.removeprefix("answer:") if page.plan else ""
    assert page.changes.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    page.confirm()
    assert page.plan is not None
    evaluation = find_evaluation(bench.window.session.work, UNIT, page.plan.year, page.plan.blocks[0].stage)
    assert evaluation is not None
    assert target not in evaluation.cells


def test_the_stage_of_a_single_block_can_be_chosen(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    assert page.stage.isEnabled()
    page.stage.setCurrentIndex(list(Stage).index(Stage.TPN))
    page.confirm()
    assert page.plan is not None
    assert find_evaluation(bench.window.session.work, UNIT, page.plan.year, Stage.TPN) is not None


def test_a_second_import_of_the_same_file_changes_nothing(bench: Bench, qtbot: QtBot) -> None:
    read_sample(bench, qtbot)
    bench.window.importing.confirm()
    read_sample(bench, qtbot)
    page = bench.window.importing
    assert page.changes.rowCount() == 0
    assert not page.ok.isEnabled()


def test_official_wording_of_an_otherwise_unchanged_file_can_be_kept(bench: Bench, qtbot: QtBot) -> None:
    read_sample(bench, qtbot)
    bench.window.importing.confirm()
    read_sample(bench, qtbot)
    page = bench.window.importing
    assert page.reading is not None
    page.reading = replace(page.reading, official_texts={"A.I.1.i.a": "bunyi rekaan"})
    page.make_plan()
    assert page.changes.rowCount() == 0
    assert (page.ok.text(), page.ok.isEnabled()) == ("Simpan 1 teks resmi", True)
    assert ("Teks resmi", "1 soal baru") in page.facts.told
    page.confirm()
    assert bench.window.session.work.store.official_texts("zi-2021") == {"A.I.1.i.a": "bunyi rekaan"}


def test_without_a_unit_it_asks_for_one(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    page.unit.clear()
    page.make_plan()
    assert not page.ok.isEnabled()
    assert "unit" in page.message.label.text().casefold()


def test_a_file_that_is_no_worksheet_is_refused_in_place(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page, before = bench.window.importing, bench.log_length()
    wrong = tmp_path / "bukan.xlsx"
    wrong.write_bytes(b"%PDF-1.7 bukan lembar kerja")
    bench.window.import_file(wrong)
    qtbot.waitUntil(page.message.isVisible, timeout=20_000)
    assert page.message.label.text()
    assert not page.ok.isEnabled()
    assert bench.log_length() == before
    page.left.emit()
    assert bench.window.pages.currentWidget() is bench.window.worklist


def test_the_window_works_on_while_a_file_is_read(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    bench.window.import_file(resource_path(*WORKSHEET))
    assert page.reading is None
    QApplication.processEvents()
    bench.window.open_evaluation(bench.evaluation_id, "A.I.1.i.a")
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_the_sample_of_the_empty_state_has_two_stages(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "kosong.zidb")
    window.worklist.sample_wanted.emit()
    page = window.importing
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    assert page.plan is not None
    assert [b.stage for b in page.plan.blocks] == [Stage.MANDIRI, Stage.TPI]
    assert not page.stage.isEnabled(), "each block keeps its own"
    page.ok.click()
    assert window.worklist.model.rowCount() == 2


def test_the_toast_takes_the_whole_import_back(bench: Bench, qtbot: QtBot) -> None:
    page, work = bench.window.importing, bench.window.session.work
    read_sample(bench, qtbot)
    page.ok.click()
    assert page.plan is not None
    stage, year = page.plan.blocks[0].stage, page.plan.year
    assert find_evaluation(work, UNIT, year, stage) is not None
    toast = bench.window.toast
    assert toast.action.text() == "Urungkan"
    toast.action.click()
    assert find_evaluation(work, UNIT, year, stage) is None
    assert toast.text.text() == "Diurungkan."
    assert UNIT not in [row.unit for row in bench.window.worklist.model._rows]


def test_an_undo_of_the_open_evaluation_leads_back_to_the_list(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    page.ok.click()
    assert page.plan is not None
    found = find_evaluation(bench.window.session.work, UNIT, page.plan.year, page.plan.blocks[0].stage)
    assert found is not None
    bench.window.open_evaluation(found.id)
    bench.window.toast.action.click()
    assert bench.window.pages.currentWidget() is bench.window.worklist


def test_what_was_changed_since_stays_and_is_told(bench: Bench, qtbot: QtBot) -> None:
    page, work = bench.window.importing, bench.window.session.work
    read_sample(bench, qtbot)
    page.ok.click()
    assert page.plan is not None
    found = find_evaluation(work, UNIT, page.plan.year, page.plan.blocks[0].stage)
    assert found is not None
    answer_question(work, found.id, "A.I.1.i.b", "C")
    bench.window.toast.action.click()
    told = bench.window.toast.text.text()
    assert "jawaban A.I.1.i.b" in told
    left = work.store.evaluation(found.id)
    assert left is not None
    assert dict(left.cells) == {"A.I.1.i.b": "C"}


def test_before_and_after_stand_side_by_side(bench: Bench, qtbot: QtBot) -> None:
    read_sample(bench, qtbot)
    page = bench.window.importing
    page.confirm()
    assert page.plan is not None
    work = bench.window.session.work
    found = find_evaluation(work, UNIT, page.plan.year, page.plan.blocks[0].stage)
    assert found is not None
    answer_question(work, found.id, "A.I.1.i.b", "C")
    answer_question(work, found.id, "A.I.2.i.a", "")
    read_sample(bench, qtbot)
    model = page.changes
    assert model.rowCount() == 2
    first = [model.index(0, col).data() for col in (Col.CODE, Col.BEFORE, Col.AFTER)]
    assert first == ["Unit  A.I.1.i.b", "C", "A"], "what replaces something comes first"
    font = model.index(0, Col.AFTER).data(Qt.ItemDataRole.FontRole)
    assert font.weight() > 400
    assert model.index(1, Col.BEFORE).data() == "–"
    assert model.index(1, Col.AFTER).data(Qt.ItemDataRole.FontRole) is None
    assert page.preview.changes._told.text() == "1 menimpa isi yang ada"


def test_all_of_a_kind_or_none(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    kinds = page.preview.changes.kinds.ticks
    total = page.changes.wanted
    notes = page.changes.kinds()["note"][1]
    assert kinds["note"].text() == f"{notes} catatan"
    kinds["note"].click()
    assert page.changes.wanted == total - notes
    assert kinds["note"].checkState() is Qt.CheckState.Unchecked
    assert page.ok.text() == f"Impor {total - notes} perubahan"
    row = next(
        i for i in range(page.changes.rowCount()) if page.changes.index(i, Col.KIND).data() == "catatan"
    )
    at = page.changes.index(row, Col.CODE)
    page.changes.setData(at, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert kinds["note"].checkState() is Qt.CheckState.PartiallyChecked
    assert kinds["note"].text() == f"1/{notes} catatan"
    kinds["note"].click()
    assert page.changes.wanted == total


def test_the_counts_balance_and_the_claim_is_judged(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    assert page.reading is not None
    lke = bench.window.session.work.lke(page.reading.edition)
    (block,) = page.reading.blocks
    counts = count_cells(lke, page.reading, block)
    assert counts.balances
    assert counts.read == len([c for c in block.cells if not c.endswith(".keputusan")])
    words = [text for _, text in page.facts.told]
    assert "Nilai di berkas tidak ada, hitungan program 84,56" in words
    assert any("nilai berbeda: lihat sebabnya" in text for text in words)
    page.facts.explained.emit()
    assert page.preview.tabs.currentWidget() is page.issues
    assert page.issues.picks[Pick.XRAY].isChecked()


def test_a_claim_that_holds_says_so(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    bench.window.import_file(resource_path("samples", "jawaban-contoh.xlsx"), unit=UNIT, year=2026)
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    words = [text for _, text in page.facts.told]
    assert "Nilai di berkas 74,88, hitungan program 74,88" in words
    assert "sama dengan nilai di berkas" in words


def test_issues_are_filtered_and_the_xray_is_copied(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    assert page.reading is not None
    box = page.issues
    page.preview.tabs.setCurrentWidget(box)
    xray = page.reading.xray
    box.picks[Pick.XRAY].click()
    QApplication.processEvents()
    assert box.picks[Pick.XRAY].text() == f"X-ray {len(xray)}"
    shown = box.list.widget().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    named = [w.accessibleName() for w in shown if not w.isHidden() and w.accessibleName()]
    assert len(named) == len(xray)
    box.copy.click()
    text = QApplication.clipboard().text()
    assert text.startswith("Pemeriksaan berkas lke-contoh.xlsx\n")
    assert all(issue.where in text and issue.message.id.rstrip(".") in text for issue in xray)
    assert f"\n{len(xray)}. LKE ZI!" in text
    assert box.copy.text() == "Tersalin"
