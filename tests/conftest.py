"""Set before anything imports Qt: tests draw into memory, on a machine without a display too."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says nothing on a shared machine. The rest is Hypothesis's own choice: random,
# but the same examples every time where CI is set.
settings.register_profile("zi", parent=settings(), deadline=None)
settings.load_profile("zi")
