"""What is due, as the first thing that the form editor shows."""

import re
from datetime import date

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.cms.bundle import page_files
from generator.editorial.cms.due_list import due_list
from generator.editorial.updates.due import DueUpdate, due_updates


def _due() -> tuple[DueUpdate, ...]:
    return due_updates(snapshot(larkhaven(), larkhaven().about.as_of))


def test_each_update_leads_to_its_form() -> None:
    """Initiative and milestone are chosen already; who looks at it is chosen above."""
    page = page_files(larkhaven(), None, "main")["index.html"].decode()
    assert "As of February 10, 2024, 6 updates are due. Choose yours." in page
    assert page.count('href="#/collections/updates-mid-2024/new?initiative=') == 5
    assert "<option>Front Desk Manager, Owner</option>" in page


def test_what_nobody_is_asked_for_leads_to_the_form_for_editors() -> None:
    """It is folded, counted, and compiled rather than reported."""
    said = due_list(_due(), date(2024, 2, 10))
    folded = said.partition("<details>")[2]
    assert folded.startswith("<summary>5 updates that nobody is asked for</summary>")
    assert len(re.findall(r'href="#/collections/records/new\?milestone=', folded)) == 5


def test_nothing_due_is_a_sentence() -> None:
    """No heading, no choice and no list stand over nothing."""
    said = due_list((), date(2024, 2, 10))
    assert said == "<h1>What is due</h1>\n<p>No update is due as of February 10, 2024.</p>"
