"""What an installed package needs to build for others: templates, styles, schemas, maps."""

from pathlib import Path

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
ASSETS = _HERE / "assets"
SCHEMAS = _HERE / "schema"
PREVIEW = _HERE / "preview"
ADOPTER = _HERE / "adopter"
"""What is written into the repository of a report that others keep, by host."""
MAPS = _HERE / "maps"
ACCESS_RESULTS = _HERE / "access_results.json"
"""What the tests of access found; `tasks.py access` renews it."""
USUAL_WORDS = _HERE / "usual_words.yml"
"""What exports usually call columns and statuses."""


def kept(path: str) -> Path:
    """Return where a file or folder is that the repository keeps at its top, such as `overrides`.

    An installed package holds a copy (setup.py says of what); a checkout is read where it lies.
    """
    bundled = _HERE / "bundled"
    return (bundled if bundled.is_dir() else _HERE.parents[1]) / path
