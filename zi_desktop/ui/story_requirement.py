"""One requirement of the checklist: its state, what it rests on, and a note; judged in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from zi_desktop.domain.story_check import Checked, State
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.language import say
from zi_desktop.ui.parts import column, label, picture, row
from zi_desktop.ui.story_words import day_text

_LOOK = {State.MET: ("check", "met"), State.NOT_MET: ("cross", "missed"), State.UNKNOWN: ("info", "near")}


class _Choice(QComboBox):
    """The wheel scrolls the list it stands in, not its choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class RequirementRow(QWidget):
    """`judged` carries (state, note, day) that the person gave it."""

    judged = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._line: Checked | None = None
        self._icon = picture("info", "near")
        self.text = label("", "", wrap=True)
        self._why = label("", "quiet", wrap=True)
        self.state = _Choice()
        self.state.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.state.setFixedWidth(168)
        for state in State:
            self.state.addItem(say(state.label), state.value)
        self.state.activated.connect(lambda _: self._judge())
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Catatan"))
        self.note.editingFinished.connect(self._judge)
        top = row(self._icon, self.text, gap=8)
        top.setStretch(1, 1)
        top.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        below = row(24, self.state, self.note, gap=8)
        below.setSpacing(8)
        self.setLayout(column(top, row(24, self._why), below, gap=4, margins=(0, 6, 0, 6)))

    def show_line(self, line: Checked) -> None:
        """What the program works out is shown as it is; only what it cannot know is asked."""
        self._line = line
        glyph, ink = _LOOK[line.state]
        self._icon.setPixmap(pixmap(glyph, ink))
        text = say(line.requirement.text)
        self.text.setText(text)
        why = [say(line.why)]
        if line.on is not None:
            why.append(self.tr("dicatat {day}").format(day=day_text(line.on)))
        worked_out = bool(line.why.id) and line.state is not State.UNKNOWN
        asked = line.requirement.may_be_judged and not worked_out
        if not asked:
            why.insert(0, say(line.state.label))
        self._why.setText(" · ".join(part for part in why if part))
        self._why.setVisible(bool(self._why.text()))
        self.state.setVisible(asked)
        self.state.setCurrentIndex(self.state.findData(line.state.value))
        self.state.setAccessibleName(self.tr("{text}: keadaan").format(text=text))
        if not self.note.hasFocus():
            self.note.setText(line.note)
        self.note.setVisible(asked)
        self.note.setAccessibleName(self.tr("{text}: catatan").format(text=text))

    def _judge(self) -> None:
        line = self._line
        state, note = State(self.state.currentData()), self.note.text().strip()
        if line is None or (state, note) == (line.state, line.note):
            return
        self.judged.emit(state, note, date.today())
