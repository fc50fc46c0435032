"""Where things stand on the page, in points. Shared by writing and reading back: the reader trusts places,
not words, because a user may write any words into a note but cannot write outside its column."""

from __future__ import annotations

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 595.2756, 841.8898  # A4

LEFT = 20 * MM
RIGHT = PAGE_WIDTH - 18 * MM
WIDTH = RIGHT - LEFT
HEADER_Y = PAGE_HEIGHT - 13 * MM
FRAME_TOP = PAGE_HEIGHT - 24 * MM
FRAME_BOTTOM = 19 * MM
FRAME_HEIGHT = FRAME_TOP - FRAME_BOTTOM
FOOTER_Y = 11 * MM

# The annex: a gutter for codes and labels, a column for texts, and four right-aligned columns of figures.
# Nothing a user wrote is ever drawn in the gutter, nor on the base line of a code.
GUTTER = 25 * MM
TEXT_X = LEFT + GUTTER
ANSWER_RIGHT = RIGHT - 45 * MM
VALUE_RIGHT = RIGHT - 31 * MM
POINTS_RIGHT = RIGHT - 15 * MM
MOST_RIGHT = RIGHT
ANSWER_WIDTH = 22 * MM
FIGURE_WIDTH = 13 * MM
TEXT_WIDTH = ANSWER_RIGHT - ANSWER_WIDTH - 3 * MM - TEXT_X

BAND_Y = PAGE_HEIGHT - 20.5 * MM
"""Base line of the annex's column heads: above every frame, so only the page template writes here."""

COVER_RESULT_TOP = 150 * MM
COVER_RESULT_BOTTOM = 34 * MM
COVER_TOTAL = (LEFT, COVER_RESULT_TOP - 31 * MM, LEFT + 58 * MM, COVER_RESULT_TOP - 12 * MM)
"""x1, y1, x2, y2 of the place where the cover prints the total and nothing else."""

MARK = "ZI"
"""In the properties of marked content: the name under which a text is found again."""

CODE_HEAD = "Kode"
COUNT_LABEL = "Isian"
DECISION_LABEL = "Keputusan"
NOT_ANSWERED = "belum dijawab"
BLANK = "kosong"
FINDING_LABEL = "Temuan"
ADVICE_LABEL = "Rekomendasi"
