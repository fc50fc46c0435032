"""Files checked in one go that belong to one evaluation: each may be valid alone, and yet they may disagree.

Two evaluations in one go are no fault, nor are two versions of one; versions are told all the same, because
nobody should lay the report of one beside the workbook of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Language, Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services import signed_content as content
from zi_desktop.services.signed_content import Said
from zi_desktop.services.verifying_words import one_line

if TYPE_CHECKING:
    from zi_desktop.documents import PdfReadBack

_TOTAL = "total nilai"
_ROUNDED = 0.00501
"""Totals are printed to two decimals."""
_DIGITS = 16
"""Of a revision's fingerprint, as far as a PDF names it."""


@dataclass(frozen=True)
class About:
    """Which evaluation a file speaks of, and in which version: `revision` is the head of its log, or the
    first 16 digits of it. Empty where the file does not say; `evaluation` is its id, which packages alone
    name."""

    unit: str = ""
    year: int = 0
    stage: str = ""
    edition: str = ""
    revision: str = ""
    evaluation: str = ""

    @property
    def title(self) -> Text:
        """``Satker Contoh · 2026 · Tim Penilai Internal (TPI)``."""
        known = {stage.value: stage.label for stage in Stage}
        stage = known.get(self.stage, Text(self.stage, self.stage))
        parts = [part for part in (self.unit, str(self.year or "")) if part]
        return Text(
            " · ".join((*parts, *filter(None, (stage.id,)))), " · ".join((*parts, *filter(None, (stage.en,))))
        )

    def same_evaluation(self, other: About) -> bool:
        if self.unit and other.unit:
            return self._key == other._key
        return bool(self.revision and other.revision) and self.same_revision(other)

    def same_revision(self, other: About) -> bool:
        """Also True where one of them names none: nothing speaks against it."""
        mine, theirs = self.revision[:_DIGITS], other.revision[:_DIGITS]
        return not mine or not theirs or mine == theirs

    @property
    def marks(self) -> Iterator[object]:
        """Two of the same evaluation share one of them: not each has to be held against every other."""
        if self.unit:
            yield self._key
        if self.revision:
            yield self.revision[:_DIGITS]

    @property
    def _key(self) -> tuple[str, int, str, str]:
        return (" ".join(self.unit.casefold().split()), self.year, self.stage, self.edition)

    def as_dict(self) -> dict[str, Any]:
        return vars(self)


@dataclass(frozen=True)
class Contents:
    """What a file that is still as it was signed says; nothing for files that are not ours."""

    about: About = field(default_factory=About)
    said: tuple[Said, ...] = field(default=(), repr=False)
    total: str = ""
    """As printed or recorded, with a decimal point."""


NOTHING = Contents()


@dataclass(frozen=True)
class Together:
    """Two files of one evaluation. `same_revision`: of one version of it, too; then `differences` (between
    what both say) are a fault."""

    files: tuple[str, str]
    about: About
    same_revision: bool
    differences: tuple[Text, ...]

    @property
    def agree(self) -> bool:
        return not (self.same_revision and self.differences)

    @property
    def summary(self) -> Text:
        one, other = self.files
        if not self.same_revision:
            return Text(
                f"{one} dan {other} berasal dari dua versi penilaian yang sama.",
                f"{one} and {other} are two versions of the same evaluation.",
            )
        if self.differences:
            return Text(
                f"{one} dan {other} dari versi penilaian yang sama, tetapi isinya bertentangan.",
                f"{one} and {other} are of the same version of an evaluation, but contradict each other.",
            )
        return Text(
            f"{one} dan {other}: penilaian dan versi yang sama, isinya cocok.",
            f"{one} and {other}: the same evaluation and version, and they agree.",
        )

    def in_words(self, language: Language) -> str:
        mark = "=" if self.same_revision and self.agree else "!"
        told = [f"  ! {one_line(text.to(language))}" for text in self.differences]
        return "\n".join([f"{mark} {one_line(self.summary.to(language))}", *told])

    def as_dict(self, language: Language) -> dict[str, Any]:
        return {
            "files": list(self.files),
            "about": self.about.as_dict(),
            "same_revision": self.same_revision,
            "agree": self.agree,
            "differences": [text.to(language) for text in self.differences],
        }


