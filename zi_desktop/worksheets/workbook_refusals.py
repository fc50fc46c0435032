"""Why a file is not read: one error for each kind of trouble, with what to do about it."""

from __future__ import annotations

from typing import NoReturn

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.reading import AnswersUnnamed, Reading

_WORDING = "tree"
_MOST_COLUMNS = 8
_LONGEST_HEADER = 40
_RESAVE = Text(
    "Buka berkas dengan Excel atau LibreOffice, simpan sebagai Excel (.xlsx), lalu coba lagi.",
    "Open the file in Excel or LibreOffice, save it as Excel (.xlsx) and try again.",
)


def refuse_hostile(name: str) -> NoReturn:
    """ZiError ``hostile-file``: built to exhaust or to mislead the program that opens it."""
    _refuse(
        "hostile-file",
        Text(
            "Berkas ini disusun untuk mengganggu program", "This file is built to harm programs that open it"
        ),
        name,
        Text(
            "Jangan dibuka dengan program lain. Minta berkas baru dari pengirimnya.",
            "Do not open it elsewhere. Ask the sender for a new file.",
        ),
    )


def refuse_too_large(name: str) -> NoReturn:
    """ZiError ``too-large``: an LKE is a few hundred rows, never this much."""
    _refuse(
        "too-large",
        Text("Berkas terlalu besar untuk sebuah LKE", "The file is too large for an LKE"),
        name,
        Text(
            "Batasnya 25 MB dan satu lembar LKE. Hapus gambar dan lembar lain, lalu simpan ulang.",
            "The limit is 25 MB and one LKE sheet. Remove pictures and other sheets and save again.",
        ),
    )


def refuse_broken(name: str, part: str = "") -> NoReturn:
    """ZiError ``broken-file``: cut off or damaged."""
    _refuse(
        "broken-file",
        Text("Berkas rusak atau terpotong", "The file is damaged or cut off"),
        f"{name}: {part}" if part else name,
        Text(
            "Salin atau unduh ulang berkasnya. Bila terbuka di Excel, simpan ulang dari sana.",
            "Copy or download it again. If Excel opens it, save it again from there.",
        ),
    )


def refuse_encrypted(name: str) -> NoReturn:
    """ZiError ``encrypted-file``: a password is needed to open it."""
    _refuse(
        "encrypted-file",
        Text("Berkas dikunci dengan kata sandi", "The file is locked with a password"),
        name,
        Text(
            "Buka di Excel dengan kata sandinya, hapus kata sandi, simpan, lalu coba lagi.",
            "Open it in Excel with its password, remove the password, save and try again.",
        ),
    )


def refuse_not_a_worksheet(name: str) -> NoReturn:
    """ZiError ``not-a-worksheet``: a sound file without an LKE in it."""
    _refuse(
        "not-a-worksheet",
        Text("Tidak ada lembar LKE di berkas ini", "There is no LKE sheet in this file"),
        name,
        Text(
            "Pilih berkas yang memuat lembar LKE dengan judul kolom Penilaian, Pilihan Jawaban, dan Jawaban.",
            "Choose a file with an LKE sheet: columns headed Penilaian, Pilihan Jawaban and Jawaban.",
        ),
    )


def refuse_answers_unnamed(reading: Reading, where: str, questions: int) -> NoReturn:
    """AnswersUnnamed with the columns that may be meant: those nobody recognised, then those of the form."""
    own = [c for c in reading.columns if c.meaning != _WORDING]
    unknown = [c for c in own if not c.meaning] or own
    seen = ", ".join(f"{c.column} “{_cut(c.header)}”" for c in unknown[:_MOST_COLUMNS])
    more = f", … (+{len(unknown) - _MOST_COLUMNS})" if len(unknown) > _MOST_COLUMNS else ""
    raise AnswersUnnamed(
        reading,
        Text(
            f"{questions} soal LKE dikenali, tetapi tidak ada kolom yang berjudul Jawaban. "
            f"Kolom lain yang ada: {seen or 'tidak ada'}{more}",
            f"{questions} LKE questions were recognised, but no column is headed Jawaban (answers). "
            f"Other columns there are: {seen or 'none'}{more}",
        ),
        where=where,
        remedy=Text(
            "Sebutkan di Pemetaan, di jendela impor, kolom mana yang berisi jawaban; atau beri judul Jawaban "
            "pada kolom itu.",
            "Say in Mapping, in the import window, which column holds the answers; or head that column "
            "Jawaban.",
        ),
    )


def _cut(header: str) -> str:
    return header if len(header) <= _LONGEST_HEADER else header[: _LONGEST_HEADER - 1] + "…"


def refuse_empty(name: str) -> NoReturn:
    """ZiError ``empty-file``."""
    _refuse(
        "empty-file",
        Text("Berkas kosong (0 byte)", "The file is empty (0 bytes)"),
        name,
        Text(
            "Minta berkas aslinya; salinan ini tidak berisi apa pun.",
            "Ask for the original; this copy holds nothing.",
        ),
    )


def refuse_kind(name: str, kind: Text) -> NoReturn:
    """ZiError ``not-a-worksheet`` for a file that is something else: ``kind`` says what."""
    message = Text(f"Berkas ini {kind.id}, bukan lembar kerja", f"This file is {kind.en}, not a worksheet")
    _refuse("not-a-worksheet", message, name, _RESAVE)


def _refuse(code: str, message: Text, name: str, remedy: Text) -> NoReturn:
    raise ZiError(code, message, where=name, remedy=remedy)
