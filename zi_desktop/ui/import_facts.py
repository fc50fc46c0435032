"""What was recognised in a file: layout, edition, the sum of its rows, and its scores against ours."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from zi_desktop.domain.reading import Reading
from zi_desktop.services.importing import BlockPlan, ImportPlan
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.language import number
from zi_desktop.ui.parts import empty, label

_SAME = Fraction(1, 10**6)


class ImportFacts(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "framed")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_plan(self, reading: Reading, plan: ImportPlan | None) -> None:
        empty(self._grid)
        self._say(self.tr("Bentuk"), f"{reading.layout} · {reading.edition}")
        rows = reading.rows
        self._say(
            self.tr("Baris"),
            self.tr("{rows} = {read} terbaca + {skipped} dilewati + {duplicates} ganda").format(
                rows=rows.rows,
                read=rows.read,
                skipped=sum(rows.skipped.values()),
                duplicates=rows.duplicates,
            ),
            "" if rows.balances else "missed",
        )
        told = [f"{count} {self._reason(reason)}" for reason, count in rows.skipped.items() if count]
        if told:
            self._say("", self.tr("dilewati: {reasons}").format(reasons=", ".join(told)), "quiet")
        for block in plan.blocks if plan else ():
            self._block(block)

    def _block(self, block: BlockPlan) -> None:
        report = block.report
        where = self.tr("penilaian baru") if block.evaluation_id is None else self.tr("penilaian yang ada")
        self._say(
            stage_tag(block.stage),
            self.tr("{where}: {n} berubah, {same} sama").format(
                where=where, n=len(block.changes), same=block.unchanged
            ),
        )
        self._say(
            "",
            self.tr("{done}/{of} dijawab, nilai {total}").format(
                done=report.score.answered, of=len(report.lke.questions), total=number(report.score.total)
            ),
        )
        file_total = block.file_scores.get("total")
        if file_total is None:
            return
        theirs = Fraction(file_total)
        if abs(theirs - report.score.total) < _SAME:
            self._say("", self.tr("sama dengan nilai di berkas"), "met")
        else:
            text = self.tr("nilai di berkas {total}: lihat alasannya di bawah")
            self._say("", text.format(total=number(theirs)), "near")

    def _reason(self, reason: str) -> str:
        return {
            "header": self.tr("kepala"),
            "section": self.tr("judul"),
            "total": self.tr("jumlah"),
            "group": self.tr("kelompok"),
            "sum-row": self.tr("baris penjumlahan"),
            "leftover": self.tr("sisa"),
            "signature": self.tr("tanda tangan"),
            "remark": self.tr("keterangan"),
            "doubtful": self.tr("meragukan"),
            "unknown": self.tr("tidak dikenal"),
        }.get(reason, reason)

    def _say(self, name: str, text: str, role: str = "") -> None:
        line = self._grid.rowCount()
        title: QLabel = label(name, "quiet")
        self._grid.addWidget(title, line, 0)
        self._grid.addWidget(label(text, role, wrap=True), line, 1)
