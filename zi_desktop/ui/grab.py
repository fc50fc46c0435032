"""Pictures of the real window, offscreen, on a temporary store filled from the shipped samples.

``python -m zi_desktop.ui.grab OUTDIR [--lang id|en] [--theme light|dark] [--scale 100|125|150|200]`` prints
the paths. ``--scale``: as on a screen of 1366×768 pixels that is set to that many percent.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QRect,
    QSettings,
    QSize,
)
from PySide6.QtGui import QCursor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from zi_desktop.domain.errors import Language
from zi_desktop.domain.lke import CellKind, QuestionKind
from zi_desktop.domain.reading import IGNORE, Corrections
from zi_desktop.domain.report import Report
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.export_dialog import ExportDialog
from zi_desktop.ui.export_many_dialog import ExportManyDialog
from zi_desktop.ui.grab_store import (
    EVIDENCE,
    OLD_UNIT,
    WORKSHEET,
    fill_across_editions,
    fill_evidence,
    fill_folder,
    fill_last_year,
    fill_signed,
    fill_store,
    fill_story,
)
from zi_desktop.ui.grab_verify import fill_signed_files
from zi_desktop.ui.language import use_language
from zi_desktop.ui.letter_dialog import LetterDialog
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.qt_messages import quiet_platform
from zi_desktop.ui.session import Session
from zi_desktop.ui.theme import DARK, LIGHT, apply_theme, color
from zi_desktop.ui.token_dialog import TokenDialog
from zi_desktop.ui.trust_dialog import TrustDialog

_THEMES = {"light": LIGHT, "dark": DARK}
_SCREEN = QSize(1366, 768)
_PATIENCE = 20.0  # seconds for one worksheet to be read
_CORRECTED = 9  # a row of the sample


def grab(
    folder: Path,
    languages: tuple[Language, ...] = get_args(Language),
    themes: tuple[str, ...] = ("light", "dark"),
) -> list[Path]:
    """PNG files of 1366×768 in ``folder``: every page, in every language and look asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    if app is None:  # a program of its own: there is no other handler that this one would put aside
        quiet_platform()
        app = QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    paths = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        work = open_workspace(Path(place) / "grab.zidb", actor="Contoh")
        session = Session(work)
        try:
            sent = fill_folder(Path(place))
            across = fill_across_editions(work)
            evaluation_id = fill_store(work)
            fill_last_year(work, evaluation_id)
            fill_story(work, evaluation_id)
            fill_evidence(work, evaluation_id)
            fill_signed(work)
            signed = fill_signed_files(work, Path(place))
            for language in languages:
                for theme in themes:
                    use_language(language)
                    apply_theme(app, _THEMES[theme])
                    preferences = Preferences(
                        QSettings(str(Path(place) / "grab.ini"), QSettings.Format.IniFormat)
                    )
                    preferences.theme = "dark" if theme == "dark" else "light"
                    for name, picture in pictures(session, preferences, evaluation_id, across, sent, signed):
                        path = folder / f"{name}-{theme}-{language}.png"
                        picture.save(str(path))
                        paths.append(path)
        finally:
            use_language("id")
            session.close()
    return paths


