"""What was read from a worksheet: values and what is doubtful about them; nothing is written yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zi_desktop.domain.carried import Carried
from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import NO_TEXT, Issue, Text, ZiError
from zi_desktop.domain.evaluation import Finding, Stage, TeamMember
from zi_desktop.domain.letter import Letter
from zi_desktop.domain.versions import Versions

LAYOUTS = (
    "lampiran-iii",
    "portalrb-jawaban",
    "three-tier",
    "single-table",
    "form-2014",
    "zi-desktop",
    "unknown",
)


@dataclass(frozen=True)
class Block:
    """One answer block of a worksheet. ``file_scores``: the file's own cached points by section or hasil code
    and ``total``. ``places``: where each cell's answer was read, by cell code (``LKE ZI!K8``).
    ``carried``: what a file of ours brings that no cell shows."""

    stage: Stage
    cells: Cells = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    team: tuple[TeamMember, ...] = ()
    file_scores: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    carried: Carried = field(default_factory=Carried)

    @property
    def filled(self) -> bool:
        return bool(self.cells or self.notes or self.evidence or self.findings)


@dataclass(frozen=True)
class RowCount:
    """Every row with something in it, accounted for: read + skipped (with a reason) + duplicate = rows."""

    rows: int
    read: int
    skipped: Mapping[str, int] = field(default_factory=dict)
    duplicates: int = 0

    @property
    def balances(self) -> bool:
        return self.rows == self.read + sum(self.skipped.values()) + self.duplicates


IGNORE = "ignore"
"""The meaning of a column, or the cell of a row, that the user wants left out."""


@dataclass(frozen=True)
class ColumnMatch:
    """One column with a header: what it is taken for. ``meaning``: ``answer:STAGE``, ``note:STAGE``,
    ``evidence:STAGE``, ``finding:STAGE``, ``recommendation:STAGE``, ``score:STAGE``, ``text``, ``weight``,
    ``type``, ``criteria``, ``id``, ``tree``, `IGNORE`, or empty for a column nobody recognised; our own
    export has ``decision:STAGE`` too. A corrected ``text`` is read like ``tree``: both hold the wording."""

    column: str
    header: str
    meaning: str
    sheet: str = ""


@dataclass(frozen=True)
class RowMatch:
    """One row of the sheet's body and the cell (`Lke.cells`) it is taken for, empty for none. The row of a
    question that is computed from counts has the question's code, which is no cell.

    ``confidence`` 0…1; a doubtful match (``taken`` False) is proposed only: its answer is not read.
    ``reason`` says, for people, what speaks for or against it."""

    row: int
    place: str
    text: str
    cell: str
    confidence: float
    taken: bool
    reason: Text = NO_TEXT

    @property
    def sheet(self) -> str:
        return self.place.rpartition("!")[0]


@dataclass(frozen=True)
class Corrections:
    """What the user says of a sheet, before what the program thinks: ``columns`` letter → meaning, ``rows``
    number → cell code (`IGNORE` for none), ``sheet`` the one to read alone. ``more``: the same of further
    sheets that are read together with the first, by name."""

    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, str] = field(default_factory=dict)
    more: Mapping[str, Corrections] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sheet or self.columns or self.rows or any(self.more.values()))


@dataclass(frozen=True)
class SignedBy:
    """Who put a name to a file, as its signature says. ``trusted`` None: nobody said whom to trust;
    ``self_made``: no authority stands behind the certificate."""

    name: str
    role: str = ""
    time: str = ""
    trusted: bool | None = None
    self_made: bool = False


@dataclass(frozen=True)
class Origin:
    """A file of ours as it came: ``file`` its name, ``sha256`` of its bytes, ``signed_by`` whose signatures
    hold (none: unsigned), ``hashes`` of it and of what it carries inside, by name, ``stage`` that it was made
    for, ``log_head`` that names the state in it."""

    file: str
    sha256: str
    stage: Stage
    log_head: str = ""
    signed_by: tuple[SignedBy, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)
    letter: Letter = field(default_factory=Letter)
    versions: Versions = field(default_factory=Versions)


@dataclass(frozen=True)
class Reading:
    """``official_texts``: the wording found in the user's own workbook, by question code. ``unit`` and
    ``year`` are what the file says of itself, empty or None when it says nothing."""

    edition: str
    layout: str
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...] = ()
    rows: RowCount = RowCount(0, 0)
    official_texts: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    year: int | None = None
    sheet: str = ""
    """The sheet that was read; ``merged_sheets``: those that were read together with it; ``other_sheets``:
    further ones that look like a worksheet."""
    other_sheets: tuple[str, ...] = ()
    merged_sheets: tuple[str, ...] = ()
    columns: tuple[ColumnMatch, ...] = ()
    matches: tuple[RowMatch, ...] = ()
    shape: str = ""
    """A fingerprint of the sheet's form (headers and row labels, not answers): files made from the same
    template share it, so that a corrected mapping can be remembered for the next one."""

    remembered: bool = False
    """Read with corrections that were said of an earlier file of this shape."""

    origin: Origin | None = None
    """Of a file that we wrote ourselves."""

    @property
    def xray(self) -> tuple[Issue, ...]:
        """The issues about the file's own arithmetic: its cells that lie."""
        return tuple(i for i in self.issues if i.code in XRAY_CODES)

    @property
    def doubtful(self) -> tuple[RowMatch, ...]:
        """Rows that were matched but not taken: the user decides."""
        return tuple(m for m in self.matches if m.cell and not m.taken)


XRAY_CODES = frozenset(
    {
        "score-differs",
        "wrong-type",
        "overtyped-formula",
        "range-defect",
        "weight-differs",
        "error-cell",
        "stale-value",
        "no-cached-values",
        "formula-answer",
    }
)


class AnswersUnnamed(ZiError):
    """``no-answer-column``: the questions were recognised, but no header says which column holds the answers,
    and none is guessed. ``reading``: what was seen, without a block, for the user to name the column."""

    def __init__(self, reading: Reading, message: Text, *, where: str, remedy: Text) -> None:
        super().__init__("no-answer-column", message, where=where, remedy=remedy)
        self.reading = reading
