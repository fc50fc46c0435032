"""The panel that never scrolls away: the total, what is still open, and every gate."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QScrollArea, QWidget

from zi_desktop.domain.lke import Level, Section
from zi_desktop.domain.predikat import PredikatResult
from zi_desktop.domain.report import Report
from zi_desktop.ui.gate_table import ElidedLabel, GateTable
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.language import number, say, shortest
from zi_desktop.ui.parts import calm, column, empty, label, line, panel, picture, row, set_role
from zi_desktop.ui.total_bar import TotalBar

_DELTA_MS = 2500


class PredikatLine(QWidget):
    """``✓ WBK memenuhi semua syarat`` or ``✗ WBBM 3 syarat lagi``."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = picture("check", "met")
        self._name = label("", "accent")
        self.state = label("")
        self.setLayout(row(self._icon, self._name, None, self.state))

    def show_result(self, result: PredikatResult) -> None:
        ink = "met" if result.met else "missed"
        self._icon.setPixmap(pixmap("check" if result.met else "cross", ink))
        self._name.setText(result.rule.id)
        set_role(self._name, ink)
        open_gates = len(result.open)
        text = (
            self.tr("memenuhi semua syarat")
            if result.met
            else self.tr("{n} syarat lagi").format(n=open_gates)
        )
        if result.met and result.rule.requires:
            text = self.tr("memenuhi, bila sudah {predikat}").format(predikat=result.rule.requires)
        self.state.setText(text)
        self.setToolTip(say(result.rule.label))
        self.setAccessibleName(f"{result.rule.id}: {text}")


class ScorePanel(QFrame):
    """Paints one report; a change shows its delta once."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAccessibleName(self.tr("Nilai"))
        self._before: tuple[str, Fraction] | None = None
        self._shape: object = None
        self.total = label("", "total")
        self._most = label("", "quiet")
        self.delta = label("")
        self._bar = TotalBar()
        self.progress = label("", "quiet")
        self._lines: list[PredikatLine] = []
        self._predikat = column(gap=2)
        self.gates = GateTable()
        self._unverified = label(self.tr("* ambang belum terverifikasi"), "quiet", wrap=True)
        self._sections = QGridLayout()
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setVerticalSpacing(6)
        self._sections.setHorizontalSpacing(12)
        self._sections.setColumnStretch(0, 1)
        self._scores: dict[str, tuple[QLabel, QProgressBar]] = {}
        self._hide_delta = QTimer(self, singleShot=True, interval=_DELTA_MS)
        self._hide_delta.timeout.connect(self.delta.clear)
        self._put_together()

    def _put_together(self) -> None:
        figures = row(self.total, self._most, None, self.delta, gap=6)
        for widget in (self._most, self.delta):
            figures.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)
            widget.setContentsMargins(0, 0, 0, 7)
        body = panel(
            column(
                figures,
                self._bar,
                self.progress,
                6,
                self._predikat,
                line(),
                self.gates,
                self._unverified,
                line(),
                self._sections,
                None,
                gap=6,
                margins=(16, 8, 16, 12),
            ),
            "content",
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        self.setLayout(column(area))

    def show_report(self, report: Report) -> None:
        score, most = report.score, sum((s.weight for s in report.lke.sections), Fraction(0))
        self.total.setText(number(score.total))
        self.total.setAccessibleName(self.tr("Nilai total {total}").format(total=number(score.total)))
        self._most.setText(f"/ {shortest(most)}")
        self._show_delta(report.evaluation.id, score.total)
        marks = tuple(
            (r.rule.id, g.gate.need) for r in report.predikat for g in r.gates if g.gate.id == "total"
        )
        self._bar.show_total(score.total, most, marks)
        self._show_progress(report)
        self._show_predikat(report)
        self._show_sections(report)

    def _show_delta(self, evaluation_id: str, total: Fraction) -> None:
        before, self._before = self._before, (evaluation_id, total)
        if before is None or before[0] != evaluation_id:
            self.delta.clear()
            return
        if before[1] == total:
            return
        change = total - before[1]
        self.delta.setText(("+" if change > 0 else "") + number(change))
        set_role(self.delta, "met" if change > 0 else "missed")
        self._hide_delta.start()

    def _show_progress(self, report: Report) -> None:
        done, of = report.score.answered, len(report.lke.questions)
        text = (
            self.tr("Lengkap: {done}/{of} soal dijawab")
            if done == of
            else self.tr("Belum lengkap: {done}/{of} soal dijawab")
        )
        self.progress.setText(text.format(done=done, of=of))

    def _show_predikat(self, report: Report) -> None:
        while len(self._lines) < len(report.predikat):
            self._lines.append(PredikatLine())
            self._predikat.addWidget(self._lines[-1])
        for i, predikat_line in enumerate(self._lines):
            predikat_line.setVisible(i < len(report.predikat))
            if i < len(report.predikat):
                predikat_line.show_result(report.predikat[i])
        self.gates.show_predikat(report.predikat)
        self._unverified.setVisible(any(not g.gate.verified for r in report.predikat for g in r.gates))

    def _show_sections(self, report: Report) -> None:
        shape = (report.lke.id,)
        if shape != self._shape:
            self._shape = shape
            self._build_sections(report)
        for code, (figure, bar) in self._scores.items():
            section = report.lke.section_by_code[code]
            points = report.score.sections[code]
            figure.setText(f"{number(points)} / {shortest(section.weight)}")
            bar.setValue(int(points / section.weight * 1000))

    def _build_sections(self, report: Report) -> None:
        empty(self._sections)
        self._scores = {}
        wanted = [s for root in report.lke.sections for s in (root, *_below(root))]
        for i, section in enumerate(wanted):
            name = ElidedLabel("" if section.level is Level.KOMPONEN else "quiet")
            text = f"{section.code} {calm(section.label)}"
            name.tell(text, text)
            name.setFixedHeight(20)
            figure = label("", "" if section.level is Level.KOMPONEN else "quiet")
            bar = QProgressBar()
            bar.setRange(0, 1000)
            bar.setTextVisible(False)
            bar.setFixedWidth(56)
            bar.setAccessibleName(text)
            self._scores[section.code] = (figure, bar)
            self._sections.addWidget(name, i, 0)
            self._sections.addWidget(bar, i, 1)
            self._sections.addWidget(figure, i, 2, Qt.AlignmentFlag.AlignRight)


def _below(root: Section) -> tuple[Section, ...]:
    """The parts of a komponen, unless they are so many that the gates show them anyway."""
    return root.sections if len(root.sections) <= 3 else ()
