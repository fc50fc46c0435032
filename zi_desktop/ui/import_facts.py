"""What was recognised in a file: its form, where its rows and cells went, and its own scores beside ours."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import Block, Origin, Reading
from zi_desktop.domain.report import Report
from zi_desktop.services.importing import ImportPlan, score_reading
from zi_desktop.services.importing_own import signer_in_words
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.import_counts import count_cells
from zi_desktop.ui.language import number, say
from zi_desktop.ui.layout_names import layout_name, skipped_name
from zi_desktop.ui.parts import button, empty, label

_SAME = Fraction(1, 10**6)


class ImportFacts(QFrame):
    """`explained` asks to see what explains a difference between the file's score and ours."""

    explained = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "framed")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.told: list[tuple[str, str]] = []
        """(name, words) of every line shown."""

    def show_reading(self, reading: Reading, plan: ImportPlan | None, lke: Lke) -> None:
        empty(self._grid)
        self.told = []
        self._say(self.tr("Bentuk"), f"{layout_name(reading.layout)} · {reading.edition}")
        self._origin(reading.origin)
        if reading.sheet:
            self._say(self.tr("Lembar"), ", ".join((reading.sheet, *reading.merged_sheets)))
        self._rows(reading)
        if plan and plan.official_texts:
            self._say(self.tr("Teks resmi"), self.tr("{n} soal baru").format(n=len(plan.official_texts)))
        written = {b.stage for b in plan.blocks} if plan else set()
        scored = score_reading(reading)
        for block, report in scored:
            renamed = plan is not None and len(scored) == 1 and block.stage not in written
            stage = plan.blocks[0].stage if plan and renamed else block.stage
            self._say(stage_tag(stage), self._where(plan, block) if plan else "")
            self._counts(lke, reading, block)
            self._claim(reading, block, report)

    def _origin(self, origin: Origin | None) -> None:
        """Whose signatures are on a file of ours, and whether anybody vouches for them."""
        if origin is None:
            return
        if origin.versions:
            self._say(self.tr("Versi"), self._version(origin))
        if not origin.signed_by:
            self._say(self.tr("Tanda tangan"), self.tr("tidak ada; siapa pun dapat mengubahnya"), "near")
        for place, one in enumerate(origin.signed_by):
            role = "met" if one.trusted else "near" if one.trusted is False else ""
            self._say("" if place else self.tr("Tanda tangan"), say(signer_in_words(one)), role)

    def _version(self, origin: Origin) -> str:
        versions = origin.versions
        words = self.tr("{n}, hasil akhir") if versions.final else self.tr("{n}, draf")
        return words.format(n=versions.number)

    def _rows(self, reading: Reading) -> None:
        rows = reading.rows
        sum_of_rows = self.tr("{rows} = {read} terbaca + {skipped} dilewati + {duplicates} ganda")
        self._say(
            self.tr("Baris"),
            sum_of_rows.format(
                rows=rows.rows,
                read=rows.read,
                skipped=sum(rows.skipped.values()),
                duplicates=rows.duplicates,
            ),
            "" if rows.balances else "missed",
        )
        told = [f"{count} {skipped_name(reason)}" for reason, count in rows.skipped.items() if count]
        if told:
            self._say("", self.tr("dilewati: {reasons}").format(reasons=", ".join(told)), "quiet")

    def _where(self, plan: ImportPlan, block: Block) -> str:
        """What becomes of the block's evaluation; the only block may have been given another stage."""
        planned = next((b for b in plan.blocks if b.stage is block.stage), plan.blocks[0])
        new = planned.evaluation_id is None
        where = self.tr("penilaian baru") if new else self.tr("penilaian yang ada")
        return self.tr("{where}: {n} berubah, {same} sama").format(
            where=where, n=len(planned.changes), same=planned.unchanged
        )

    def _counts(self, lke: Lke, reading: Reading, block: Block) -> None:
        counts = count_cells(lke, reading, block)
        more = [
            (counts.blank, self.tr("{n} kosong"), False),
            (counts.doubtful, self.tr("{n} meragukan"), True),
            (counts.refused, self.tr("{n} ditolak"), True),
            (counts.missing, self.tr("{n} tanpa baris"), True),
        ]
        parts = [self.tr("{n} terbaca").format(n=counts.read)]
        parts += [words.format(n=n) for n, words, _ in more if n]
        text = self.tr("{n} isian = {parts}").format(n=counts.cells, parts=" + ".join(parts))
        self._say("", text, "near" if any(n for n, _, look in more if look) else "")

    def _claim(self, reading: Reading, block: Block, report: Report) -> None:
        ours, claimed = report.score.total, block.file_scores.get("total")
        text = self.tr("Nilai di berkas {theirs}, hitungan program {ours}")
        if claimed is None:
            theirs = self.tr("tidak ada")
            self._say("", text.format(theirs=theirs, ours=number(ours)), "")
        else:
            self._say("", text.format(theirs=number(Fraction(claimed)), ours=number(ours)), "")
        differing = _differing(block, report)
        if not block.file_scores:
            return
        if not differing:
            self._say("", self.tr("sama dengan nilai di berkas"), "met")
            return
        if claimed is not None and (by := ours - Fraction(claimed)):
            sign = "+" if by > 0 else ""
            self._say("", self.tr("selisih {by}").format(by=sign + number(by)), "near")
        if reading.xray:
            words = self.tr("{n} nilai berbeda: lihat sebabnya").format(n=len(differing))
            self._add(button(words, self.explained.emit, role="link"), words)
        else:
            self._say(
                "", self.tr("{n} nilai berbeda tanpa sebab yang dikenal").format(n=len(differing)), "near"
            )

    def _say(self, name: str, text: str, role: str = "") -> None:
        line = self._grid.rowCount()
        self.told.append((name, text))
        self._grid.addWidget(label(name, "quiet"), line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label(text, role, wrap=True), line, 1)

    def _add(self, widget: QWidget, words: str) -> None:
        self.told.append(("", words))
        self._grid.addWidget(widget, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)


def _differing(block: Block, report: Report) -> list[str]:
    """Codes whose points in the file are not ours."""
    ours = {**report.score.sections, **report.score.questions, "total": report.score.total}
    return [
        code
        for code, points in block.file_scores.items()
        if code in ours and abs(Fraction(points) - ours[code]) > _SAME
    ]
