"""The public summary as one HTML file: no network, no script, readable aloud and on paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from html import escape

from zi_desktop.documents.format import number, percent
from zi_desktop.documents.public_words import DISCLAIMER, TITLE, PublicAxis, PublicBar, PublicWords

_LEAST_AXES = 3
_LONG_NAME = 90
_RADIUS, _MIDDLE_X, _MIDDLE_Y = 105.0, 260.0, 150.0
_DASHES = ("6 3", "2 2.5")
_MOST_NAME = 26  # characters in a line of a radar's label

_STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:52rem;background:#fff;color:#1A2029;
 font:15px/1.45 "Noto Sans","Segoe UI",system-ui,sans-serif}
h1{font-size:1.35rem;margin:.2rem 0}
h2{font-size:1.05rem;margin:1.2rem 0 .4rem}
p{margin:.2rem 0}
.unit{font-size:1.25rem;overflow-wrap:anywhere}
.quiet,footer{color:#55606F}
.long{font-size:1rem}
.result{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;border-top:3px solid #0B6B62;margin-top:.8rem}
.result>*{margin-top:.6rem}
.total{font-size:2.6rem;font-weight:700;line-height:1.1;font-variant-numeric:tabular-nums}
.verdicts{flex:1 1 18rem}
.verdicts dt{color:#55606F}
.verdicts dd{margin:0 0 .5rem}
.verdicts strong{font-size:1.05rem}
.met{color:#1B7F3B}
.missed{color:#B3261E}
.standing{border-left:4px solid #9A5B00;padding-left:.6rem;font-weight:600}
figure{margin:.4rem 0;text-align:center}
figure svg{width:100%;max-width:33rem;height:auto}
figcaption{color:#55606F;font-size:.85rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.9rem}
th,td{padding:.25rem .4rem;text-align:left;border-bottom:1px solid #D9DEE5;vertical-align:middle}
thead th{color:#55606F;border-bottom:1px solid #8A94A3}
tbody th{font-weight:400;min-width:11rem}
td,thead th{white-space:nowrap}
.figure{text-align:right}
.track{display:inline-block;width:6rem;height:.6rem;margin-right:.5rem;background:#D9DEE5}
.fill{display:block;height:100%;background:#0B6B62}
.wide{overflow-x:auto}
footer{margin-top:1rem;font-size:.85rem}
@page{size:A4;margin:12mm}
@media print{body{padding:0;max-width:none;font-size:9.5pt}h2{margin:.5rem 0 .2rem;break-after:avoid}
 .total{font-size:24pt}figure{margin:0}figure svg{max-width:112mm}table,figure{break-inside:avoid}
 table{font-size:8pt}th,td{padding:.08rem .25rem}tbody th{min-width:0}.track{width:4rem}
 footer{margin-top:.5rem}.track,.fill{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
""".strip()


def build_public_html(words: PublicWords) -> bytes:
    """See `zi_desktop.documents.write_public_summary`. The same words always give the same bytes."""
    year = words.facts[0][1]
    head = (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(f'{TITLE} – {words.unit} {year}')}</title>\n<style>\n{_STYLE}\n</style>\n</head>"
    )
    body = "\n".join(part for part in _body(words) if part)
    return f"{head}\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n".encode()


def _body(words: PublicWords) -> Iterator[str]:
    yield from (f'<p class="quiet">{escape(line)}</p>' for line in (words.agency, words.office) if line)
    yield f"<h1>{TITLE}</h1>"
    kind = "unit" if len(words.unit) <= _LONG_NAME else "unit long"
    yield f'<p class="{kind}">{escape(words.unit)}</p>'
    yield f'<p class="quiet">{escape(" · ".join(value for _, value in words.facts))}</p>'
    yield (
        '<div class="result">\n<p><span class="quiet">Nilai akhir</span><br>'
        f'<span class="total">{escape(words.total)}</span><br><span class="quiet">dari 100</span></p>'
    )
    yield f'<dl class="verdicts">{"".join(_verdicts(words))}</dl>\n</div>'
    yield from (f'<p class="standing">{escape(line)}</p>' for line in words.standing)
    if len(words.axes) >= _LEAST_AXES:
        yield "<h2>Capaian tiap area</h2>"
        yield _radar(words)
    yield "<h2>Nilai, batas, dan predikat yang syaratnya terpenuhi</h2>"
    yield _table(words)
    document = f" Dokumen {escape(words.document_id)}." if words.document_id else ""
    yield f"<footer><p>{DISCLAIMER} Dibuat {escape(words.made)}.{document}</p></footer>"


def _verdicts(words: PublicWords) -> Iterator[str]:
    """Which minima are missed stands in the table."""
    for predikat in words.predikat:
        mark, kind = ("✓", "met") if predikat.met else ("✗", "missed")
        also = f"<br>{escape(predikat.also)}" if predikat.also else ""
        yield (
            f'\n<dt>{escape(predikat.label)}</dt>\n<dd><strong class="{kind}">'
            f'<span aria-hidden="true">{mark} </span>{escape(predikat.verdict)}</strong>{also}</dd>'
        )


