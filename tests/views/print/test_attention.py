"""What needs attention, as the brief and the first page of the report say it."""

from larkhaven import larkhaven
from press import living

from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.views.print.attention import MatterView, matter_views, matters_table
from tests.spoken import spoken

HEAD = 5


def matters(seen: Snapshot) -> dict[str, MatterView]:
    """Return the matters of a snapshot in English, by their titles."""
    return {one.initiative.text: one for one in spoken(matter_views(seen))}


def words(value: object) -> str:
    """Return a cell in English, as one line."""
    return " ".join(str(piece.text) for piece in value).replace("\N{NO-BREAK SPACE}", " ")


def test_the_real_report_leads_with_its_money():
    """The fiber agreement, the bike share, and Vision Zero, each with what it is about."""
    found = list(matters(living("west-hollywood").snapshot).values())
    fiber, bicycles, zero = found[:3]
    assert "dropped the citywide agreement" in fiber.why
    assert words(fiber.money).startswith("at most $42 million")
    assert "$344,750 per year" in words(bicycles.money)
    assert "$133,771 per year" in words(bicycles.money)
    assert zero.initiative.text == "Launch WeHo Vision Zero Campaign"
    assert zero.next_step == "Report what was done."


def test_a_request_says_who_what_and_by_when():
    """In one sentence, whatever stop it was typed with."""
    found = matters(living("larkhaven").snapshot)["Tide gauges on every quay"]
    assert found.next_step == "Town Council, by March 31, 2024: money for a second crew."
    assert found.why == "The date of December 2023 was missed."
    assert words(found.owner) == "Vacant"
    assert found.sign.label == "Off track"


def test_what_is_overdue_says_since_when():
    """And of which step."""
    found = matters(living("larkhaven").snapshot)["Night ferry to the islands"]
    assert found.sign.text == "Overdue."
    assert found.why.startswith("Lights on the island jetty, since the end of the second quarter")


def test_what_nobody_speaks_of_says_when_something_was_found_last():
    """And of what was never found again, that it was not."""
    found = matters(living("west-hollywood").snapshot)
    silent = found["Encourage creative use of public spaces"]
    assert silent.sign.text == "Last found: 2021."
    never = found["Beautify crosswalks and sidewalks"]
    assert (never.sign.text, never.why) == ("Not found again.", "")


def test_where_owners_are_not_asked_nothing_names_one():
    """An organization may have no such role."""
    report = larkhaven()
    owner = report.about.roles.owner.model_copy(update={"asked": False})
    roles = report.about.roles.model_copy(update={"owner": owner})
    about = report.about.model_copy(update={"roles": roles})
    seen = snapshot(report.model_copy(update={"about": about}), about.as_of)
    found = matters(seen).values()
    assert all(one.owner == () for one in found)


def test_a_table_that_is_cut_says_so():
    """Its caption counts all matters."""
    found = matter_views(living("west-hollywood").snapshot)
    made = spoken(matters_table(found, HEAD))
    assert len(made.rows) == HEAD
    assert made.caption == "6 initiatives that need attention; the first 5"