def pictures(
    session: Session,
    preferences: Preferences,
    evaluation_id: str,
    across: str,
    folder: Path,
    signed: list[Path],
) -> Iterator[tuple[str, QPixmap]]:
    """(name, picture) of every page in the language and look in use."""
    window = MainWindow(session, preferences)
    window.resize(_SCREEN / window.devicePixelRatioF())
    window.show()
    QCursor.setPos(window.mapToGlobal(QPoint(683, 760)))
    _settle(lambda: not session.list.missing)
    yield "1-worklist", window.grab()
    yield from _many_pictures(window)
    report = session.open(evaluation_id)
    for name, code in _questions(report).items():
        window.open_evaluation(evaluation_id, code)
        _settle(lambda: window.workbench.score.settled)
        yield f"2-{name}", window.grab()
    yield from _score_pictures(window)
    window.open_evaluation(across, "A.I.1.i.b")
    _settle()
    yield "2-last-year", window.grab()
    yield from _evidence_pictures(window, evaluation_id)
    window.open_evaluation(evaluation_id)
    window.export()
    _settle()
    (dialog,) = window.findChildren(ExportDialog)
    dialog.folder.setText(str(Path("Dokumen", "ZI Desktop", "Satker Contoh 2026")))
    yield "4-export", _over(window.grab(), dialog)
    dialog.signers.choose_token()
    (asked,) = dialog.findChildren(TokenDialog)
    yield "4-token", _over(_over(window.grab(), dialog), asked)
    asked.reject()
    dialog.reject()
    window.dialogs.letter()
    _settle()
    (letter,) = window.findChildren(LetterDialog)
    yield "4-letter", _over(window.grab(), letter)
    letter.reject()
    yield from _side_pictures(window, evaluation_id)
    yield from _import_pictures(window)
    window.import_folder(folder)
    _settle(lambda: window.folder.idle)
    yield "5-folder", window.grab()
    yield from _verify_pictures(window, signed)
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _many_pictures(window: MainWindow) -> Iterator[tuple[str, QPixmap]]:
    """Several selected, and the dialog that exports them."""
    window.worklist.table.selectAll()
    _settle()
    yield "1-worklist-several", window.grab()
    window.export_many()
    _settle()
    (dialog,) = window.findChildren(ExportManyDialog)
    dialog.folder.setText(str(Path("Dokumen", "ZI Desktop")))
    yield "4-export-many", _over(window.grab(), dialog)
    dialog.reject()
    window.worklist.table.select_id("")


def _score_pictures(window: MainWindow) -> Iterator[tuple[str, QPixmap]]:
    """The other views of the score panel, why a gate is where it is, and the panel folded."""
    workbench = window.workbench
    folded = workbench.score.is_folded
    workbench.score.fold(False)
    for chip, name in ((1, "radar"), (2, "areas")):
        workbench.score.chips[chip].click()
        _settle()
        yield f"2-{name}", window.grab()
    workbench.ask_why("WBK/area.5")
    _settle()
    yield "2-why", _over(window.grab(), workbench.why)
    workbench.why.close()
    workbench.score.chips[0].click()
    workbench.score.fold(True)
    _settle()
    yield "2-folded", window.grab()
    workbench.score.fold(folded)


def _evidence_pictures(window: MainWindow, evaluation_id: str) -> Iterator[tuple[str, QPixmap]]:
    window.open_evaluation(evaluation_id, EVIDENCE)
    card = window.workbench.card
    card.sheet.evidence.rows[1].setFocus()
    _settle()
    yield "2-evidence", window.grab()
    card.sheet.evidence.rows[1].click()
    _settle(lambda: not card.preview.pane.busy)
    yield "2-evidence-preview", window.grab()
    card.preview.leave()


def _side_pictures(window: MainWindow, evaluation_id: str) -> Iterator[tuple[str, QPixmap]]:
    """Two evaluations compared, the unit's story, and what is gathered of one evaluation."""
    window.open_evaluation(evaluation_id)
    window.side.open_compare()
    _settle()
    yield "6-compare", window.grab()
    window.side.open_story()
    _settle()
    yield "6-story", window.grab()
    window.open_evaluation(evaluation_id)
    window.registers.show_issues()
    _settle()
    yield "7-checks", window.grab()
    window.registers.show_register()
    _settle()
    yield "7-register", window.grab()
    (signed,) = window.session.work.store.evaluation_ids(unit=OLD_UNIT, year=2021)
    window.open_evaluation(signed, "A.I.1.b")
    _settle()
    yield "7-reopened", window.grab()
    window.open_evaluation(evaluation_id)


