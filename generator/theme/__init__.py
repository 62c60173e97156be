"""What an installed package needs to build for others: templates, styles, schemas, preview."""

from pathlib import Path

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
ASSETS = _HERE / "assets"
SCHEMAS = _HERE / "schema"
PREVIEW = _HERE / "preview"
