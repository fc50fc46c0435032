"""Every command of the window. A new one is added here, once; menu, palette and the list of keys follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from zi_desktop.ui.command import Command, Do, Group, make_action

if TYPE_CHECKING:
    from zi_desktop.ui.card_sheet import CardSheet
    from zi_desktop.ui.main_window import MainWindow

ANSWER_KEYS = {"A": "A", "B": "B", "C": "C", "D": "D", "E": "E", "Y": "Ya", "T": "Tidak"}


class Commands(QObject):
    """The commands with their actions, in the order of the menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.all: tuple[Command, ...] = (
            *self._answering(),
            *self._going(),
            *self._writing(),
            *self._evaluation(),
            *self._files(),
            *self._of_window(),
        )
        self.actions: dict[str, QAction] = {}
        for command in self.all:
            owner = window.workbench if command.needs_evaluation else window
            everywhere = not command.needs_evaluation
            self.actions[command.id] = make_action(command, owner, everywhere=everywhere)

    def working(self, on: bool) -> None:
        """Whether an evaluation is open."""
        for command in self.all:
            if command.needs_evaluation:
                self.actions[command.id].setEnabled(on)

    def enabled(self) -> list[Command]:
        """What can be asked now, for the palette."""
        return [c for c in self.all if c.in_palette and self.actions[c.id].isEnabled()]

    def forget(self) -> None:
        """The window is built anew: the keys go to the commands that follow."""
        for action in self.actions.values():
            action.setShortcuts([])  # at once: the menu that holds them goes later
            action.deleteLater()
        self.deleteLater()

    def _search(self) -> None:
        self._window.finder.search()

    def _go_to_code(self) -> None:
        self._window.finder.go_to_code()

    def _answering(self) -> list[Command]:
        answer = self._window.workbench.answer_and_move
        return [
            Command(
                f"answer.{key}",
                self.tr("Jawab {label}, lanjut").format(label=label),
                partial(answer, label),
                Group.ANSWER,
                (key,),
                in_keys=False,
                needs_evaluation=True,
            )
            for key, label in ANSWER_KEYS.items()
        ]

    def _going(self) -> list[Command]:
        bench = self._window.workbench

        def go(id_: str, text: str, do: Do, *keys: str, repeats: bool = True) -> Command:
            return Command(
                id_,
                text,
                do,
                Group.GO,
                keys,
                repeats=repeats,
                needs_evaluation=True,
            )

        return [
            go("next", self.tr("Soal berikutnya"), partial(bench.step, 1), "N", "Down"),
            go("previous", self.tr("Soal sebelumnya"), partial(bench.step, -1), "P", "Up"),
            go("next.open", self.tr("Soal berikutnya yang belum dijawab"), bench.next_unanswered, "U"),
            go("next.different", self.tr("Soal berikutnya yang beda dari unit"), bench.next_different, "S"),
            go("next.bare", self.tr("Soal berikutnya tanpa bukti"), bench.next_without_evidence, "K"),
            go("next.issue", self.tr("Soal berikutnya yang perlu diperiksa"), bench.next_issue, "F8"),
            go(
                "previous.issue",
                self.tr("Soal sebelumnya yang perlu diperiksa"),
                partial(bench.next_issue, -1),
                "Shift+F8",
            ),
            go("goto", self.tr("Pergi ke kode soal…"), self._go_to_code, "G", repeats=False),
            go("leave", self.tr("Keluar dari isian; kembali ke daftar"), bench.escape, "Esc", repeats=False),
        ]

    def _writing(self) -> list[Command]:
        card = self._window.workbench.card

        def write(id_: str, text: str, do: Callable[[CardSheet], object], *keys: str) -> Command:
            return Command(id_, text, lambda: do(card.sheet), Group.WRITE, keys, needs_evaluation=True)

        return [
            write("note", self.tr("Tulis catatan"), lambda sheet: sheet.note.setFocus(), "F2"),
            write(
                "evidence", self.tr("Tambah bukti"), lambda sheet: sheet.evidence.edit.setFocus(), "Ctrl+E"
            ),
            write("finding", self.tr("Tambah temuan"), lambda sheet: sheet.findings.begin(), "F4"),
            write("reviewed", self.tr("Tandai sudah ditinjau tahun ini"), lambda s: s.reviewed.ask(), "R"),
        ]

    def _evaluation(self) -> list[Command]:
        window = self._window

        def of(id_: str, text: str, glyph: str, do: Do, *keys: str) -> Command:
            return Command(
                id_,
                text,
                do,
                Group.EVALUATION,
                keys,
                glyph,
                in_menu=True,
                needs_evaluation=True,
            )

        return [
            of("compare", self.tr("Bandingkan…"), "differs", window.side.open_compare, "Ctrl+B"),
            of("export", self.tr("Ekspor PDF dan XLSX…"), "export", window.export, "Ctrl+P"),
            of("team", self.tr("Tim penilai…"), "people", window.dialogs.team),
            of("evidence.check", self.tr("Periksa berkas bukti"), "check", window.evidence_check.start),
            of("letter", self.tr("Kop dan surat…"), "note", window.dialogs.letter),
            of("thresholds", self.tr("Ambang batas…"), "sliders", window.dialogs.thresholds),
            of("issues", self.tr("Yang perlu diperiksa"), "warning", window.registers.show_issues, "F7"),
            of("register", self.tr("Register temuan"), "flag", window.registers.show_register, "F9"),
            of("reopen", self.tr("Buka kembali penilaian…"), "lock", window.workbench.reason.ask_reopen),
        ]

    def _files(self) -> list[Command]:
        window = self._window

        def file(id_: str, text: str, glyph: str, do: Do, *keys: str) -> Command:
            return Command(id_, text, do, Group.FILE, keys, glyph, in_menu=True)

        return [
            file("new", self.tr("Penilaian baru"), "plus", window.new, "Ctrl+N"),
            file("import", self.tr("Impor lembar kerja…"), "import", window.imports.choose_file, "Ctrl+I"),
            file(
                "import.folder",
                self.tr("Impor folder…"),
                "folder",
                window.imports.choose_folder,
                "Ctrl+Shift+I",
            ),
            file("verify", self.tr("Periksa tanda tangan…"), "shield", window.verifying.open, "Ctrl+T"),
            file(
                "export.many",
                self.tr("Ekspor beberapa penilaian…"),
                "export",
                window.export_many,
                "Ctrl+Shift+P",
            ),
        ]

    def _of_window(self) -> list[Command]:
        window = self._window

        def of(id_: str, text: str, glyph: str, do: Do, *keys: str, menu: bool = True) -> Command:
            return Command(id_, text, do, Group.WINDOW, keys, glyph, in_menu=menu)

        def scale(id_: str, text: str, step: int, *keys: str) -> Command:
            return of(id_, text, "", partial(window.scale_text, step), *keys, menu=False)

        return [
            of("story", self.tr("Riwayat unit"), "flag", window.show_story, "Ctrl+H"),
            of("undo", self.tr("Urungkan"), "undo", window.undoing.undo_last, "Ctrl+Z"),
            of("redo", self.tr("Ulangi"), "redo", window.undoing.redo_last, "Ctrl+Shift+Z", "Ctrl+Y"),
            of("search", self.tr("Cari"), "search", window.search, "/", menu=False),
            of("palette", self.tr("Cari soal atau perintah…"), "search", self._search, "Ctrl+K"),
            of(
                "larger",
                self.tr("Teks lebih besar"),
                "",
                partial(window.scale_text, 1),
                "Ctrl++",
                "Ctrl+=",
                menu=False,
            ),
            of(
                "smaller",
                self.tr("Teks lebih kecil"),
                "",
                partial(window.scale_text, -1),
                "Ctrl+-",
                menu=False,
            ),
            of(
                "normal",
                self.tr("Ukuran teks semula"),
                "",
                partial(window.scale_text, 0),
                "Ctrl+0",
                menu=False,
            ),
            of("trust", self.tr("Sertifikat tepercaya…"), "shield", window.dialogs.trust),
            of("store", self.tr("Penyimpanan…"), "lock", window.dialogs.store),
            of("keys", self.tr("Semua tombol"), "keyboard", window.show_keys, "?"),
        ]
