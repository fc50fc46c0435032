"""The radar of the areas of one report, with last year's where it is known and agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from PySide6.QtCore import Qt

from zi_desktop.domain.areas import Area, areas_of, shares_of
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import score
from zi_desktop.ui.parts import calm
from zi_desktop.ui.radar import Radar, Series

_GATE_PENS = ((Qt.PenStyle.DotLine, "near"), (Qt.PenStyle.DashDotLine, "quiet"))


class AreaRadar(Radar):
    """``lke_of``: the form of an edition, for a last year that was scored on another one."""

    def __init__(self, lke_of: Callable[[str], Lke]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Radar area perubahan"))
        self._lke_of = lke_of
        self._form: tuple[Lke, tuple[Area, ...]] | None = None
        self._last: tuple[object, Mapping[int, Fraction] | None] = (None, None)
        self._last_answered = ""  # how much of last year there is, when it is not all

    def show_report(self, report: Report) -> None:
        if self._form is None or self._form[0] is not report.lke:
            self._form = (report.lke, areas_of(report.lke))
        areas = self._form[1]
        this_year = tuple(a.share(report.score) for a in areas)
        series = [Series(str(report.evaluation.year), this_year, "accent", Qt.PenStyle.SolidLine, "dot")]
        last = self._last_year(report, areas)
        if last is not None and report.previous is not None:
            shares = tuple(last.get(a.number) for a in areas)
            name = f"{report.previous.year}{self._last_answered}"
            series.append(Series(name, shares, "last", Qt.PenStyle.DashLine, "square"))
        for (pen, ink), result in zip(_GATE_PENS, report.predikat, strict=False):
            asked = tuple(a.gate_share(result.rule) for a in areas)
            if any(share is not None for share in asked):
                series.append(
                    Series(self.tr("syarat {predikat}").format(predikat=result.rule.id), asked, ink, pen)
                )
        self.show_series([f"{a.number} {calm(a.label)}" for a in areas], series)

    def _last_year(self, report: Report, areas: tuple[Area, ...]) -> Mapping[int, Fraction] | None:
        """Scored once for each state of last year's evaluation."""
        previous = report.previous
        if previous is None:
            return None
        key = (previous.id, previous.log_head, report.lke.id)
        if not previous.log_head or key != self._last[0]:
            lke = report.lke if previous.edition == report.lke.id else self._lke_of(previous.edition)
            result = score(lke, previous.cells)
            done, of = result.answered, len(lke.questions)
            self._last_answered = "" if done == of else f" ({done}/{of})"
            self._last = (key, shares_of(areas, lke, result))
        return self._last[1]
