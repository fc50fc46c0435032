"""A page of anybody's PDF as a picture: bounded, and refused in words."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from zi_desktop.documents import render_page
from zi_desktop.domain.errors import ZiError

REPORT = Path(__file__).parents[1] / "old_files" / "export-1.pdf"


def pdf(*sizes: tuple[float, float], password: str | None = None) -> io.BytesIO:
    """One page a size, the upper half red."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, height / 2, width, height / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out


def test_a_page_is_drawn_as_wide_as_asked_for() -> None:
    shown = render_page(pdf((300, 400), (400, 100)), 0, 601)
    assert (shown.width, shown.height, shown.pages) == (601, 802, 2)
    assert len(shown.rgb) == 601 * 802 * 3
    assert (shown.rgb[:3], shown.rgb[-3:]) == (b"\xff\x00\x00", b"\xff\xff\xff")
    second = render_page(pdf((300, 400), (400, 100)), 1, 200)
    assert (second.width, second.height) == (200, 50)


def test_a_page_is_read_from_a_file_that_is_open() -> None:
    with REPORT.open("rb") as file:
        assert render_page(file, 1, 300).pages > 1


@pytest.mark.parametrize("size", [(10, 14_000), (14_000, 10), (14_400, 14_400), (0.1, 0.1)])
def test_a_page_of_any_size_stays_within_bounds(size: tuple[float, float]) -> None:
    shown = render_page(pdf(size), 0, 2000)
    assert 0 < shown.width * shown.height <= 16_100_000


@pytest.mark.parametrize(
    ("content", "page", "word"),
    [
        (io.BytesIO(b"%PDF-1.7 bukan"), 0, "rusak"),
        (io.BytesIO(b""), 0, "rusak"),
        (pdf((100, 100)), 1, "rusak"),
        (pdf((100, 100)), -1, "rusak"),
        (pdf((100, 100), password="uji"), 0, "sandi"),
    ],
)
def test_what_cannot_be_drawn_is_told(content: io.BytesIO, page: int, word: str) -> None:
    with pytest.raises(ZiError) as refused:
        render_page(content, page, 100)
    assert refused.value.code == "no-preview"
    assert word in refused.value.message.id


def test_two_threads_draw_one_after_the_other() -> None:
    sizes: list[int] = []
    content = pdf(*[(300, 400)] * 3).getvalue()

    def draw(page: int) -> None:
        sizes.extend(render_page(io.BytesIO(content), page, 150).width for _ in range(5))

    threads = [threading.Thread(target=draw, args=(page,)) for page in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sizes == [150] * 15