def of_workbook(data: bytes) -> Contents:
    """What was signed with a workbook."""
    from zi_desktop.signing.opc_content import signed_record

    found = signed_record(data)
    record = found["content"] if found else {}
    said = content.said_in_record(record)
    if said is None:
        return NOTHING
    return Contents(_about(record), (said,), said.values.get(_TOTAL, ""))


def of_pdf(data: bytes, printed: PdfReadBack | None) -> Contents:
    """The pages (`printed`) say what counts; which evaluation they are of is told by the workbook they
    carry."""
    from zi_desktop.signing.pdf_content import attached_files, document_of

    if printed is None:
        return NOTHING
    carried = (of_workbook(file) for name, file in attached_files(data).items() if name.endswith(".xlsx"))
    known = next((c.about for c in carried if c.about.unit), About())
    about = About(known.unit, known.year, known.stage, known.edition, document_of(data) or known.revision)
    return Contents(
        about, (content.said_in_print("", printed.cells),), printed.total.replace(".", "").replace(",", ".")
    )


def of_package(data: bytes, of: Callable[[bytes], Contents]) -> Contents:
    """Its manifest says which evaluation; what the answers are is told by the workbook in it, else the PDF.
    `of` gives what one of its files says."""
    from zi_desktop.exchange import package as packages

    try:
        read = packages.read_package(data)
    except ZiError:
        return NOTHING
    found = NOTHING
    for suffix in (".xlsx", ".pdf"):
        for name, part in read.parts.items():
            if not found.said and name.lower().endswith(suffix):
                found = of(part)
    return Contents(_about(read.facts), found.said, found.total)


def _about(facts: Any) -> About:
    year = facts.get("year")
    return About(
        str(facts.get("unit", "")),
        year if isinstance(year, int) else 0,
        str(facts.get("stage", "")),
        str(facts.get("edition", "")),
        str(facts.get("log_head", "")),
        str(facts.get("evaluation", "")),
    )


def compare_files(files: Sequence[tuple[str, Contents]]) -> tuple[Together, ...]:
    """Every two files of one evaluation, in the order given; `files` are (name, contents)."""
    alike: defaultdict[object, list[int]] = defaultdict(list)
    for place, (_, contents) in enumerate(files):
        for mark in contents.about.marks:
            alike[mark].append(place)
    pairs = sorted({pair for places in alike.values() for pair in combinations(places, 2)})
    return tuple(
        _compare(files[one], files[other])
        for one, other in pairs
        if files[one][1].about.same_evaluation(files[other][1].about)
    )


def _compare(one: tuple[str, Contents], other: tuple[str, Contents]) -> Together:
    (name, mine), (beside, theirs) = one, other
    differences = [
        Text(
            f"{what.id}: {name} menyatakan {here.id}, {beside} menyatakan {there.id}.",
            f"{what.en}: {name} says {here.en}, {beside} says {there.en}.",
        )
        for what, here, there in _differing(mine, theirs)
    ]
    told = tuple(differences[: content.MAX_TOLD])
    more = len(differences) - len(told)
    if more:
        told += (Text(f"dan {more} perbedaan lagi.", f"and {more} more differences."),)
    about = mine.about if mine.about.unit else theirs.about
    return Together((name, beside), about, mine.about.same_revision(theirs.about), told)


def _differing(mine: Contents, theirs: Contents) -> list[tuple[Text, Text, Text]]:
    """(what, here, there) of every value that both speak of; sums only where no answer explains them."""
    found: list[tuple[Text, Text, Text]] = []
    for said in mine.said:
        beside = content.like(said, theirs.said)
        if beside is None:
            continue
        keys = [key for key in content.changed_values(said, beside) if key != _TOTAL]
        answers = [key for key in keys if not key.endswith(f" {content.POINTS}")]
        found += [
            (_either(key), _either(content.shown(said, key)), _either(content.shown(beside, key)))
            for key in answers or keys
        ]
    try:
        off = mine.total and theirs.total and abs(float(mine.total) - float(theirs.total)) > _ROUNDED
    except ValueError:
        off = mine.total != theirs.total
    if off:
        found.append((Text(_TOTAL, "total score"), _points(mine.total), _points(theirs.total)))
    return found


def _either(text: str) -> Text:
    return Text(text, text)


def _points(total: str) -> Text:
    """To two decimals, as a report prints it."""
    try:
        english = f"{float(total):.2f}"
    except ValueError:
        return _either(total)
    return Text(english.replace(".", ","), english)
