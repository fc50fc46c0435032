"""The score panel folded to a strip: the total, and how many gates of each predikat are open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import TOTAL
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.language import number
from zi_desktop.ui.parts import column, empty, icon_button, label, line, picture, row
from zi_desktop.ui.why_link import WhyLink, WhyLinks

WIDTH = 64
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class ScoreStrip(QWidget):
    """`unfold` asks for the whole panel, `asked` why the total is what it is."""

    unfold = Signal()
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        button = icon_button("back", self.tr("Buka panel nilai"), self.unfold.emit)
        self.total = WhyLinks(self.asked.emit, self).add(WhyLink())
        self.total.code = TOTAL
        self._lines = column(gap=2)
        self.gates: dict[str, tuple[QLabel, QLabel]] = {}
        layout = column(button, self.total, line(), self._lines, None, gap=8, margins=(6, 8, 6, 8))
        layout.setAlignment(self.total, Qt.AlignmentFlag.AlignRight)
        self.setLayout(layout)

    def show_report(self, report: Report) -> None:
        total = number(report.score.total)
        self.total.tell(total, self.tr("Nilai total {total}").format(total=total))
        if list(self.gates) != [r.rule.id for r in report.predikat]:
            self._build(report)
        for result in report.predikat:
            icon, count = self.gates[result.rule.id]
            icon.setPixmap(pixmap("check" if result.met else "cross", "met" if result.met else "missed"))
            count.setText("" if result.met else str(len(result.open)))
            said = (
                self.tr("{predikat}: memenuhi semua syarat")
                if result.met
                else self.tr("{predikat}: {n} syarat lagi")
            )
            said = said.format(predikat=result.rule.id, n=len(result.open))
            count.setAccessibleName(said)
            icon.setToolTip(said)
            count.setToolTip(said)

    def _build(self, report: Report) -> None:
        empty(self._lines)
        self.gates = {}
        for result in report.predikat:
            icon, count = picture("check", "met"), label("")
            self.gates[result.rule.id] = (icon, count)
            name = label(result.rule.id, "section")
            self._lines.addWidget(name, 0, _MIDDLE)
            self._lines.addLayout(row(None, icon, count, None, gap=3))
