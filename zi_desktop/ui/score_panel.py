"""The panel that never scrolls away: the total, what is open, every gate, the areas and the way there."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from zi_desktop.domain.lke import Lke
from zi_desktop.domain.outlook import Outlook, Standing, outlook
from zi_desktop.domain.predikat import PredikatResult
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import TOTAL
from zi_desktop.ui.area_radar import AreaRadar
from zi_desktop.ui.area_table import AreaTable
from zi_desktop.ui.gate_table import GateTable
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.language import number, say, shortest
from zi_desktop.ui.parts import button, calm, column, empty, icon_button, label, panel, picture, row
from zi_desktop.ui.score_strip import WIDTH, ScoreStrip
from zi_desktop.ui.still import Still
from zi_desktop.ui.theme import px
from zi_desktop.ui.total_bar import TotalBar
from zi_desktop.ui.way_list import WayList
from zi_desktop.ui.why_link import WhyLink, WhyLinks

_DELTA_MS = 2500
_LATER_MS = 120  # the view below the gates waits until the key that was just pressed has been painted
_LEAST = 260
_MOST = 520


class PredikatLine(QWidget):
    """``✓ WBK memenuhi semua syarat`` or ``✗ WBBM 3 syarat lagi``."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = picture("check", "met")
        self._name = Still(snug=True)
        self.state = Still(right=True)
        self._shown: object = None
        layout = row(self._icon, self._name, self.state)
        layout.setStretchFactor(self.state, 1)
        self.setLayout(layout)

    def show_result(self, result: PredikatResult, standing: Standing | None) -> None:
        """``standing``: what the open questions leave of it; None when no question is open."""
        seen = (result.rule, result.met, len(result.open), standing)
        if seen == self._shown:
            return
        self._shown = seen
        waits = standing is Standing.OPEN
        ink = "met" if result.met else "near" if waits else "missed"
        self._icon.setPixmap(pixmap("check" if result.met else "open" if waits else "cross", ink))
        self._name.show_text(result.rule.id, ink)
        open_gates = len(result.open)
        text = (
            self.tr("memenuhi semua syarat")
            if result.met
            else self.tr("{n} syarat lagi").format(n=open_gates)
        )
        if result.met and result.rule.requires:
            text = self.tr("memenuhi, bila sudah {predikat}").format(predikat=result.rule.requires)
        if standing is Standing.LOST:
            text += ", " + self.tr("tidak terkejar")
        elif standing is Standing.CERTAIN:
            text += ", " + self.tr("pasti")
        self.state.setText(text)
        self.setToolTip(say(result.rule.label))
        self.setAccessibleName(f"{result.rule.id}: {text}")


