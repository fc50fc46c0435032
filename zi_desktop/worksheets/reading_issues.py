"""What a reading may say of a worksheet: one function per code, all words in one place."""

from __future__ import annotations

from zi_desktop.domain.errors import NO_TEXT, Issue, Severity, Text, ZiError
from zi_desktop.domain.lke import Question

_CHECK = Text("Periksa baris itu di berkasnya.", "Look at that row in the file.")


def short(text: str) -> str:
    """One line of at most 40 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def refused(error: ZiError, where: str, question: str) -> Issue:
    """A value outside the question's own scale: left unanswered, never bent."""
    message = Text(
        f"{error.message.id}; jawabannya dibiarkan kosong", f"{error.message.en}; the answer is left blank"
    )
    return Issue(error.code, Severity.ERROR, message, where, error.remedy, question)


def error_cell(where: str, value: str, question: str = "", reason: Text = NO_TEXT) -> Issue:
    because = Text(f": {reason.id}", f": {reason.en}") if reason.id else NO_TEXT
    return Issue(
        "error-cell",
        Severity.ERROR if question else Severity.WARNING,
        Text(f"Sel berisi galat {value}{because.id}", f"The cell holds the error {value}{because.en}"),
        where,
        Text("Perbaiki rumusnya atau ketik nilainya.", "Mend the formula or type the value."),
        question,
    )


def missing_question(sheet: str, question: Question) -> Issue:
    return Issue(
        "missing-question",
        Severity.WARNING,
        Text(
            f"Baris soal {question.code} tidak ditemukan: {short(question.text)}",
            f"No row found for question {question.code}: {short(question.text)}",
        ),
        sheet,
        Text(
            "Jawab langsung di program, atau periksa apakah barisnya terhapus.",
            "Answer it in the program, or see whether its row was deleted.",
        ),
        question.code,
    )


def missing_count(sheet: str, code: str, question: str) -> Issue:
    return Issue(
        "missing-question",
        Severity.WARNING,
        Text(f"Baris isian {code} tidak ditemukan", f"No row found for the count {code}"),
        sheet,
        _CHECK,
        question,
    )


def doubtful_row(where: str, question: str, code: str) -> Issue:
    return Issue(
        "doubtful-row",
        Severity.ERROR,
        Text(
            f"Baris ini mungkin {code}, tetapi bunyinya tidak meyakinkan; jawabannya tidak diambil",
            f"This row may be {code}, but its wording is not convincing; its answer is not taken",
        ),
        where,
        _CHECK,
        question,
    )


def unknown_row(where: str, text: str) -> Issue:
    return Issue(
        "unknown-row",
        Severity.WARNING,
        Text(
            f"Baris tidak dikenal, tidak dibaca: “{short(text)}”", f"Unknown row, not read: “{short(text)}”"
        ),
        where,
        _CHECK,
    )


def correction_not_used(where: str, code: str) -> Issue:
    return Issue(
        "correction-not-used",
        Severity.WARNING,
        Text(
            f"Pemetaan baris ini ke “{short(code)}” tidak dipakai: baris atau kodenya tidak ada, atau kodenya"
            " sudah dipetakan ke baris lain",
            f"The mapping of this row to “{short(code)}” was not used: there is no such row or code, or the"
            " code was mapped to another row already",
        ),
        where,
        Text("Periksa pemetaan barisnya.", "Check the mapping of rows."),
    )


def unplaced_cell(where: str, text: str) -> Issue:
    return Issue(
        "unplaced-cell",
        Severity.WARNING,
        Text(
            f"Isian di luar baris soal tidak dibaca: “{short(text)}”",
            f"Filled in outside the rows of questions, not read: “{short(text)}”",
        ),
        where,
        Text("Pindahkan isinya ke baris soalnya.", "Move it to the row of its question."),
    )


def duplicate_row(where: str, question: str, *, conflict: bool) -> Issue:
    if conflict:
        message = Text(
            f"Soal {question} ada dua kali dengan jawaban berbeda; tidak ada yang diambil",
            f"Question {question} stands twice with different answers; neither is taken",
        )
    else:
        message = Text(f"Soal {question} ada dua kali", f"Question {question} stands twice")
    severity = Severity.ERROR if conflict else Severity.INFO
    return Issue("duplicate-row", severity, message, where, _CHECK, question)


