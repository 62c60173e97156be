"""An office with nothing in its report yet."""

from pathlib import Path

import pytest
from offices import Office, make_office

from generator.core.timings import Timings


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with no initiative yet."""
    return make_office(tmp_path / "office")


@pytest.fixture
def timings() -> Timings:
    """Return timings that nobody reads."""
    return Timings()
