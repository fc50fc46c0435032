"""The form below the timeline: one event entered or changed, in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.story_facts import Event, EventKind
from zi_desktop.services.story import set_unit_event
from zi_desktop.ui.language import say
from zi_desktop.ui.message import sentence
from zi_desktop.ui.parts import button, column, label, row, set_role
from zi_desktop.ui.session import Session
from zi_desktop.ui.story_words import day_text, parse_day


class StoryEventForm(QFrame):
    """`closed`: what was entered is stored, or given up."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._session = session
        self._unit = ""
        self._event: Event | None = None
        self._title = label("", "section")
        self.kind = QComboBox()
        for kind in EventKind:
            self.kind.addItem(say(kind.label), kind.value)
        self.kind.currentIndexChanged.connect(lambda _: self._show_until())
        self.on = self._day(self.tr("Tanggal"))
        self.until = self._day(self.tr("Berlaku sampai"))
        self.note = QLineEdit()
        self.note.returnPressed.connect(self.save)
        self._problem = label("", "missed", wrap=True)
        self._labels = {
            field: label(text, "quiet")
            for field, text in (
                (self.kind, self.tr("Peristiwa")),
                (self.on, self.tr("Tanggal")),
                (self.until, self.tr("Berlaku sampai")),
                (self.note, self.tr("Catatan")),
            )
        }
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for at, (field, name) in enumerate(self._labels.items()):
            name.setBuddy(field)
            field.setAccessibleName(name.text())
            grid.addWidget(name, at, 0)
            grid.addWidget(field, at, 1)
        buttons = row(
            button(self.tr("Simpan"), self.save, role="primary"),
            button(self.tr("Batal"), self.closed.emit),
            None,
        )
        self.setLayout(column(self._title, grid, self._problem, buttons, margins=(12, 10, 12, 12)))

    def _day(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("hh-bb-tttt"))
        field.setAccessibleName(name)
        field.returnPressed.connect(self.save)
        return field

    def open(self, unit: str, event: Event | None) -> None:
        self._unit, self._event = unit, event
        self._title.setText(self.tr("Ubah peristiwa") if event else self.tr("Peristiwa baru"))
        self.kind.setCurrentIndex(self.kind.findData(event.kind.value) if event else 0)
        self.on.setText(day_text(event.on) if event else "")
        self.until.setText(day_text(event.until) if event and event.until else "")
        self.note.setText(event.note if event else "")
        self._tell("")
        self._show_until()
        self.show()
        (self.on if event else self.kind).setFocus()

    def _show_until(self) -> None:
        given = EventKind(self.kind.currentData()).is_predikat
        self.until.setVisible(given)
        self._labels[self.until].setVisible(given)

    def save(self) -> None:
        """A refusal is told here; what was typed stays."""
        days: list[date | None] = []
        for field in (self.on, self.until):
            wanted = not field.isHidden() and (field is self.on or bool(field.text().strip()))
            day = parse_day(field.text()) if wanted else None
            if wanted and day is None:
                self._tell(self.tr("Tulis tanggal sebagai hari-bulan-tahun, misalnya 14-02-2024."))
                field.setFocus()
                return
            days.append(day)
        on, until = days
        assert on is not None
        result = self._session.do(
            set_unit_event,
            self._unit,
            EventKind(self.kind.currentData()),
            on,
            self.note.text(),
            until,
            self._event.id if self._event else None,
        )
        if isinstance(result, ZiError):
            self._tell(sentence(result.message, result.remedy))
        else:
            self.closed.emit()

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        set_role(self._problem, "missed")
