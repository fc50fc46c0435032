"""One figure over the years as a small line; what it shows is said in words as well."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.language import percent
from zi_desktop.ui.theme import color, px

_NAME, _YEARS = 20, 16
Points = tuple[tuple[int, Fraction], ...]
Marks = tuple[tuple[str, Fraction], ...]


class TrendChart(QWidget):
    """Shares 0…1 by year; ``marks`` are (predikat, share) of the minimums, drawn as dashed lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name = ""
        self._points: Points = ()
        self._marks: Marks = ()

    def show_trend(self, name: str, points: Points, marks: Marks) -> None:
        self._name, self._points, self._marks = name, points, marks
        years = ", ".join(f"{year} {percent(share)}" for year, share in points)
        needs = ", ".join(f"{predikat} {percent(share)}" for predikat, share in marks)
        none = self.tr("belum ada nilai")
        told = self.tr("{name}: {years}").format(name=name, years=years or none)
        asked = self.tr("Syarat: {needs}").format(needs=needs) if needs else ""
        self.setAccessibleName(told)
        self.setAccessibleDescription(asked)
        self.setToolTip(f"{told}\n{asked}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 92)

    def minimumSizeHint(self) -> QSize:
        return QSize(84, 76)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(px(12))
        painter.setFont(font)
        self._paint_name(painter)
        room = QRectF(4, _NAME + 6, self.width() - 8, self.height() - _NAME - _YEARS - 12)
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        for _, share in self._marks:
            painter.setPen(QPen(color("edge"), 1, Qt.PenStyle.DashLine))
            y = room.bottom() - float(share) * room.height()
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        self._paint_points(painter, room)
        painter.end()

    def _paint_name(self, painter: QPainter) -> None:
        last = percent(self._points[-1][1].limit_denominator(10**6)) if self._points else "–"
        metrics, side = painter.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        head = QRectF(4, 0, self.width() - 8, _NAME)
        painter.setPen(color("text"))
        painter.drawText(head, side | Qt.AlignmentFlag.AlignRight, last)
        head.setWidth(head.width() - metrics.horizontalAdvance(last) - 8)
        painter.setPen(color("quiet"))
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, int(head.width()))
        painter.drawText(head, side, name)

    def _paint_points(self, painter: QPainter, room: QRectF) -> None:
        if not self._points:
            return
        first, last = self._points[0][0], self._points[-1][0]
        wide = room.width() - 16
        places = [
            QPointF(
                room.left() + 8 + wide * ((year - first) / (last - first) if last > first else 0.5),
                room.bottom() - float(share) * room.height(),
            )
            for year, share in self._points
        ]
        painter.setPen(QPen(color("accent"), 2))
        painter.drawPolyline(places)
        painter.setBrush(color("accent"))
        for place in places:
            painter.drawEllipse(place, 2.5, 2.5)
        painter.setPen(color("quiet"))
        years = QRectF(room.left(), room.bottom() + 2, room.width(), _YEARS)
        if last == first:
            painter.drawText(years, Qt.AlignmentFlag.AlignHCenter, str(first))
            return
        painter.drawText(years, Qt.AlignmentFlag.AlignLeft, str(first))
        painter.drawText(years, Qt.AlignmentFlag.AlignRight, str(last))
