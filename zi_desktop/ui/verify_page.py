"""Periksa tanda tangan: any signed PDF, XLSX or package, for anyone, with nothing in the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.evaluations import find_evaluation
from zi_desktop.services.trust import trusted_roots
from zi_desktop.services.verifying import FileVerdict, compare_verdicts
from zi_desktop.services.verifying_together import About, Together
from zi_desktop.services.verifying_versions import ChainLink, chain_of
from zi_desktop.services.verifying_words import moment
from zi_desktop.ui.icons import icon
from zi_desktop.ui.language import language, say
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, panel, picture, row
from zi_desktop.ui.progress_row import ProgressRow
from zi_desktop.ui.session import Session
from zi_desktop.ui.verify_result import LOOKS, VerifyResult
from zi_desktop.ui.verify_run import VerifyRun


class VerifyPage(QWidget):
    """`left` asks to go back; `import_wanted` carries the path of a file to import, `open_wanted` the id of
    an evaluation; `trust_wanted`: the trusted certificates are to be shown; `told`: a line for a toast."""

    left = Signal()
    import_wanted = Signal(object)
    open_wanted = Signal(str)
    trust_wanted = Signal()
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self.files: list[Path] = []
        self.verdicts: dict[int, FileVerdict] = {}
        self.pairs: tuple[Together, ...] = ()
        self.links: tuple[ChainLink, ...] = ()
        self._judged: Sequence[bytes] = ()
        self.run = VerifyRun(session)
        self.run.line.connect(self._on_line)
        self.run.ended.connect(self._on_ended)
        self.message = Message()
        self.progress = ProgressRow(self.run.cancel)
        self.choose = button(self.tr("Pilih berkas…"), self.choose_files, role="primary", glyph="file")
        self.copy = button(self.tr("Salin hasil"), self.copy_all, glyph="copy")
        self.trust = button("", self.trust_wanted.emit, glyph="shield")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Berkas yang diperiksa"))
        self.list.setProperty("role", "files")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.result = VerifyResult()
        self.result.import_wanted.connect(self.import_wanted)
        self.result.open_wanted.connect(self.open_wanted)
        self._lay_out()
        self._show_state()

    def _lay_out(self) -> None:
        head = row(
            label(self.tr("Periksa tanda tangan"), "heading"),
            None,
            self.choose,
            self.copy,
            self.trust,
            button(self.tr("Kembali  (Esc)"), self.leave, glyph="back"),
        )
        self._listed = panel(column(self.list, margins=(1, 1, 1, 1)), "framed")
        self._listed.setMinimumWidth(200)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(12)
        parts.setChildrenCollapsible(False)
        parts.setProperty("role", "bare")
        parts.addWidget(self._listed)
        parts.addWidget(self.result)
        parts.setSizes([300, 1000])
        parts.setStretchFactor(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._pages.addWidget(parts)
        layout = column(head, self.progress, self.message, self._pages, gap=12, margins=(24, 12, 24, 12))
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _empty(self) -> QWidget:
        told = label(
            self.tr(
                "Seret PDF, XLSX, atau paket (.zipkg) ke jendela ini, satu atau beberapa sekaligus, atau "
                "pilih berkasnya. Siapa pun dapat memeriksa, tanpa akun; berkasnya tidak diubah dan tidak "
                "dikirim ke mana pun."
            ),
            "quiet",
            wrap=True,
        )
        told.setMinimumWidth(420)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        sign = picture("shield", "accent", 48)
        page.setLayout(column(None, row(None, sign, None), 4, row(None, told, None), None, None))
        return page

    # --- asking

    def choose_files(self) -> None:
        kinds = self.tr("Berkas bertanda tangan (*.pdf *.xlsx *.xlsm *.zipkg);;Semua berkas (*)")
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Periksa tanda tangan"), "", kinds)
        if chosen:
            self.verify([Path(name) for name in chosen])

    def verify(self, files: Sequence[Path]) -> None:
        """Check these, from the first one; nothing is written."""
        self.run.stop()
        self.files = list(dict.fromkeys(files))
        self.verdicts, self.pairs, self.links = {}, (), ()
        self.message.clear()
        self.list.clear()
        for file in self.files:
            waiting = self.tr("menunggu")
            item = QListWidgetItem(icon("file", "quiet"), f"{file.name}\n{waiting}")
            item.setToolTip(f"<span>{escape(str(file))}</span>")  # a name is never markup
            self.list.addItem(item)
        self.result.clear()
        self.list.setCurrentRow(0)
        self._judged = tuple(self._roots())
        self.run.start(self.files, self._judged)
        self._show_state()

    def refresh(self) -> None:
        """The trusted certificates may be others now: what was judged by them is judged again."""
        if self.files and tuple(self._roots()) != self._judged:
            self.verify(self.files)
        self._show_state()

    @property
    def idle(self) -> bool:
        return not self.run.running

    def stop(self) -> None:
        """The page is about to go."""
        self.run.stop()

    def leave(self) -> None:
        self.run.cancel()
        self.left.emit()

    # --- showing

    def _on_line(self, number: int, verdict: FileVerdict) -> None:
        self.verdicts[number] = verdict
        glyph, ink = LOOKS[verdict.outcome]
        item = self.list.item(number)
        item.setIcon(icon(glyph, ink))
        item.setText(f"{verdict.name}\n{say(verdict.outcome.label)}")
        if number == self.list.currentRow():
            self._show()
        self._show_state()

    def _on_ended(self, whole: bool) -> None:
        done = [self.verdicts[number] for number in sorted(self.verdicts)]
        self.pairs, self.links = compare_verdicts(done), chain_of(done)
        self._mark_contradictions(done)
        self._show()
        self._show_state()
        if not whole:
            for number in range(len(self.files)):
                if number not in self.verdicts:
                    item = self.list.item(number)
                    not_checked = self.tr("tidak diperiksa")
                    item.setText(f"{self.files[number].name}\n{not_checked}")
        if self.isVisible():
            self.take_focus()

    def _mark_contradictions(self, done: Sequence[FileVerdict]) -> None:
        """A file that is valid alone, and contradicts another one, is not to be taken for good."""
        at = {verdict.file: number for number, verdict in self.verdicts.items()}
        contradicted = {name for pair in self.pairs if not pair.agree for name in pair.files}
        for verdict in done:
            broken = any(link.holds is False and verdict.file == link.newer for link in self.links)
            if broken or contradicted & {verdict.name, verdict.file}:
                item = self.list.item(at[verdict.file])
                item.setIcon(icon("warning", "missed"))
                told = self.tr("bertentangan dengan berkas lain")
                item.setText(f"{item.text()}\n{told}")

    def _pairs_of(self, verdict: FileVerdict) -> list[Together]:
        return [pair for pair in self.pairs if verdict.name in pair.files or verdict.file in pair.files]

    def _show(self) -> None:
        verdict = self.verdicts.get(self.list.currentRow())
        if verdict is None:
            self.result.clear()
            return
        links = [link for link in self.links if verdict.file in (link.newer, link.older)]
        self.result.show_verdict(
            verdict, self._pairs_of(verdict), links, evaluation=self._in_store(verdict.about)
        )

    def _in_store(self, about: About) -> str:
        """The evaluation that a file speaks of, if this store has it."""
        if about.stage not in [stage.value for stage in Stage]:
            return ""
        found = find_evaluation(self._session.work, about.unit, about.year, Stage(about.stage))
        return found.id if found else ""

    def _roots(self) -> Sequence[bytes]:
        """The certificates that are trusted now."""
        return trusted_roots(self._session.work)

    def _show_state(self) -> None:
        self._pages.setCurrentIndex(1 if self.files else 0)
        self._listed.setVisible(len(self.files) > 1)
        self.copy.setEnabled(bool(self.verdicts))
        count = len(self._roots())
        self.trust.setText(
            self.tr("Sertifikat tepercaya: {n}").format(n=count)
            if count
            else self.tr("Sertifikat tepercaya…")
        )
        if self.run.running:
            self.progress.tell(self.tr("Memeriksa"), self.run.done, self.run.of, self.run.seconds_left)
        else:
            self.progress.hide()

    def take_focus(self) -> None:
        """To what was found, else to the button that begins."""
        if not self.files:
            self.choose.setFocus()
        elif len(self.files) > 1:
            self.list.setFocus()
        else:
            self.result.banner.setFocus()

    # --- telling others

    def as_text(self) -> str:
        """All results, as they would stand in a mail."""
        made = self.tr("Diperiksa dengan ZI Desktop, {moment}").format(
            moment=moment(datetime.now().astimezone())
        )
        found = [self.verdicts[number].in_words(language()) for number in sorted(self.verdicts)]
        beside = [told.in_words(language()) for told in self.pairs]
        beside += [told.in_words(language()) for told in self.links]
        return "\n\n".join([made, *found, *beside])

    def copy_all(self) -> None:
        QApplication.clipboard().setText(self.as_text())
        self.told.emit(self.tr("Hasil pemeriksaan disalin."))