def _table(words: PublicWords) -> str:
    heads = "".join(f'<th scope="col">Batas {escape(rule)}</th>' for rule in words.rules)
    rows = "\n".join(_row(bar, words.rules) for bar in words.bars)
    return (
        '<div class="wide"><table>\n<thead><tr><th scope="col">Syarat</th><th scope="col">Capaian</th>'
        f'<th scope="col" class="figure">Nilai</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n'
        "</table></div>"
    )


def _row(bar: PublicBar, rules: Iterable[str]) -> str:
    needs = {predikat: (need, met) for predikat, need, met in bar.needs}
    cells = "".join(_need_cell(needs.get(rule)) for rule in rules)
    width = f"{float(bar.share) * 100:.2f}"
    return (
        f'<tr><th scope="row">{escape(bar.label)}</th>'
        f'<td><span class="track" aria-hidden="true"><span class="fill" style="width:{width}%"></span></span>'
        f'{percent(bar.have / bar.most)}</td><td class="figure">{escape(bar.figure)}</td>{cells}</tr>'
    )


def _need_cell(need: tuple[Fraction, bool] | None) -> str:
    if need is None:
        return '<td class="need">–</td>'
    least, met = need
    told = '<span class="met">✓ tercapai</span>' if met else '<span class="missed">✗ belum</span>'
    return f'<td class="need">{number(least, 2)} {told}</td>'


def _radar(words: PublicWords) -> str:
    axes = words.axes
    shapes = [_polygon([share] * len(axes), 'stroke="#D9DEE5"') for share in (0.25, 0.5, 0.75, 1.0)]
    for index in range(len(axes)):
        x, y = _at(index, len(axes), 1)
        shapes.append(f'<line x1="{_MIDDLE_X}" y1="{_MIDDLE_Y}" x2="{x}" y2="{y}" stroke="#D9DEE5"/>')
    have = [float(axis.have) for axis in axes]
    shapes.append(_polygon(have, 'stroke="#0B6B62" stroke-width="2.5"'))
    rules = [rule for rule in words.rules if all(rule in dict(axis.needs) for axis in axes)]
    for rule, dash in zip(rules, _DASHES, strict=False):
        needs = [float(dict(axis.needs)[rule]) for axis in axes]
        shapes.append(_polygon(needs, f'stroke="#1A2029" stroke-dasharray="{dash}"'))
    shapes += [_label(axis, index, len(axes)) for index, axis in enumerate(axes)]
    dashes = zip(rules, ("garis putus panjang", "garis putus pendek"), strict=False)
    legend = ", ".join(["garis tebal: capaian", *(f"{how}: batas {rule}" for rule, how in dashes)])
    drawn = "\n".join(shapes)
    return (
        '<figure>\n<svg viewBox="-50 -12 620 328" role="img" aria-labelledby="radar-judul radar-isi" '
        'font-size="12" fill="none">\n<title id="radar-judul">Capaian tiap area</title>\n'
        f'<desc id="radar-isi">{escape(words.axes_told)}</desc>\n{drawn}\n</svg>\n'
        f"<figcaption>{escape(legend)}</figcaption>\n</figure>"
    )


def _at(index: int, of: int, share: float) -> tuple[float, float]:
    angle = math.pi / 2 - 2 * math.pi * index / of
    reach = _RADIUS * min(1.0, share)
    return (
        round(_MIDDLE_X + reach * math.cos(angle), 1),
        round(_MIDDLE_Y - reach * math.sin(angle), 1),
    )


def _polygon(shares: list[float], look: str) -> str:
    points = " ".join("{},{}".format(*_at(i, len(shares), share)) for i, share in enumerate(shares))
    return f'<polygon points="{points}" {look}/>'


def _label(axis: PublicAxis, index: int, of: int) -> str:
    x, y = _at(index, of, 1)
    aside = x - _MIDDLE_X
    anchor = "middle" if abs(aside) < 1 else "start" if aside > 0 else "end"
    x += 0 if anchor == "middle" else 8 if aside > 0 else -8
    lines = [*_wrapped(axis.label), percent(axis.have)]
    if anchor != "middle":
        y -= 14 * (len(lines) - 1) / 2 - 4
    elif y < _MIDDLE_Y:
        y -= 14 * (len(lines) - 1) + 8
    else:
        y += 18
    bold = [""] * (len(lines) - 1) + [' font-weight="700"']
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + 14 * n:.1f}"{bold[n]}>{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f'<text text-anchor="{anchor}" fill="#1A2029" aria-hidden="true">{spans}</text>'


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _MOST_NAME:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
