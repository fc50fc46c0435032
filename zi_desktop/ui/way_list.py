"""The way there: the fewest questions whose next better option would meet every open gate, as advice."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.domain.report import Report
from zi_desktop.domain.way import Advisor, Blocked, Obstacle, Step, Way
from zi_desktop.ui.gate_table import short_name
from zi_desktop.ui.language import distance, number, percent, say
from zi_desktop.ui.parts import button, column, empty, icon_button, label, panel, row

_ROWS = 12


class WayRow(QPushButton):
    """``A.I.5.i.b → B  +0,26``, and as much of the question as there is room for."""

    def __init__(self, step: str, question: str) -> None:
        super().__init__()
        self.setProperty("role", "way")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.step = step
        self._words = f"{step}   {question}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(0, self.width() - 12)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


class WayList(QWidget):
    """`chosen` tells the question of a row. Painted when somebody looks at it, after the score is."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self._advisor: tuple[object, Advisor] | None = None
        self._ways: tuple[Way, ...] = ()
        self._predikat = ""
        self._at = 0
        self.head = label("", "accent", wrap=True)
        self._advice = label(
            self.tr(
                "Saran untuk rekomendasi, bukan nilai. Satu langkah: pilihan berikutnya, atau persen ke "
                "kelipatan 25 berikutnya."
            ),
            "quiet",
            wrap=True,
        )
        self._other = button("", self._switch, role="link")
        self._before = icon_button("back", self.tr("Jalan sebelumnya"), lambda: self._turn(-1), small=True)
        self._place = label("", "quiet")
        self._after = icon_button("next", self.tr("Jalan lain"), lambda: self._turn(1), small=True)
        for widget in (self._other, self._before, self._place, self._after):
            widget.hide()
        self._rows: QVBoxLayout = column(gap=0)
        self.rows: list[WayRow] = []
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(panel(column(self._rows, self._advice, None, gap=6), "content"))
        top = row(self.head, self._before, self._place, self._after, self._other, gap=2)
        top.setStretch(0, 1)
        self.setLayout(column(top, area, gap=4))

    def sizeHint(self) -> QSize:
        return QSize(280, 240)

    def show_report(self, report: Report) -> None:
        """Find the ways anew. At the predikat that is next, unless a person chose the other."""
        if self._advisor is None or self._advisor[0] is not report.lke:
            self._advisor = (report.lke, Advisor(report.lke))
        same = self._report is not None and self._report.evaluation.id == report.evaluation.id
        self._report = report
        ways = self._advisor[1].ways(report.evaluation.cells, report.score, report.predikat)
        if same and ways == self._ways:
            return
        self._ways, self._at = ways, 0
        if not same or self._predikat not in [w.predikat for w in ways]:
            unmet = [p.rule.id for p in report.predikat if not p.met]
            self._predikat = next(iter(unmet), report.predikat[-1].rule.id)
        self._paint()

    @property
    def way(self) -> Way:
        return next(w for w in self._ways if w.predikat == self._predikat)

    def _switch(self) -> None:
        names = [w.predikat for w in self._ways]
        self._predikat = names[(names.index(self._predikat) + 1) % len(names)]
        self._at = 0
        self._paint()

    def _turn(self, by: int) -> None:
        self._at = (self._at + by) % max(1, len(self.way.sets))
        self._paint()

    def _paint(self) -> None:
        way = self.way
        empty(self._rows)
        self.rows = []
        names = [w.predikat for w in self._ways]
        self._other.setVisible(len(names) > 1)
        self._other.setText(names[(names.index(way.predikat) + 1) % len(names)])
        self._other.setAccessibleName(self.tr("Jalan ke {predikat}").format(predikat=self._other.text()))
        several = len(way.sets) > 1
        for widget in (self._before, self._after, self._place):
            widget.setVisible(several)
        self._place.setText(f"{self._at + 1}/{len(way.sets)}")
        steps = way.sets[self._at] if way.sets else ()
        self.head.setText(self._headline(way, steps))
        for blocked in way.blocked:
            self._rows.addWidget(label(self._obstacle(blocked), "near", wrap=True))
        if steps and way.blocked:
            self._rows.addWidget(label(self.tr("Untuk syarat lainnya:"), "quiet"))
        for step in steps[:_ROWS]:
            self._rows.addWidget(self._row(step))
        if len(steps) > _ROWS:
            self._rows.addWidget(label(self.tr("dan {n} soal lagi").format(n=len(steps) - _ROWS), "quiet"))
        if not way.smallest:
            self._rows.addWidget(label(self.tr("Mungkin ada yang lebih sedikit."), "quiet", wrap=True))
        self._advice.setVisible(bool(steps))

    def _headline(self, way: Way, steps: tuple[Step, ...]) -> str:
        if steps:
            points = sum((s.points for s in steps), Fraction(0))
            text = self.tr("{predikat}: {n} soal, +{points}")
            return text.format(predikat=way.predikat, n=len(steps), points=number(points))
        if way.blocked:
            return self.tr("{predikat}: belum ada jalan").format(predikat=way.predikat)
        return self.tr("{predikat}: semua syarat terpenuhi").format(predikat=way.predikat)

    def _obstacle(self, blocked: Blocked) -> str:
        words = {
            Obstacle.OPEN: self.tr("{gate}: hanya dengan soal yang masih terbuka"),
            Obstacle.SURVEY: self.tr("{gate}: hanya dengan indeks survei yang lebih tinggi"),
            Obstacle.OPEN_AND_SURVEY: self.tr("{gate}: hanya dengan soal yang terbuka dan survei"),
            Obstacle.FAR: self.tr("{gate}: satu langkah tiap soal tidak cukup, masih kurang {points}"),
        }[blocked.obstacle]
        return words.format(gate=short_name(say(blocked.gate.gate.label)), points=distance(blocked.missing))

    def _row(self, step: Step) -> WayRow:
        assert self._report is not None
        then = step.label or percent(step.after)
        question = self._report.lke.question_by_code[step.code].text
        result = WayRow(f"{step.code} → {then}   +{number(step.points)}", question)
        result.clicked.connect(lambda *_: self.chosen.emit(step.code))
        said = self.tr("Ke soal {code}: {text}; dari {before} ke {after}, menambah {points} poin").format(
            code=step.code,
            text=question,
            before=number(step.before),
            after=number(step.after),
            points=number(step.points),
        )
        result.setAccessibleName(said)
        result.setToolTip(said)
        self.rows.append(result)
        return result
