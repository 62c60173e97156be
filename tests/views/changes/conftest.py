"""The sample and its editions, which all tests of changes look at."""

import pytest
from larkhaven import larkhaven

from generator.derive.editions.editions import open_edition
from generator.derive.snapshot.snapshot import snapshot


@pytest.fixture
def editions():
    """Return the sample's editions, open as they are."""
    report = larkhaven()
    return tuple(open_edition(report, edition) for edition in report.editions)


@pytest.fixture
def now():
    """Return the living sample."""
    report = larkhaven()
    return snapshot(report, report.about.as_of)
