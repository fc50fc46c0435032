"""One question of a comparison: what both wrote, side by side, and what only one of them has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea

from zi_desktop.domain.compare import Comparison, QuestionDifference, Side
from zi_desktop.domain.crosswalk import Match
from zi_desktop.domain.evaluation import Evidence
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.ui.compare_words import BLANK, INK, answer_text, kind_word, side_names, signed
from zi_desktop.ui.language import number, say
from zi_desktop.ui.parts import button, calm, column, empty, label, panel, row, set_role


class CompareDetail(QScrollArea):
    """`opened` asks for the question in the workbench."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Rincian soal"))
        self._place = label("", "quiet", wrap=True)
        self._text = label("", "heading", wrap=True)
        self._kind = label("", "accent", wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        self.open_button = button(self.tr("Buka soal ini  (Enter)"), self.opened.emit, glyph="next")
        body = column(
            self._place,
            self._text,
            self._kind,
            4,
            self._grid,
            4,
            row(self.open_button, None),
            None,
            margins=(16, 12, 16, 12),
        )
        self._body = panel(body, "content")
        self.setWidget(self._body)

    def show_difference(self, found: Comparison, difference: QuestionDifference | None) -> None:
        self._body.setVisible(difference is not None)
        if difference is None:
            return
        question = difference.question
        path = " ▸ ".join(calm(s.label) for s in found.after.lke.path(question.code)[-2:])
        self._place.setText(f"{question.code} · {path}")
        self._text.setText(question.text)
        self._kind.setText(self._kind_text(found, difference))
        set_role(self._kind, INK[difference.kind])
        empty(self._grid)
        names = side_names(found)
        for at, side in enumerate((difference.before, difference.after)):
            gone = difference.evidence_new if at else difference.evidence_gone
            self._fill(at, names[at], difference, side, gone)
        self.verticalScrollBar().setValue(0)

    def _kind_text(self, found: Comparison, difference: QuestionDifference) -> str:
        if difference.points is not None:
            text = f"{kind_word(difference.kind)} · {signed(difference.points)}"
        else:
            text = self.tr("tidak dapat dibandingkan angkanya")
        if found.same_form:
            return text
        codes = ", ".join(difference.before.codes)
        old = f" ({codes})" if codes and difference.match is not Match.NONE else ""
        return f"{text} · {say(difference.match.label)}{old}"

    def _fill(
        self,
        at: int,
        name: str,
        difference: QuestionDifference,
        side: Side,
        only_here: tuple[Evidence, ...],
    ) -> None:
        lines: list[tuple[str, str]] = [(name, "section"), (answer_text(difference, side), "figure")]
        if side.points is not None:
            lines.append((self.tr("{points} poin").format(points=number(side.points)), "quiet"))
        else:
            lines.append((self.tr("poin tidak diketahui"), "quiet"))
        lines.append((self._requirement(difference, side), "small"))
        lines += [(self.tr("Catatan"), "section"), (side.note or BLANK, "")]
        lines.append((self.tr("Bukti"), "section"))
        lines.append((self._documents(side, only_here), ""))
        lines.append((self.tr("Temuan"), "section"))
        findings = [" → ".join(t for t in (f.note, f.recommendation) if t) for f in side.findings]
        lines.append(("\n".join(findings) or BLANK, ""))
        for number_, (text, role) in enumerate(lines):
            if not text:
                continue
            shown = label(text, role, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if role == "section" and number_:
                shown.setContentsMargins(0, 8, 0, 0)
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._grid.addWidget(shown, number_, at, Qt.AlignmentFlag.AlignTop)

    def _requirement(self, difference: QuestionDifference, side: Side) -> str:
        question = difference.question
        known = {c.label: c.requirement for c in question.choices}
        return known.get(side.answer, "") if question.kind is QuestionKind.CHOICE else ""

    def _documents(self, side: Side, only_here: tuple[Evidence, ...]) -> str:
        ids = {e.id for e in only_here}
        only = self.tr("hanya di sini")
        lines = [f"{e.text} ({only})" if e.id in ids else e.text for e in side.evidence]
        return "\n".join(lines) or BLANK
