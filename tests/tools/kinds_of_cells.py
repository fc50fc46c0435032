"""A workbook with one of every kind of cell, and what stands around cells without being one."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

LONG = "kata panjang é " * 2184


def kinds_of_cells() -> bytes:
    """The bytes of an .xlsx; its sheet is ``Nilai 1``."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False})
    sheet = book.add_worksheet("Nilai 1")
    for row, write in enumerate((_numbers, _texts, _formulas, _links, _repeats)):
        write(book, sheet, 2 + 10 * row)
    sheet.merge_range(60, 1, 62, 3, "gabungan")
    sheet.write_comment(2, 0, "komentar, bukan isi")
    sheet.insert_textbox(2, 12, "gambar, bukan isi")
    book.add_chart({"type": "bar"})
    hidden = book.add_worksheet("Tersembunyi")
    hidden.write(0, 0, "x")
    hidden.hide()
    book.add_worksheet("Kosong")
    book.close()
    return buffer.getvalue()


def _numbers(book: Any, sheet: Any, row: int) -> None:
    numbers = (0, -1, 7, 3.72, 0.1, 1e-7, 1.5e300, 123456789.25, 536870911, 536870912, -0.005, 1 / 3)
    for column, number in enumerate(numbers):
        sheet.write_number(row, column, number)
    for column, (form, number) in enumerate(
        (("0%", 0.87), ("0.00", 3.14159), ('"Rp" #,##0', 1234567), ("@", 5))
    ):
        sheet.write_number(row + 1, column, number, book.add_format({"num_format": form}))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_datetime(row + 2, 0, date(2025, 3, 31), day)
    sheet.write_datetime(
        row + 2, 1, datetime(2025, 3, 31, 13, 45), book.add_format({"num_format": "dd/mm/yy hh:mm"})
    )
    sheet.write_datetime(row + 2, 2, time(6, 0), book.add_format({"num_format": "hh:mm"}))
    sheet.write_boolean(row + 2, 3, True)
    sheet.write_boolean(row + 2, 4, False)


def _texts(book: Any, sheet: Any, row: int) -> None:
    texts = (
        *("007", "3,72", "TRUE", "12%", "1.", "=1+1", "'petik", "#N/A", "a  b   c", " depan", "belakang "),
        *("baris 1\nbaris 2\n\nbaris 4", "tab\tdi dalam", "é ≥ – 日本 😀", "<b>&amp;</b>", LONG),
    )
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text)
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(row + 1, 0, "awal ", bold, "tebal", " akhir ≥")
    sheet.write_rich_string(row + 1, 1, bold, "tebal\n", "baris dua")
    for number in range(200):  # shared strings that run over several records
        sheet.write_string(100 + number, 0, f"{number} {'panjang ≥ ' if number % 2 else 'panjang '}" * 9)


def _formulas(_: Any, sheet: Any, row: int) -> None:
    made: tuple[tuple[str, Any], ...] = (
        ("SUM(A3:C3)", 6), ('IF(A3=0,"ya""ya",-B3%)', 'ya"ya'), ("AVERAGE(A3:A5,$B$3,C$3)*2^3", 8),
        ('"a"&D13', "aTRUE"), ("1/0", "#DIV/0!"), ("NA()", "#N/A"), ("(A3+B3)*-C3", 7), ("A3>=B3", True),
        ("ROUND(D3,1)", 3.7), ("Tersembunyi!A1", "x"), ('COUNTIF(A13:C13,"<>x")', 3),
        ('IF(A3="","","")', ""), ("MIN(1,A3/C3)", 0), ("VLOOKUP(1,A3:B5,2,FALSE)", "#N/A"),
        ('IF(OR(A3="",B3<>1.5),TRUE,FALSE)', True), ("CHOOSE(2,A3,B3)", -1), ("SUM('Nilai 1'!A3:B3)", -1),
    )  # fmt: skip
    for column, (formula, value) in enumerate(made):
        sheet.write_formula(row, column, f"={formula}", None, value)
    for number in range(6):  # LibreOffice stores these as one shared formula
        sheet.write_formula(row + 1 + number, 0, f"=A{row + 1}*B$3+$C3", None, 0)


def _links(_: Any, sheet: Any, row: int) -> None:
    sheet.write_url(row, 0, "https://contoh.example/a?b=1&c=d#bagian", None, "Tautan")
    sheet.write_url(row, 1, "https://contoh.example/é", None, "https://contoh.example/é")
    sheet.write_url(row, 2, "mailto:uji@contoh.example", None, "surat")
    sheet.write_url(row, 3, "internal:'Kosong'!A1", None, "dalam")
    sheet.write_formula(row, 4, '=HYPERLINK("https://contoh.example/x","lihat")', None, "lihat")


def _repeats(_: Any, sheet: Any, row: int) -> None:
    """Equal neighbours, which .ods writes once with a count."""
    for line in range(row, row + 8):
        for column in range(10):
            sheet.write_string(line, column, "sama")
        sheet.write_number(line, 200, 5)
