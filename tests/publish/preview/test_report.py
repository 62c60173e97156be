"""`annual-report serve` on a report: an edit shows, a fault is told in the page and goes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from previews import running
from sites import SAMPLE, make_project

from generator.core.settings import Settings

pytestmark = pytest.mark.slow
PATIENCE = 60_000


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Settings, str]]:
    """Start the preview of the sample town; return its project and where it is served."""
    settings = make_project(SAMPLE, tmp_path / "town")
    with running(settings.root) as program:
        yield settings, program.address
        said = program.end()
    assert "Traceback" not in said
    assert "MkDocs built all pages itself" not in said


def test_edit_fault_and_mend_in_the_browser(
    preview: tuple[Settings, str], browser: Browser
) -> None:
    """The page follows an edit; a fault is above it, with its place; fixed, it is gone."""
    settings, address = preview
    file = min((settings.content / "initiatives").glob("*.yml"))
    good = file.read_text("utf-8")
    title = re.compile(r"(?m)^title: .*$")
    page = browser.new_page()
    page.goto(f"{address}initiatives/{file.stem}/", timeout=PATIENCE)

    file.write_text(title.sub("title: First of all titles", good, count=1), "utf-8")
    page.get_by_role("heading", name="First of all titles").first.wait_for(timeout=PATIENCE)

    file.write_text(good.replace("title:", "titel:", 1), "utf-8")
    told = page.get_by_role("alert")
    told.get_by_text(f"content/initiatives/{file.name}:2:1").wait_for(timeout=PATIENCE)
    assert 'Did you mean "title"?' in told.inner_text()
    assert page.get_by_role("heading", name="First of all titles").first.is_visible()

    file.write_text(title.sub("title: Second of all titles", good, count=1), "utf-8")
    page.get_by_role("heading", name="Second of all titles").first.wait_for(timeout=PATIENCE)
    assert told.inner_text() == ""
    page.close()
