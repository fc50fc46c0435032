"""The verdict on one file: big and in words first, then everybody who signed, then what was changed where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QScrollArea

from zi_desktop.domain.errors import Text
from zi_desktop.services.verifying import FileVerdict
from zi_desktop.services.verifying_together import Together
from zi_desktop.services.verifying_versions import ChainLink
from zi_desktop.services.verifying_words import (
    Outcome,
    SignatureWords,
    one_line,
    outcome_sentence,
    signature_words,
)
from zi_desktop.ui.language import language, say
from zi_desktop.ui.parts import button, column, empty, label, panel, picture, row, set_role

LOOKS = {
    Outcome.VALID: ("check", "met"),
    Outcome.UNKNOWN: ("info", "near"),
    Outcome.DISTRUSTED: ("warning", "near"),
    Outcome.CHANGED: ("cross", "missed"),
    Outcome.UNSIGNED: ("minus", "near"),
    Outcome.UNREADABLE: ("warning", "missed"),
}
"""Glyph and ink of each outcome."""


class VerifyResult(QScrollArea):
    """`import_wanted`: the file is to be imported (its path); `open_wanted`: the evaluation it speaks of."""

    import_wanted = Signal(object)
    open_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = column(gap=12, margins=(0, 0, 12, 8))
        self.setWidget(panel(self._body))
        self.banner = ReadFrame("told-near")

    def clear(self) -> None:
        empty(self._body)

    def show_verdict(
        self,
        verdict: FileVerdict,
        pairs: Sequence[Together] = (),
        links: Sequence[ChainLink] = (),
        *,
        evaluation: str = "",
    ) -> None:
        """`pairs` and `links`: what is to be said of this file beside others; `evaluation`: the id of the one
        in the store that it speaks of, if there is one."""
        self.clear()
        broken = [link for link in links if link.holds is False and link.newer == verdict.file]
        self.banner = self._banner(verdict, contradicted=bool(broken) or not all(p.agree for p in pairs))
        problems = (*verdict.verdict.problems, *verdict.verdict.doubts)
        self._add(self.banner)
        if problems and verdict.outcome is not Outcome.UNSIGNED:
            self._add(self._told(self.tr("Yang berubah, dan di mana"), problems, "told-missed"))
        self._add_pairs(pairs)
        self._add_versions(verdict, links)
        signatures = verdict.verdict.signatures
        if signatures:
            self._add(label(self.tr("Tanda tangan: {n}").format(n=len(signatures)), "section"))
        for signature in signatures:
            self._add(self._signature(signature_words(signature, verdict.verdict)))
        if verdict.verdict.awaited:
            self._add(self._awaited(verdict, evaluation))
        self._add(self._facts(verdict, evaluation))
        self._body.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add(self, widget: QFrame | QLabel) -> None:
        self._body.addWidget(widget)

    def _banner(self, verdict: FileVerdict, *, contradicted: bool) -> ReadFrame:
        glyph, ink = ("warning", "missed") if contradicted else LOOKS[verdict.outcome]
        name = shown(verdict.name, "section")
        headline = shown(say(verdict.outcome.label), "question")
        sentence = shown(say(outcome_sentence(verdict.verdict)))
        if contradicted:
            headline.setText(self.tr("Bertentangan dengan berkas lain"))
            sentence.setText(
                self.tr("Tanda tangannya utuh, tetapi berkas lain yang diperiksa menyatakan yang lain.")
            )
        about = shown(say(verdict.about.title), "quiet")
        about.setVisible(bool(about.text()))
        words = column(name, headline, sentence, about, gap=4)
        layout = row(picture(glyph, ink, 40), words, gap=16, margins=(16, 14, 16, 14))
        layout.setStretch(1, 1)
        result = ReadFrame(f"told-{ink}", layout)
        result.setAccessibleName(_spoken(name, headline, sentence, about))
        return result

    def _told(self, heading: str, texts: Iterable[Text], role: str) -> ReadFrame:
        lines = [shown(say(text)) for text in texts]
        head = label(heading, "section")
        result = ReadFrame(role, column(head, *lines, gap=4, margins=(16, 10, 16, 10)))
        result.setAccessibleName(_spoken(head, *lines))
        return result

    def _add_pairs(self, pairs: Sequence[Together]) -> None:
        """Each that is not in order by itself, and all that are together."""
        for pair in pairs:
            if not pair.agree:
                heading = self.tr("Bertentangan")
                self._add(self._told(heading, (pair.summary, *pair.differences), "told-missed"))
            elif not pair.same_revision:
                heading = self.tr("Versi lain")
                self._add(self._told(heading, (pair.summary, *pair.differences), "told-near"))
        good = [pair.summary for pair in pairs if pair.agree and pair.same_revision]
        if good:
            self._add(self._told(self.tr("Cocok dengan berkas lain yang diperiksa"), good, "read"))

    def _add_versions(self, verdict: FileVerdict, links: Sequence[ChainLink]) -> None:
        """What the file replaces, by the hashes it names, and whether other files are those."""
        lines = verdict.version.in_words(language()) if verdict.version else []
        if lines:
            told = [Text(line.strip(), line.strip()) for line in lines]
            self._add(self._told(self.tr("Versi hasil yang ditandatangani"), told, "read"))
        for holds, role, heading in (
            (False, "told-missed", self.tr("Rantai versi putus")),
            (None, "told-near", self.tr("Rantai versi belum pasti")),
            (True, "read", self.tr("Rantai versi utuh")),
        ):
            found = [link.told for link in links if link.holds is holds]
            if found:
                self._add(self._told(heading, found, role))

    def _signature(self, words: SignatureWords) -> ReadFrame:
        glyph, ink = ("info", "near") if words.sound else ("cross", "missed")
        if words.known:
            glyph, ink = "check", "met"
        who = shown(say(words.who), "figure")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        said: list[QLabel] = [who]
        lines = [(Text("Masalah", "Problem"), words.problem)] if words.problem else []
        for at, (question, answer) in enumerate([*lines, *words.lines]):
            name, told = label(say(question), "quiet"), shown(say(answer))
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, at, 0)
            grid.addWidget(told, at, 1)
            said += [name, told]
        head = row(picture(glyph, ink, 20), who, gap=10)
        head.setStretch(1, 1)
        inside = column(head, row(30, grid, gap=0), gap=6, margins=(14, 10, 14, 10))
        result = ReadFrame("read", inside)
        result.setAccessibleName(_spoken(*said))
        return result

    def _awaited(self, verdict: FileVerdict, evaluation: str) -> QFrame:
        heading = label(self.tr("Tanda tangan yang masih ditunggu"), "section")
        lines = [shown(name) for name in verdict.verdict.awaited]
        layout = column(heading, *lines, gap=4, margins=(14, 10, 14, 10))
        if evaluation:
            open_it = button(
                self.tr("Buka penilaiannya"),
                lambda: self.open_wanted.emit(evaluation),
                role="plain",
                glyph="next",
            )
            layout.addLayout(row(open_it, None))
        result = ReadFrame("read", layout)
        result.setAccessibleName(_spoken(heading, *lines))
        return result

    def _facts(self, verdict: FileVerdict, evaluation: str) -> QFrame:
        lines = [shown(verdict.file, "quiet")]
        if verdict.sha256:
            lines.append(shown(f"SHA-256 {verdict.sha256}", "quiet"))
        if verdict.about.revision:
            version = self.tr("Versi penilaian  {digits}").format(digits=verdict.about.revision[:16])
            lines.append(shown(version, "quiet"))
        buttons = row(gap=4)
        path = Path(verdict.file)
        if _may_import(verdict):
            buttons.addWidget(
                button(self.tr("Impor berkas ini…"), lambda: self.import_wanted.emit(path), glyph="import")
            )
        if evaluation and not verdict.verdict.awaited:
            buttons.addWidget(
                button(self.tr("Buka penilaiannya"), lambda: self.open_wanted.emit(evaluation), glyph="next")
            )
        buttons.addStretch(1)
        result = ReadFrame("read", column(*lines, buttons, gap=4, margins=(14, 10, 14, 10)))
        result.setAccessibleName(_spoken(*lines))
        return result


class ReadFrame(QFrame):
    """A group of texts that Tab reaches as one, so that a screen reader speaks all of it."""

    def __init__(self, role: str, layout: QLayout | None = None) -> None:
        super().__init__()
        set_role(self, role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("read", "true")
        if layout is not None:
            self.setLayout(layout)


def shown(text: str, role: str = "") -> QLabel:
    """A text that can be marked and copied with the mouse."""
    result = label(one_line(text), role, wrap=True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    result.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return result


def _spoken(*labels: QLabel) -> str:
    return ". ".join(part.text().rstrip(".") for part in labels if part.text())


def _may_import(verdict: FileVerdict) -> bool:
    """Worksheets, signed or not, and reports of ours; nothing that is broken."""
    if verdict.verdict.kind == "xlsx":
        return verdict.outcome not in (Outcome.CHANGED, Outcome.UNREADABLE)
    return verdict.verdict.kind == "pdf" and bool(verdict.about.unit)