def _import_pictures(window: MainWindow) -> Iterator[tuple[str, QPixmap]]:
    """The preview's tabs; in the last, one row has been corrected by hand."""
    page = window.importing
    window.import_file(resource_path(*WORKSHEET))
    _settle(lambda: page.idle)
    page.unit.setText("Kantor Uji Coba (data rekaan)")
    page.make_plan()
    _settle()
    yield "3-import", window.grab()
    page.facts.explained.emit()
    _settle()
    yield "3-import-xray", window.grab()
    page.preview.tabs.setCurrentWidget(page.mapping)
    page.correct(Corrections(rows={_CORRECTED: IGNORE}))
    _settle(lambda: page.idle)
    yield "3-mapping", window.grab()
    page.leave()


def _verify_pictures(window: MainWindow, signed: list[Path]) -> Iterator[tuple[str, QPixmap]]:
    """Nothing checked yet, one file, several with a changed one among them, and who is trusted."""
    page = window.verifying.page
    window.verifying.open()
    _settle()
    yield "8-verify-empty", window.grab()
    window.verifying.verify(signed[:1])
    _settle(lambda: page.idle)
    yield "8-verify", window.grab()
    window.verifying.verify(signed)
    _settle(lambda: page.idle)
    page.list.setCurrentRow(len(signed) - 1)
    _settle()
    yield "8-verify-changed", window.grab()
    window.dialogs.trust()
    _settle()
    (dialog,) = window.findChildren(TrustDialog)
    yield "8-trust", _over(window.grab(), dialog)
    dialog.reject()


def _questions(report: Report) -> dict[str, str]:
    """One question of each kind, the choice being one that the unit answered otherwise."""
    by_kind = {
        "index": next(q.code for q in report.lke.questions if q.kind is QuestionKind.INDEX),
        "counts": next(q.code for q in report.lke.questions if q.kind is QuestionKind.RATIO),
    }
    choices = [c.question for c in report.lke.cells.values() if c.kind is CellKind.CHOICE]
    with_finding = next((q.code for q in choices if report.evaluation.findings.get(q.code)), choices[0].code)
    return {"choice": with_finding, **by_kind}


def _over(picture: QPixmap, dialog: QDialog) -> QPixmap:
    """The dialog in the middle of the window, as a window manager would put it."""
    above = dialog.grab()
    painter = QPainter(picture)
    painter.setOpacity(0.35)
    painter.fillRect(QRect(QPoint(), picture.deviceIndependentSize().toSize()), "black")
    painter.setOpacity(1)
    room, size = picture.deviceIndependentSize(), above.deviceIndependentSize()
    at = QPoint(int(room.width() - size.width()) // 2, int(room.height() - size.height()) // 2)
    painter.drawPixmap(at, above)
    painter.setPen(color("edge"))
    painter.drawRect(QRect(at, size.toSize()))
    painter.end()
    return picture


def _settle(ready: Callable[[], bool] = lambda: True) -> None:
    app = QApplication.instance()
    assert app is not None
    until = time.monotonic() + _PATIENCE
    _paint(app)
    while not ready() and time.monotonic() < until:
        time.sleep(0.01)
        app.processEvents()
    _paint(app)


def _paint(app: QCoreApplication) -> None:
    """New widgets are shown, then laid out, then painted: each in a round of its own."""
    for _ in range(4):
        app.processEvents()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m zi_desktop.ui.grab")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=get_args(Language))
    parser.add_argument("--theme", choices=tuple(_THEMES))
    parser.add_argument("--scale", type=int, choices=(100, 125, 150, 200), default=100)
    asked = parser.parse_args(arguments)
    if asked.scale != 100:
        os.environ["QT_SCALE_FACTOR"] = str(asked.scale / 100)
    languages = (cast(Language, asked.lang),) if asked.lang else get_args(Language)
    themes = (asked.theme,) if asked.theme else tuple(_THEMES)
    for path in grab(asked.folder, languages, themes):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
