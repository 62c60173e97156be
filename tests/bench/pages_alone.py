"""Our site builder on pages that are there already, as `annual-report build` goes on from them.

`python -m tests.bench.pages_alone PROJECT [--plain]`; `--plain` leaves MkDocs alone.
"""

import gc
import sys
from datetime import date
from pathlib import Path

import generator.cli.main  # noqa: F401 - its imports are a part of what our command costs
from generator.core.settings import Settings
from generator.publish.site import build_site

BUILT_ON = date(2026, 1, 1)
PLAIN = "--plain"


def main(project: str, how: str = "") -> None:
    """Build the site of a project's `build/docs`; what an earlier build kept is made use of."""
    settings = Settings(root=Path(project).resolve())
    made = build_site(settings, built_on=BUILT_ON, accelerated=how != PLAIN)
    if made.alone and how != PLAIN:
        raise SystemExit(f"MkDocs worked alone: {made.alone}.")
    sys.stdout.write(f"{made.pages} pages, {len(made.written.changed)} files written.\n")


if __name__ == "__main__":
    # As the command line does.
    gc.set_threshold(100_000, 50, 100)
    main(*sys.argv[1:])
