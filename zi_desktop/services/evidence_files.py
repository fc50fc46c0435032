"""What is done with contents that are stored: shown, copied out, checked. All of it may run on a worker."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from zi_desktop.domain.errors import Issue, Severity, Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Evidence
from zi_desktop.domain.media import PDF, SHOWN_IMAGES, Media
from zi_desktop.domain.raster import Raster
from zi_desktop.services.files import safe_name
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.files import Cancelled, FilesPlace

Progress = Callable[[float, Text], object]


def preview(place: FilesPlace, sha256: str, media: Media, page: int, width: int, height: int) -> Raster:
    """A photo within ``width`` × ``height`` pixels, or a PDF's page (from 0) as wide as ``width``. Raises
    ZiError ``no-preview`` for other kinds and for what is damaged, ``evidence-missing``."""
    with place.opened() as files, files.open(sha256) as content:
        if media is PDF:
            from zi_desktop.documents import render_page

            return render_page(content, page, width)
        if media in SHOWN_IMAGES:
            from zi_desktop.attachments.photos import picture_of

            return picture_of(content, media, width, height)
    raise ZiError(
        "no-preview",
        Text("Jenis berkas ini tidak dapat ditampilkan di sini", "This kind of file cannot be shown here"),
        remedy=Text("Buka di aplikasi lain, atau simpan.", "Open it in another program, or save it."),
    )


def save_evidence(place: FilesPlace, sha256: str, target: Path) -> Path:
    """The content as the file ``target``, read back; an old file there is replaced only when it is whole.
    Errors as in `Files.export`."""
    with place.opened() as files:
        return files.export(sha256, target)


def open_evidence(place: FilesPlace, evidence: Evidence, media: Media, folder: Path) -> Path:
    """A read-only copy in ``folder`` for the system's viewer. Its ending is that of its content, whatever its
    name says, so that nothing is run. Raises ZiError ``not-openable`` for a kind without one."""
    if not media.suffix:
        raise ZiError(
            "not-openable",
            Text("Jenis berkas ini tidak dibuka langsung", "This kind of file is not opened directly"),
            where=evidence.text,
            remedy=Text("Simpan dulu, lalu periksa isinya.", "Save it first, then look at what it is."),
        )
    stem = evidence.text.rpartition(".")[0] or evidence.text
    target = folder / evidence.file[:8] / f"{safe_name(stem)}{media.suffix}"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        save_evidence(place, evidence.file, target)
        target.chmod(stat.S_IREAD)
    return target


def check_evidence(work: Workspace, evaluation_id: str) -> list[Issue]:
    """`check_contents` of the evaluation as it stands."""
    return check_contents(work.store.files, work.evaluation(evaluation_id))


def damaged_evidence(work: Workspace, evaluation_id: str) -> tuple[Issue, ...]:
    """The errors of `check_evidence`: what keeps an evaluation from being signed off."""
    return tuple(i for i in check_evidence(work, evaluation_id) if i.severity is Severity.ERROR)


def check_contents(
    place: FilesPlace,
    evaluation: Evaluation,
    *,
    progress: Progress = lambda *_: None,
    cancelled: Cancelled = lambda: False,
) -> list[Issue]:
    """Every attached content is read and hashed again: ``evidence-missing``, ``evidence-changed``; and
    ``evidence-path-missing`` for a text that is a path on this computer where nothing is."""
    items = [(code, item) for code, listed in evaluation.evidence.items() for item in listed]
    hashes = {item.file for _, item in items if item.file}

    def tell(share: float) -> None:
        progress(share, Text("Memeriksa bukti", "Checking evidence"))

    with place.opened() as files:
        found = files.check(hashes, tell, cancelled)
    issues: list[Issue] = []
    for code, item in items:
        if item.file in found.missing:
            issues.append(_missing(code, item))
        elif item.file in found.changed:
            issues.append(_changed(code, item))
        elif not item.file:
            issues += _path_missing(code, item)
    return issues


def local_path(text: str) -> Path | None:
    """The path on this computer that an evidence text is; None for a name, a link or a place in a network,
    which is not asked whether it answers."""
    text = text.strip().strip('"')
    parts = urlsplit(text) if text.lower().startswith("file:") else None
    if parts is not None:
        if parts.netloc not in ("", "localhost"):
            return None
        from urllib.request import url2pathname  # loads all of HTTP along

        text = url2pathname(parts.path)
    if text.startswith(("\\\\", "//")) or "\x00" in text:
        return None
    path = Path(text)
    return path if path.is_absolute() else None


def _missing(code: str, item: Evidence) -> Issue:
    return Issue(
        "evidence-missing",
        Severity.ERROR,
        Text(
            f"{code}: isi bukti “{item.text}” tidak ada", f"{code}: the content of “{item.text}” is missing"
        ),
        where=code,
        remedy=Text(
            "Tambahkan berkasnya lagi, atau pulihkan dari cadangan.",
            "Attach the file again, or restore it from a backup.",
        ),
        question=code,
    )


def _changed(code: str, item: Evidence) -> Issue:
    return Issue(
        "evidence-changed",
        Severity.ERROR,
        Text(
            f"{code}: isi bukti “{item.text}” bukan lagi yang dilampirkan",
            f"{code}: the content of “{item.text}” is not what was attached",
        ),
        where=code,
        remedy=Text(
            "Tambahkan berkasnya lagi, atau pulihkan dari cadangan.",
            "Attach the file again, or restore it from a backup.",
        ),
        question=code,
    )


def _path_missing(code: str, item: Evidence) -> Iterator[Issue]:
    path = local_path(item.text)
    try:
        gone = path is not None and not path.exists()
    except OSError:  # a path the system will not even look at
        gone = True
    if gone:
        yield Issue(
            "evidence-path-missing",
            Severity.INFO,
            Text(
                f"{code}: tidak ada berkas di {item.text} pada komputer ini",
                f"{code}: there is no file at {item.text} on this computer",
            ),
            where=code,
            remedy=Text(
                "Lampirkan berkasnya, agar ikut tersimpan.", "Attach the file itself, so that it is kept."
            ),
            question=code,
        )
