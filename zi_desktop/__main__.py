"""``python -m zi_desktop`` and the installed ``zi-desktop``."""

import sys


def main() -> int:
    from zi_desktop.app import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
