"""The commands of contract.md; each hands what was typed to one verb and prints what came back."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from zi_desktop.cli import (
    evidence_commands,
    export_commands,
    printing,
    shapes,
    sign_commands,
    story_commands,
    trust_commands,
)
from zi_desktop.cli import frame as frames
from zi_desktop.cli.frame import DONE, REFUSED, Frame, print_json, write_out
from zi_desktop.domain.errors import Text
from zi_desktop.domain.evaluation import Stage

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di stdout.")]
Reason = Annotated[str, typer.Option("--reason", help="Alasan, bila penilaian dibuka kembali.")]


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    store: Annotated[Path | None, typer.Option("--store", help="Berkas penyimpanan.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="id (bawaan) atau en.")] = None,
) -> None:
    """ZI Desktop: Lembar Kerja Evaluasi Zona Integritas. Tanpa perintah: membuka jendela."""
    if lang not in (None, "id", "en"):
        raise typer.BadParameter("id | en", param_hint="--lang")
    given: Frame = context.obj
    context.obj = Frame(store, "en" if lang == "en" else "id", given.open_window, given.check_window)
    if context.invoked_subcommand is None:
        # Nothing said: the window speaks the language it was last used in.
        raise typer.Exit(context.obj.open_window(store, context.obj.language if lang else None))


@app.command()
def score(context: typer.Context, file: Path, json: Json = False) -> None:
    """Membaca lembar kerja dan mencetak nilainya; penyimpanan tidak disentuh."""
    from zi_desktop.services.importing import read_worksheet, score_reading

    frame: Frame = context.obj
    reading = read_worksheet(file)
    scored = score_reading(reading)
    if json:
        print_json(shapes.reading_document(reading, scored, frame.language))
        return
    for _, report in scored:
        printing.print_report(report, frame.language)
        printing.print_issues(report.issues, frame.language)
    printing.print_issues(reading.issues, frame.language)


@app.command(name="import")
def import_(
    context: typer.Context,
    file: Path,
    unit: Annotated[str, typer.Option("--unit", help="Bila berkas tidak menyebutnya.")] = "",
    year: Annotated[int | None, typer.Option("--year", help="Bila berkas tidak menyebutnya.")] = None,
    stage: Annotated[Stage | None, typer.Option("--stage")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya menunjukkan; tidak menulis.")] = False,
    reason: Reason = "",
    json: Json = False,
) -> None:
    """Mengimpor lembar kerja, atau PDF hasil ekspor: satu penilaian untuk setiap blok jawaban yang terisi."""
    from zi_desktop.services.changes import Changes
    from zi_desktop.services.importing import apply_import, plan_import, read_worksheet, score_reading

    frame: Frame = context.obj
    reading = read_worksheet(file)
    unit, own_year = unit or reading.unit, year or reading.year
    if not unit or not own_year:
        raise typer.BadParameter(
            "berkas tidak menyebutnya / the file does not say", param_hint="--unit, --year"
        )
    with frame.workspace(reason=reason) as work:
        plan = plan_import(work, reading, unit=unit, year=own_year, stage=stage)
        changes = Changes() if dry_run else apply_import(work, plan)
    ids = changes.evaluation_ids
    if json:
        document = shapes.reading_document(reading, score_reading(reading), frame.language)
        document["issues"] = [i.as_dict(frame.language) for i in plan.issues] + document["issues"][
            len(reading.issues) :
        ]
        for block, planned in zip(document["blocks"], plan.blocks, strict=True):
            block["stage"] = planned.stage.value
        changed = sum(len(b.changes) for b in plan.blocks)
        print_json(
            document
            | {"evaluations": list(ids), "dry_run": dry_run, "changed": changed, "batch": changes.batch}
        )
        return
    for block in plan.blocks:
        printing.print_report(block.report, frame.language)
    printing.print_issues(plan.issues, frame.language)
    for evaluation_id in ids:
        write_out(evaluation_id)


@app.command(name="import-folder")
def import_folder_(
    context: typer.Context,
    folder: Path,
    year: Annotated[int | None, typer.Option("--year", help="Bila berkas tidak menyebutnya.")] = None,
    stage: Annotated[Stage | None, typer.Option("--stage")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya menunjukkan; tidak menulis.")] = False,
    json: Json = False,
) -> None:
    """Mengimpor semua lembar kerja dalam folder; satu berkas rusak tidak menghentikan yang lain."""
    from zi_desktop.services.folder import import_folder

    frame: Frame = context.obj
    lines = []
    with frame.workspace() as work:

        def tell(number: int, of: int, file: Path) -> None:
            line = f"{number}/{of} {file.name}"
            frame.say(Text(line, line))

        for line in import_folder(work, folder, year=year, stage=stage, dry_run=dry_run, progress=tell):
            lines.append(line)
            if not json:
                printing.print_folder_line(line, frame.language)
    if json:
        print_json({"files": [line.as_dict(frame.language) for line in lines], "dry_run": dry_run})


@app.command()
def undo(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH")],
    json: Json = False,
) -> None:
    """Membatalkan satu impor seluruhnya; yang sudah diubah lagi tetap, dan disebut."""
    from zi_desktop.services.undo import undo as undo_batch

    with context.obj.workspace() as work:
        changes = undo_batch(work, batch)
    if json:
        print_json({"undone": bool(changes), "batch": changes.batch, "kept": list(changes.kept)})
    else:
        for target in changes.kept:
            write_out(target)


@app.command()
def new(
    context: typer.Context,
    unit: Annotated[str, typer.Option("--unit")],
    year: Annotated[int, typer.Option("--year")],
    edition: Annotated[str | None, typer.Option("--edition")] = None,
    stage: Annotated[Stage, typer.Option("--stage")] = Stage.TPI,
    json: Json = False,
) -> None:
    """Membuat penilaian kosong dan mencetak id-nya."""
    from zi_desktop.services.evaluations import new_evaluation

    with context.obj.workspace() as work:
        made = new_evaluation(work, unit=unit, year=year, stage=stage, edition=edition)
    if json:
        print_json({"id": made.evaluation_id, "evaluations": list(made.evaluation_ids)})
    else:
        write_out(made.evaluation_id)


@app.command()
def answer(
    context: typer.Context,
    evaluation: Annotated[str, typer.Argument(metavar="ID")],
    code: str,
    value: str,
    note: Annotated[str | None, typer.Option("--note")] = None,
    by: Annotated[str, typer.Option("--by", help="Nama penilai.")] = "",
    reason: Reason = "",
    json: Json = False,
) -> None:
    """Menjawab satu soal; selesai (0) hanya bila sudah tersimpan aman."""
    from zi_desktop.services.answers import answer_question

    with context.obj.workspace(actor=by, reason=reason) as work:
        changes = answer_question(work, evaluation, code, value, note=note)
    if json:
        print_json({"id": evaluation, "code": code, "changed": bool(changes)})


@app.command(name="list")
def list_(context: typer.Context, json: Json = False) -> None:
    """Daftar penilaian, yang terakhir diubah lebih dulu."""
    from zi_desktop.services.evaluations import list_evaluations

    with context.obj.workspace() as work:
        summaries = list_evaluations(work)
    if json:
        print_json(shapes.list_document(summaries))
    else:
        printing.print_list(summaries, context.obj.language)


@app.command()
def show(
    context: typer.Context, evaluation: Annotated[str, typer.Argument(metavar="ID")], json: Json = False
) -> None:
    """Satu penilaian: jawaban, nilai, syarat, temuan mutu data."""
    from zi_desktop.services.evaluations import load_report

    with context.obj.workspace() as work:
        report = load_report(work, evaluation)
    if json:
        print_json(shapes.report_document(report, context.obj.language))
    else:
        printing.print_report(report, context.obj.language)
        printing.print_issues(report.issues, context.obj.language)


app.command(name="evidence")(evidence_commands.evidence)
app.command(name="evidence-check")(evidence_commands.evidence_check)
app.command(name="compare")(story_commands.compare)
app.command(name="story")(story_commands.story)


@app.command()
def reopen(
    context: typer.Context,
    evaluation: Annotated[str, typer.Argument(metavar="ID")],
    reason: Annotated[str, typer.Option("--reason", help="Mengapa dibuka kembali; dicatat.")],
    by: Annotated[str, typer.Option("--by", help="Nama penilai.")] = "",
    json: Json = False,
) -> None:
    """Membuka kembali penilaian yang sudah ditandatangani; setiap perubahan lalu perlu alasan."""
    from zi_desktop.services.signoff import reopen as reopen_evaluation

    with context.obj.workspace(actor=by) as work:
        reopen_evaluation(work, evaluation, reason)
    if json:
        print_json({"id": evaluation, "reopened": True, "reason": reason.strip()})


app.command(name="export")(export_commands.export)
app.command(name="sign")(sign_commands.sign)
app.command(name="tokens")(sign_commands.tokens)
app.command(name="sign-later")(sign_commands.sign_later)
app.command(name="sign-complete")(sign_commands.sign_complete)
app.command(name="timestamp")(sign_commands.timestamp)
app.add_typer(trust_commands.trust, name="trust")


@app.command()
def verify(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE")],
    trust: Annotated[list[Path] | None, typer.Option("--trust", help="Sertifikat akar (PEM).")] = None,
    json: Json = False,
) -> None:
    """Memeriksa tanda tangan PDF, XLSX atau paket mana pun; tanpa penyimpanan, tanpa akun."""
    from zi_desktop.services.verifying import compare_verdicts, verify_files
    from zi_desktop.services.verifying_versions import chain_of

    frame: Frame = context.obj
    verdicts = verify_files(files, trust or [])
    together, chain = compare_verdicts(verdicts), chain_of(verdicts)
    if json:
        print_json(
            {
                "files": [v.as_dict(frame.language) for v in verdicts],
                "together": [pair.as_dict(frame.language) for pair in together],
                "chain": [link.as_dict(frame.language) for link in chain],
            }
        )
    else:
        lines = [v.in_words(frame.language) for v in verdicts]
        lines += [pair.in_words(frame.language) for pair in together]
        lines += [link.in_words(frame.language) for link in chain]
        write_out("\n".join(lines))
    broken = any(link.holds is False for link in chain)
    if broken or not all(v.valid for v in verdicts) or not all(pair.agree for pair in together):
        raise typer.Exit(REFUSED)


@app.command()
def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out")] = Path("zi-desktop-demo"),
    json: Json = False,
) -> None:
    """Pekerjaan utama pada contoh bawaan: impor, nilai, tanda tangan, ekspor, periksa."""
    from zi_desktop.services.demo import run_demo

    frame: Frame = context.obj
    result = run_demo(out, say=frame.say)
    if json:
        print_json(result.as_dict(frame.language))
        return
    printing.print_report(result.report, frame.language)
    for file in result.files:
        write_out(str(file))


@app.command(name="self-test")
def self_test(context: typer.Context) -> None:
    """Bukti bahwa pemasangan ini lengkap: pekerjaan utama dan jendela, di folder sementara."""
    from zi_desktop.services.demo import run_demo

    frame: Frame = context.obj
    with tempfile.TemporaryDirectory(prefix="zi-desktop-") as folder:
        run_demo(Path(folder), say=frame.say)
        frame.check_window(Path(folder))
    write_out("OK")


def run(arguments: Sequence[str], frame: Frame) -> int:
    """Runs one command line and gives its exit code (contract.md: 0, 1, 2 or 70)."""
    language = "en" if _asks_for_english(arguments) else frame.language
    return frames.guarded(lambda: _invoke(list(arguments), frame), arguments, language)


def _asks_for_english(arguments: Sequence[str]) -> bool:
    """The language is needed for errors that stop the command line before it is understood."""
    return "--lang=en" in arguments or any(
        a == "--lang" and b == "en" for a, b in itertools.pairwise(arguments)
    )


def _invoke(arguments: list[str], frame: Frame) -> int:
    """Typer tells wrong usage itself and leaves by SystemExit; our own errors pass through it."""
    try:
        app(args=arguments, prog_name="zi-desktop", obj=frame)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    return DONE