class ScorePanel(QFrame):
    """Paints one report; a change glides and shows its delta once. `asked`: why this figure; `chosen`: a
    question of the way there; `folded` tells that its width has changed."""

    asked = Signal(str)
    chosen = Signal(str)
    folded = Signal()

    def __init__(self, lke_of: Callable[[str], Lke]) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAccessibleName(self.tr("Nilai"))
        self._before: tuple[str, Fraction] | None = None
        self._report: Report | None = None
        self._prospect: Outlook | None = None
        self._points = Fraction(0)
        """The most points the form has."""
        self.total = WhyLinks(self.asked.emit, self).add(WhyLink("why-total"))
        self.total.code = TOTAL
        self._most = label("", "quiet")
        self.delta = Still(right=True)
        self._bar = TotalBar()
        self.progress = Still("quiet", ink="quiet")
        self._lines: list[PredikatLine] = []
        self._predikat = column(gap=2)
        self._komponen = row(gap=8)
        self.komponen: dict[str, WhyLink] = {}
        self.gates = GateTable()
        self._unverified = label(self.tr("* ambang belum terverifikasi"), "quiet", wrap=True)
        self.way, self.radar, self.areas = WayList(), AreaRadar(lke_of), AreaTable()
        self.strip = ScoreStrip()
        self._hide_delta = QTimer(self, singleShot=True, interval=_DELTA_MS)
        self._hide_delta.timeout.connect(self.delta.clear)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._show_view)
        self._put_together()
        for part in (self.gates, self.areas, self.strip):
            part.asked.connect(self.asked)
        self.way.chosen.connect(self.chosen)
        self.strip.unfold.connect(lambda: self.fold(False))

    def _put_together(self) -> None:
        fold = icon_button("next", self.tr("Lipat panel nilai"), lambda: self.fold(True), small=True)
        figures = row(self.total, self._most, self.delta, gap=6)
        figures.setStretchFactor(self.delta, 1)
        figures.addWidget(fold, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self._most, self.delta):
            figures.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)
            widget.setContentsMargins(0, 0, 0, 7)
        head = panel(figures)
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.views = QStackedWidget()
        chips = row(gap=4)
        self.chips: list[QPushButton] = []
        group = QButtonGroup(self)
        names = (self.tr("Jalan terdekat"), self.tr("Radar"), self.tr("Area"))
        views = (self.way, self.radar, _at_top(self.areas))
        for i, (name, view) in enumerate(zip(names, views, strict=True)):
            chip = button(name, role="chip")
            chip.setCheckable(True)
            chip.setMinimumWidth(chip.sizeHint().width() + px(10))  # chosen, its name is bold
            group.addButton(chip, i)
            self.chips.append(chip)
            chips.addWidget(chip)
            self.views.addWidget(view)
        chips.addStretch(1)
        self.views.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.views.setMinimumHeight(150)
        self._ask_room()
        group.idClicked.connect(self._view)
        self.chips[0].setChecked(True)
        top = column(head, self._bar, self.progress, self._komponen, self._predikat, gap=4)
        body = column(top, self.gates, self._unverified, chips, self.views, gap=6, margins=(14, 4, 14, 3))
        body.setStretchFactor(self.views, 1)
        self._whole = QScrollArea()  # scrolls only where a screen is too low for what is essential
        self._whole.setWidgetResizable(True)
        self._whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole.setWidget(panel(body, "content"))
        self.setLayout(row(self._whole, self.strip, gap=0))
        self.fold(False)

    @property
    def settled(self) -> bool:
        """False while the view below the gates still waits to be painted."""
        return not self._later.isActive()

    @property
    def is_folded(self) -> bool:
        return self._whole.isHidden()

    def fold(self, folded: bool) -> None:
        """To a strip with the total and the open gates, or back."""
        self._whole.setVisible(not folded)
        if folded and self._report is not None:
            self.strip.show_report(self._report)
        self.strip.setVisible(folded)
        self.setMinimumWidth(WIDTH if folded else _LEAST)
        self.setMaximumWidth(WIDTH if folded else _MOST)
        self._show_view()
        self.folded.emit()

    def _view(self, which: int) -> None:
        self.views.setCurrentIndex(which)
        self._ask_room()
        self._show_view()

    def _ask_room(self) -> None:
        """Only the view that is looked at: another one that is higher would make the whole panel scroll."""
        for i in range(self.views.count()):
            view = self.views.widget(i)
            assert view is not None
            shown = i == self.views.currentIndex()
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            view.setSizePolicy(policy, policy)

    def show_report(self, report: Report) -> None:
        score, prospect = report.score, outlook(report.lke, report.score, self._prospect)
        before, self._report, self._prospect = self._report, report, prospect
        if before is None or before.lke is not report.lke:
            self._points = sum((s.weight for s in report.lke.sections), Fraction(0))
            self._most.setText(f"/ {shortest(self._points)}")
        total = number(score.total)
        self.total.tell(total, self.tr("Nilai total {total}").format(total=total))
        glide = self._show_delta(report.evaluation.id, score.total)
        marks = tuple(
            (r.rule.id, g.gate.need) for r in report.predikat for g in r.gates if g.gate.id == "total"
        )
        self._bar.show_total(score.total, self._points, marks, prospect.total.best, glide=glide)
        self._show_progress(report, prospect)
        self._show_komponen(report, before)
        self._show_predikat(report, prospect)
        if self.is_folded:
            self.strip.show_report(report)
        if (
            before is None or before.evaluation.id != report.evaluation.id
        ):  # never another evaluation's advice beside this one's score
            self._show_view()
        else:
            self._later.start()

    def _show_view(self) -> None:
        """Only the view that is looked at is worked out."""
        report, prospect = self._report, self._prospect
        if report is None or prospect is None or self.is_folded:
            return
        if self.views.currentIndex() == 0:
            self.way.show_report(report)
        elif self.views.currentIndex() == 1:
            self.radar.show_report(report)
        else:
            self.areas.show_report(report, prospect)

    def _show_delta(self, evaluation_id: str, total: Fraction) -> bool:
        """True when the total of the same evaluation has changed."""
        before, self._before = self._before, (evaluation_id, total)
        if before is None or before[0] != evaluation_id:
            self.delta.clear()
            return False
        if before[1] == total:
            return False
        change = total - before[1]
        sign, ink = ("+", "met") if change > 0 else ("", "missed")
        self.delta.show_text(sign + number(change), ink)
        self._hide_delta.start()
        return True

    def _show_progress(self, report: Report, prospect: Outlook) -> None:
        done, of = report.score.answered, len(report.lke.questions)
        if done == of:
            text = self.tr("Lengkap: {done}/{of} soal dijawab").format(done=done, of=of)
        else:
            span = prospect.total
            text = self.tr("{done}/{of} dijawab; akhirnya antara {worst} dan {best}").format(
                done=done, of=of, worst=number(span.worst), best=number(span.best)
            )
        if text != self.progress.text():
            self.progress.setText(text)
            self.progress.setToolTip(text)

    def _show_komponen(self, report: Report, before: Report | None) -> None:
        roots = report.lke.sections
        if list(self.komponen) != [s.code for s in roots]:
            empty(self._komponen)
            links = WhyLinks(self.asked.emit, self)
            self.komponen = {}
            for section in roots:
                link = self.komponen[section.code] = links.add(WhyLink("why-quiet"))
                link.code = section.code
                self._komponen.addWidget(link)
            self._komponen.addStretch(1)
        told = before.score.sections if before is not None and before.lke is report.lke else {}
        for section in roots:
            points = report.score.sections[section.code]
            if points is not told.get(section.code):
                text = f"{calm(section.label)} {number(points)} / {shortest(section.weight)}"
                self.komponen[section.code].tell(text, text)

    def _show_predikat(self, report: Report, prospect: Outlook) -> None:
        while len(self._lines) < len(report.predikat):
            self._lines.append(PredikatLine())
            self._predikat.addWidget(self._lines[-1])
        for i, predikat_line in enumerate(self._lines):
            predikat_line.setVisible(i < len(report.predikat))
            if i < len(report.predikat):
                standing = prospect.of(report.predikat[i]) if prospect.open else None
                predikat_line.show_result(report.predikat[i], standing)
        self.gates.show_predikat(report.predikat, prospect)
        self._unverified.setVisible(any(not g.gate.verified for r in report.predikat for g in r.gates))


def _at_top(widget: QWidget) -> QWidget:
    return panel(column(widget, None), "content")
