"""Opening an edition: read, checked and made exact, against PyYAML only parsing the same file."""

from __future__ import annotations

import yaml

from tests.benchmarks.harness import Race, bench
from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.edition import parse_edition


@bench("edition-load", goal=1.0)
def edition_load() -> Race:
    text = resource_path("lke", "zi-2021.yaml").read_text(encoding="utf-8")
    return Race(ours=lambda: parse_edition(text, "zi-2021"), theirs=lambda: yaml.safe_load(text))
