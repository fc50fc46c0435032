"""Komponen and areas in figures: Pemenuhan, Reform and both together; each can be asked why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from zi_desktop.domain.areas import areas_of
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.outlook import Outlook
from zi_desktop.domain.report import Report
from zi_desktop.ui.elided import ElidedLabel
from zi_desktop.ui.language import number, shortest
from zi_desktop.ui.parts import calm, empty, label
from zi_desktop.ui.theme import px
from zi_desktop.ui.why_link import WhyLink, WhyLinks

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AreaTable(QWidget):
    """`asked`: why this figure (a section's code). Built once for each form."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._links = WhyLinks(self.asked.emit, self)
        self._form: Lke | None = None
        self.figures: dict[str, WhyLink] = {}
        self._bars: list[tuple[QProgressBar, tuple[str, ...], float]] = []

    def show_report(self, report: Report, prospect: Outlook) -> None:
        if report.lke is not self._form:
            self._form = report.lke
            self._build(report.lke)
        sections = report.score.sections
        for code, link in self.figures.items():
            section = report.lke.section_by_code[code]
            said = f"{code} {calm(section.label)}: {number(sections[code])} / {shortest(section.weight)}"
            span = prospect.span(code)
            if not span.is_point:
                said += self.tr(", paling tinggi {best}").format(best=number(span.best))
            link.tell(number(sections[code]), said)
        for bar, codes, most in self._bars:
            bar.setValue(int(sum(float(sections[c]) for c in codes) / most * 1000))

    def _build(self, lke: Lke) -> None:
        empty(self._grid)
        self._links.clear()
        self.figures, self._bars = {}, []
        areas = areas_of(lke)
        split = any(len(a.codes) > 1 for a in areas)
        heads = (self.tr("Pemenuhan"), self.tr("Reform")) if split else (self.tr("Nilai"),)
        self._grid.addWidget(label(self.tr("Area"), "section"), 0, 0)
        for column, head in enumerate(heads, start=2):
            self._grid.addWidget(label(head, "section"), 0, column, _RIGHT)
        for line, area in enumerate(areas, start=1):
            self._row(line, f"{area.number} {calm(area.label)}", area.codes, float(area.maximum))
        line = len(areas) + 1
        for root in lke.sections:
            for section in root.sections if len(root.sections) <= 3 else ():
                name = f"{section.code} {calm(section.label)}"
                self._row(line, name, (section.code,), float(section.weight))
                line += 1

    def _row(self, line: int, text: str, codes: tuple[str, ...], most: float) -> None:
        name = ElidedLabel("small")
        name.tell(text, text)
        name.setFixedHeight(px(20))
        bar = QProgressBar()
        bar.setRange(0, 1000)
        bar.setTextVisible(False)
        bar.setFixedWidth(32)
        bar.setAccessibleName(text)
        self._bars.append((bar, codes, most))
        self._grid.addWidget(name, line, 0)
        self._grid.addWidget(bar, line, 1)
        for column, code in enumerate(codes, start=2):
            link = self._links.add(WhyLink("why"))
            link.code = code
            self.figures[code] = link
            self._grid.addWidget(link, line, column, _RIGHT)
