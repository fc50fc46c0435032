"""The file's own arithmetic, judged, as plain text that an evaluator can pass on to who filled it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from zi_desktop.domain.reading import Reading
from zi_desktop.services.importing import score_reading
from zi_desktop.ui.language import number, say
from zi_desktop.ui.layout_names import layout_name
from zi_desktop.ui.message import sentence


def xray_report(reading: Reading, file_name: str) -> str:
    """One numbered entry per cell that lies: sheet and cell, what is wrong, what to do."""
    title = QCoreApplication.translate("XrayReport", "Pemeriksaan berkas {file}").format(file=file_name)
    about = [part for part in (reading.unit, str(reading.year or "")) if part]
    lines = [title, "=" * len(title)]
    if about:
        lines.append(" · ".join(about))
    lines.append(
        QCoreApplication.translate("XrayReport", "Lembar {sheet}, {layout}, edisi {edition}").format(
            sheet=reading.sheet or "–", layout=layout_name(reading.layout), edition=reading.edition
        )
    )
    lines.append("")
    for block, report in score_reading(reading):
        claimed = block.file_scores.get("total")
        theirs = (
            QCoreApplication.translate("XrayReport", "tidak ada")
            if claimed is None
            else number(Fraction(claimed))
        )
        lines.append(
            QCoreApplication.translate(
                "XrayReport", "{stage}: nilai di berkas {theirs}, hitungan ulang {ours}"
            ).format(stage=say(block.stage.label), theirs=theirs, ours=number(report.score.total))
        )
    lines.append("")
    for at, issue in enumerate(reading.xray, start=1):
        lines.append(f"{at}. {issue.where or '–'}")
        lines.append(f"   {sentence(issue.message, issue.remedy)}")
    if not reading.xray:
        lines.append(QCoreApplication.translate("XrayReport", "Tidak ada sel yang menyimpang."))
    return "\n".join(lines) + "\n"
