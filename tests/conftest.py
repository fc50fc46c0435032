"""Set before anything imports Qt: tests draw into memory, on a machine without a display too."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
