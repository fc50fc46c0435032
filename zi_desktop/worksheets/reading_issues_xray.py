"""What a reading may say of a workbook's own figures: one function per code. See `reading_issues`."""

from __future__ import annotations

from zi_desktop.domain.errors import NO_TEXT, Issue, Severity, Text
from zi_desktop.domain.lke import Question
from zi_desktop.worksheets.reading_issues import short
from zi_desktop.worksheets.reading_template import shown_type


def shown(number: float) -> Text:
    """At most four decimals, with the comma and the point of the two languages."""
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return Text(text.replace(".", ","), text)


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
            f"Jenis jawaban soal {question.code} tertulis “{short(found)}”, seharusnya “{right}”{more.id}",
            f"The type of question {question.code} says “{short(found)}”, it should be “{right}”{more.en}",
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
            f"Rumus {short(formula)} tidak menjangkau {missed}, sehingga bagian itu tidak ikut dihitung",
            f"The formula {short(formula)} does not reach {missed}, so that part is not counted",
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
            f"Jenis isian tertulis “{short(found)}”, seharusnya “Jumlah”",
            f"The type of this count says “{short(found)}”, it should be “Jumlah”",
        ),
        where,
        Text(
            "Isiannya tetap dibaca sebagai jumlah. Perbaiki selnya di berkas.",
            "It was read as a count all the same. Mend the cell in the file.",
        ),
        question,
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
