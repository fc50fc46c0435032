"""What a reading may say of a worksheet: one function per code, all words in one place."""

from __future__ import annotations

from zi_desktop.domain.errors import NO_TEXT, Issue, Severity, Text, ZiError
from zi_desktop.domain.lke import Question
from zi_desktop.worksheets.reading_template import shown_type

_CHECK = Text("Periksa baris itu di berkasnya.", "Look at that row in the file.")


def shown(number: float) -> Text:
    """At most four decimals, with the comma and the point of the two languages."""
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return Text(text.replace(".", ","), text)


def _short(text: str) -> str:
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
            f"Baris soal {question.code} tidak ditemukan: {_short(question.text)}",
            f"No row found for question {question.code}: {_short(question.text)}",
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
            f"Baris tidak dikenal, tidak dibaca: “{_short(text)}”", f"Unknown row, not read: “{_short(text)}”"
        ),
        where,
        _CHECK,
    )


def unplaced_cell(where: str, text: str) -> Issue:
    return Issue(
        "unplaced-cell",
        Severity.WARNING,
        Text(
            f"Isian di luar baris soal tidak dibaca: “{_short(text)}”",
            f"Filled in outside the rows of questions, not read: “{_short(text)}”",
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
        Text(f"“{_short(title)}”", f"“{_short(title)}”") if title else Text("tanpa judul", "without a header")
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


def no_cached_values(where: str) -> Issue:
    return Issue(
        "no-cached-values",
        Severity.INFO,
        Text(
            "Berkas belum pernah dihitung; nilainya sendiri tidak dapat dibandingkan",
            "The file was never calculated; there is nothing of its own to compare",
        ),
        where,
        Text(
            "Buka dan simpan di Excel bila ingin membandingkan.",
            "Open and save it in Excel if you want to compare.",
        ),
    )


def wrong_type(where: str, found: str, question: Question, *, dropped: bool) -> Issue:
    right = shown_type(question)
    more = (
        Text("; rumus berkas membuang soal ini dari rata-rata", "; the file's formula drops it from the mean")
        if dropped
        else NO_TEXT
    )
    return Issue(
        "wrong-type",
        Severity.WARNING,
        Text(
            f"Jenis jawaban soal {question.code} tertulis “{_short(found)}”, seharusnya “{right}”{more.id}",
            f"The type of question {question.code} says “{_short(found)}”, it should be “{right}”{more.en}",
        ),
        where,
        Text(
            f"Jawabannya tetap dibaca. Di berkas, tulis “{right}” pada sel itu.",
            f"The answer was read all the same. In the file, write “{right}” in that cell.",
        ),
        question.code,
    )


def overtyped(where: str, found: str, question: str, *, agrees: bool | None, expected: str = "") -> Issue:
    if not found:
        message = Text("Rumus di sel ini terhapus", "The formula of this cell was deleted")
    else:
        verdict = {
            True: Text("nilainya masih cocok", "its value still agrees"),
            False: Text(f"seharusnya {expected.replace('.', ',')}", f"it should be {expected}"),
            None: Text("nilainya tidak dapat diperiksa", "its value cannot be checked"),
        }[agrees]
        message = Text(
            f"Rumus di sel ini tertimpa angka {found.replace('.', ',')}; {verdict.id}",
            f"The formula of this cell was typed over with {found}; {verdict.en}",
        )
    return Issue(
        "overtyped-formula",
        Severity.WARNING,
        message,
        where,
        Text(
            "Program menghitung dari rinciannya. Di berkas, kembalikan rumusnya.",
            "The program computes from the details. In the file, put the formula back.",
        ),
        question,
    )


def range_defect(where: str, formula: str, missed: str, question: str = "") -> Issue:
    return Issue(
        "range-defect",
        Severity.WARNING,
        Text(
            f"Rumus {_short(formula)} tidak menjangkau {missed}, sehingga bagian itu tidak ikut dihitung",
            f"The formula {_short(formula)} does not reach {missed}, so that part is not counted",
        ),
        where,
        Text(
            "Cacat ini ada di sebagian salinan buku kerja Lampiran III. Pakai hitungan program.",
            "Some copies of the Lampiran III workbook have this defect. Use the program's figure.",
        ),
        question,
    )


def weight_differs(where: str, code: str, found: float, right: float) -> Issue:
    a, b = shown(found), shown(right)
    return Issue(
        "weight-differs",
        Severity.WARNING,
        Text(
            f"Bobot {code} tertulis {a.id}, seharusnya {b.id}",
            f"The weight of {code} says {a.en}, not {b.en}",
        ),
        where,
        Text("Program memakai bobot resmi.", "The program uses the official weight."),
    )


def score_differs(where: str, code: str, file: float, ours: float, reason: Text, question: str = "") -> Issue:
    a, b = shown(file), shown(ours)
    name = Text("total", "the total") if code == "total" else Text(code, code)
    return Issue(
        "score-differs",
        Severity.WARNING,
        Text(
            f"Nilai {name.id} di berkas {a.id}, hitungan program {b.id}: {reason.id}",
            f"The file gives {a.en} for {name.en}, the program {b.en}: {reason.en}",
        ),
        where,
        Text(
            "Yang dipakai hitungan program. Sampaikan sebabnya kepada pengisi berkas.",
            "The program's figure is used. Tell the reason to whoever filled the file.",
        ),
        question,
    )


def wrong_count_type(where: str, found: str, question: str) -> Issue:
    return Issue(
        "wrong-type",
        Severity.WARNING,
        Text(
            f"Jenis isian tertulis “{_short(found)}”, seharusnya “Jumlah”",
            f"The type of this count says “{_short(found)}”, it should be “Jumlah”",
        ),
        where,
        Text(
            "Isiannya tetap dibaca sebagai jumlah. Perbaiki selnya di berkas.",
            "It was read as a count all the same. Mend the cell in the file.",
        ),
        question,
    )
