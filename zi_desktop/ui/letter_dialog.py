"""What is printed around the result: the agency's letterhead, this evaluation's letter, and the wording."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTabWidget, QWidget

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.letter import Assignment, LetterHead
from zi_desktop.domain.report import Report
from zi_desktop.services.letter import (
    letter_of,
    set_assignment,
    set_letter_head,
    set_wording,
    standing_texts,
)
from zi_desktop.ui.dialog import Dialog, form
from zi_desktop.ui.parts import button, column, label, row
from zi_desktop.ui.session import Session

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MARGINS = (16, 14, 16, 14)


class LetterDialog(Dialog):
    """Everything in it may stay empty: what is empty is not printed."""

    def __init__(self, parent: QWidget, session: Session, report: Report) -> None:
        super().__init__(parent, self.tr("Kop dan surat"), self.tr("Simpan"), width=660)
        self._session, self._evaluation = session, report.evaluation
        letter = letter_of(session.work, report.evaluation.id)
        self.head = {name: QLineEdit(text) for name, text in vars(letter.head).items() if name != "address"}
        self.address = QPlainTextEdit(letter.head.address)
        self.address.setFixedHeight(64)
        self.address.setTabChangesFocus(True)
        self.assignment = {name: QLineEdit(_shown(value)) for name, value in vars(letter.assignment).items()}
        self._wording = {name: letter.wording.get(name, text) for name, text in standing_texts().items()}
        self.passage, self.text = QComboBox(), QPlainTextEdit()
        self.tabs = QTabWidget()
        self.tabs.addTab(self._letter_tab(), self.tr("Surat penilaian ini"))
        self.tabs.addTab(self._head_tab(), self.tr("Kop instansi"))
        self.tabs.addTab(self._wording_tab(), self.tr("Redaksi laporan"))
        self.body.addWidget(label(self.tr("Yang dibiarkan kosong tidak dicetak."), "quiet", wrap=True))
        self.body.addWidget(self.tabs)
        self.assignment["number"].setFocus()

    def _letter_tab(self) -> QWidget:
        day = self.tr("misalnya 24-11-2026")
        for name in ("dated", "order_date", "first_day", "last_day"):
            self.assignment[name].setPlaceholderText(day)
        self.assignment["addressee"].setPlaceholderText(
            self.tr("Pimpinan {unit}").format(unit=self._evaluation.unit)
        )
        return _page(
            (self.tr("Nomor surat"), self.assignment["number"]),
            (self.tr("Tanggal surat"), self.assignment["dated"]),
            (self.tr("Kepada"), self.assignment["addressee"]),
            (self.tr("Nomor surat tugas"), self.assignment["order_number"]),
            (self.tr("Tanggal surat tugas"), self.assignment["order_date"]),
            (self.tr("Hari pertama evaluasi"), self.assignment["first_day"]),
            (self.tr("Hari terakhir evaluasi"), self.assignment["last_day"]),
        )

    def _head_tab(self) -> QWidget:
        self.head["number_pattern"].setPlaceholderText("LHE-{nomor}/ZI/{bulan}/{tahun}")
        self.head["office"].setPlaceholderText(self.tr("misalnya Inspektorat Jenderal"))
        return _page(
            (self.tr("Instansi"), self.head["agency"]),
            (self.tr("Unit pengawasan"), self.head["office"]),
            (self.tr("Alamat"), self.address),
            (self.tr("Tempat surat"), self.head["place"]),
            (self.tr("Pola nomor"), self.head["number_pattern"]),
            (self.tr("Jabatan pengirim"), self.head["signatory_role"]),
            (self.tr("Nama pengirim"), self.head["signatory_name"]),
            (self.tr("NIP pengirim"), self.head["signatory_nip"]),
        )

    def _wording_tab(self) -> QWidget:
        titles = {
            "surat_pembuka": self.tr("Surat: pembuka"),
            "surat_penutup": self.tr("Surat: penutup"),
            "dasar_hukum": self.tr("Dasar hukum"),
            "penugasan": self.tr("Penugasan"),
            "tujuan": self.tr("Tujuan"),
            "sasaran": self.tr("Sasaran"),
            "metodologi": self.tr("Metodologi"),
            "lingkup": self.tr("Lingkup dan batasan"),
            "penutup": self.tr("Penutup"),
        }
        for name in self._wording:
            self.passage.addItem(titles.get(name, name), name)
        self.passage.setAccessibleName(self.tr("Bagian laporan"))
        self.passage.currentIndexChanged.connect(self._show_passage)
        self.text.setAccessibleName(self.tr("Redaksi bagian ini"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._keep_passage)
        self._show_passage()
        hint = self.tr(
            "Penanda seperti {unit} diganti saat dicetak; kalimat yang penandanya kosong tidak dicetak."
        )
        self.restore = button(self.tr("Kembalikan redaksi asli"), self._restore, role="plain", glyph="undo")
        page = QWidget()
        page.setLayout(
            column(
                self.passage,
                self.text,
                label(hint, "quiet", wrap=True),
                row(self.restore, None),
                margins=_MARGINS,
            )
        )
        return page

    def _show_passage(self) -> None:
        self.text.setPlainText(self._wording[self.passage.currentData()])

    def _keep_passage(self) -> None:
        self._wording[self.passage.currentData()] = self.text.toPlainText()

    def _restore(self) -> None:
        self.text.setPlainText(standing_texts()[self.passage.currentData()])

    def confirm(self) -> bool:
        assignment = self._typed_assignment()
        head = LetterHead(
            address=self.address.toPlainText(), **{name: edit.text() for name, edit in self.head.items()}
        )
        kept = letter_of(self._session.work, self._evaluation.id).wording
        results = [
            self._session.do(set_assignment, self._evaluation.id, assignment),
            self._session.do(set_letter_head, head),
        ]
        for name, text in self._wording.items():
            if text.strip() != kept.get(name, standing_texts()[name]):
                results.append(self._session.do(set_wording, name, text))
        for result in results:
            if isinstance(result, ZiError):
                raise result
        return True

    def _typed_assignment(self) -> Assignment:
        text = {name: edit.text() for name, edit in self.assignment.items()}
        return Assignment(
            number=text["number"],
            dated=_day(text["dated"]),
            addressee=text["addressee"],
            order_number=text["order_number"],
            order_date=_day(text["order_date"]),
            first_day=_day(text["first_day"]),
            last_day=_day(text["last_day"]),
        )


def _page(*fields: tuple[str, QWidget]) -> QWidget:
    page = QWidget()
    layout = form(*fields)
    layout.setContentsMargins(*_MARGINS)
    page.setLayout(layout)
    return page


def _shown(value: str | dt.date | None) -> str:
    if isinstance(value, dt.date):
        return f"{value.day:02}-{value.month:02}-{value.year}"
    return value or ""


def _day(text: str) -> dt.date | None:
    if not text.strip():
        return None
    found = _DAY.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        return dt.date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise ZiError(
            "not-a-day",
            Text(f"“{text[:20]}” bukan tanggal", f"“{text[:20]}” is not a date"),
            remedy=Text(
                "Isi hari-bulan-tahun, misalnya 24-11-2026.", "Enter day-month-year, for example 24-11-2026."
            ),
        ) from None