def unknown_column(where: str, title: str, filled: int) -> Issue:
    name = (
        Text(f"“{short(title)}”", f"“{short(title)}”") if title else Text("tanpa judul", "without a header")
    )
    return Issue(
        "unknown-column",
        Severity.WARNING,
        Text(
            f"Kolom {name.id} dengan {filled} isian tidak dibaca",
            f"The column {name.en}, {filled} cells filled, was not read",
        ),
        where,
        Text(
            "Bila isinya catatan atau bukti, beri judul kolom yang sesuai lalu impor lagi.",
            "If it holds notes or evidence, give the column that header and import again.",
        ),
    )


def other_sheet(where: str) -> Issue:
    return Issue(
        "other-sheet",
        Severity.WARNING,
        Text(
            "Lembar lain juga berisi LKE dan tidak dibaca", "Another sheet also holds an LKE and was not read"
        ),
        where,
        Text(
            "Simpan lembar itu sebagai berkas tersendiri lalu impor juga.",
            "Save that sheet as a file of its own and import it too.",
        ),
    )


def formula_answer(where: str, question: str) -> Issue:
    return Issue(
        "formula-answer",
        Severity.WARNING,
        Text(
            "Jawaban ini rumus; yang dibaca nilai yang tersimpan",
            "This answer is a formula; its stored value was read",
        ),
        where,
        _CHECK,
        question,
    )


def formula_without_value(where: str, question: str) -> Issue:
    return Issue(
        "formula-without-value",
        Severity.ERROR,
        Text(
            "Jawaban ini rumus yang hasilnya tidak tersimpan di berkas; tidak dibaca",
            "This answer is a formula whose result is not stored in the file; not read",
        ),
        where,
        Text(
            "Buka berkasnya di Excel atau LibreOffice, simpan, lalu impor lagi.",
            "Open the file in Excel or LibreOffice, save it, and import it again.",
        ),
        question,
    )


def edited_outside(where: str, question: str, what: Text) -> Issue:
    return Issue(
        "edited-outside",
        Severity.WARNING,
        Text(
            f"{what.id} diubah di luar program setelah diekspor; yang dibaca isi selnya",
            f"{what.en} was edited outside the program after the export; the cell is what was read",
        ),
        where,
        Text("Bandingkan dengan isi di program.", "Compare it with what the program has."),
        question,
    )


def damaged_metadata(where: str) -> Issue:
    return Issue(
        "damaged-metadata",
        Severity.WARNING,
        Text(
            "Lembar tersembunyi ZI Desktop hilang atau rusak; yang dibaca hanya sel yang tampak",
            "The hidden sheet ZI Desktop is gone or damaged; only the visible cells were read",
        ),
        where,
        Text(
            "Unit, tahun, tim, dan rincian temuan perlu diperiksa ulang.",
            "Check the unit, the year, the team and the details of findings.",
        ),
    )


def no_answers(where: str) -> Issue:
    return Issue(
        "nothing-filled",
        Severity.WARNING,
        Text("Belum ada yang diisi di lembar ini", "Nothing is filled in on this sheet"),
        where,
        NO_TEXT,
    )


def without_counts(where: str, value: str, question: str) -> Issue:
    return Issue(
        "percentage-without-counts",
        Severity.WARNING,
        Text(
            f"Persentase {short(value)} diketik, tetapi rincian soal {question} belum lengkap; tidak dibaca",
            f"The percentage {short(value)} was typed, but counts of {question} are missing; not read",
        ),
        where,
        Text(
            "Isi rinciannya; program menghitung persentasenya.",
            "Fill in the counts; the program computes it.",
        ),
        question,
    )


def link_differs(where: str, shown: str, target: str, question: str) -> Issue:
    return Issue(
        "link-differs",
        Severity.INFO,
        Text(
            f"Tautan yang tampak ({short(shown)}) bukan yang dibuka ({short(target)}); keduanya disimpan",
            f"The link shown ({short(shown)}) is not the one that opens ({short(target)}); both are kept",
        ),
        where,
        Text("Periksa tautan mana yang benar.", "See which of the two links is right."),
        question,
    )


def stage_by_sheet(where: str, stage: str) -> Issue:
    return Issue(
        "stage-by-sheet",
        Severity.INFO,
        Text(
            f"Judul kolom tidak menyebut penilainya; menurut nama lembarnya ini tahap {stage}",
            f"The header does not say whose answers these are; by the sheet's name the stage is {stage}",
        ),
        where,
        _CHECK,
    )


def read_together(where: str, sheet: str) -> Issue:
    return Issue(
        "read-together",
        Severity.INFO,
        Text(
            f"Lembar ini dibaca bersama lembar {sheet}: soalnya tidak ada di sana",
            f"This sheet was read together with {sheet}: its questions do not stand there",
        ),
        where,
        _CHECK,
    )
