"""What comes next is one list in the order of time; more than a page shows has its own page."""

from datetime import date

import pytest
from larkhaven import larkhaven
from site_pages import pages
from spoken import ENGLISH

from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.derive.snapshot.snapshot import snapshot
from generator.views.base import addresses
from generator.views.roadmap.next_steps import MOST_NEXT, next_steps, next_view
from tests.views.roadmap.test_roadmap import NOW


def view_of(now):
    """Return what the roadmap shows of what comes next."""
    return next_view(now, obligations_by_milestone(now))


def with_steps(number):
    """Return the sample town with so many steps more of an initiative that is under way."""
    report = larkhaven()
    one = next(i for i in report.initiatives if i.id == "night-ferry")
    step = next(step for step in one.roadmap if not step.outcome)
    more = tuple(step.model_copy(update={"id": f"step-{n}"}) for n in range(number))
    changed = one.model_copy(update={"roadmap": (*one.roadmap, *more)})
    others = tuple(changed if i.id == one.id else i for i in report.initiatives)
    return snapshot(report.model_copy(update={"initiatives": others}), report.about.as_of)


def test_it_is_in_the_order_of_time():
    """The date that was to come first is above, be it overdue or not."""
    found = next_steps(NOW, obligations_by_milestone(NOW))
    last = [one.when.last(date.max) for one in found]
    assert last == sorted(last)
    assert [one.is_overdue for one in found].count(True) == 3


def test_what_is_overdue_says_so():
    """Each row of an overdue date has the signal, and no other has."""
    found = next_steps(NOW, obligations_by_milestone(NOW))
    signaled = [any(piece.kind == "signal" for piece in one.timing) for one in found]
    assert signaled == [one.is_overdue for one in found]


def test_milestones_to_come_say_from_how_many_an_update_is_expected():
    """The milestone of summer 2024 expects five."""
    rows = view_of(NOW).table.rows
    (row,) = (row for row in rows if row[1][0].kind == "link")
    assert row[1][0].target == addresses.milestone("mid-2024")
    assert ENGLISH(row[2][0].text) == "5 updates expected"


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2020, 1, 1), "nothing is still to come"),
        (date(2024, 2, 10), "2 planned dates are still to come, and 3 are overdue"),
        (date(2030, 1, 1), "one planned date is still to come, and 3 are overdue"),
    ],
)
def test_the_page_begins_with_how_much_is_to_come(day, says):
    """As of any day; nothing is left out."""
    assert says in ENGLISH(view_of(snapshot(larkhaven(), day)).lead)


@pytest.mark.parametrize("more", [0, MOST_NEXT, 400])
def test_what_the_roadmap_does_not_show_is_on_a_page_of_its_own(more):
    """That page has all of it; where everything is on the roadmap, there is none."""
    now = with_steps(more)
    view = view_of(now)
    found = len(next_steps(now, obligations_by_milestone(now)))
    made = {page.target for page in pages(now, (), "sections")}

    assert len(view.table.rows) == min(found, MOST_NEXT)
    assert (view.more is not None) is (found > MOST_NEXT) is (addresses.NEXT_STEPS in made)
