"""Every kind of record can be kept in the workbook: sources, posts, evaluations, gaps, rivals."""

from collections import Counter

import pytest

from generator.editorial.sheet.guide_sheet import GUIDE
from generator.load.formatting import format_content

pytestmark = pytest.mark.slow

TIDE = "initiatives/tide-gauge.yml"
RIVAL = ("tide-gauge", "gauges", "sea-side", "2023-12-31", "harbour-news")


def text(town, path):
    """Return what an import would write to a file."""
    imported = town.imported()
    assert [str(refusal) for refusal in imported.merged.refusals] == []
    return imported.files[f"content/{path}"].decode()


@pytest.mark.parametrize(
    ("cell", "value", "path"),
    [
        (("sources", ("harbour-news",), "note"), "Read again.", "sources.yml"),
        (("posts", ("water-manager",), "account"), "larkhaven-water", "organization.yml"),
        (("units", ("water-division",), "note"), "Moved.", "organization.yml"),
        (("outside partners", ("tide-lab",), "note"), "A lab.", "organization.yml"),
        (("milestones", ("mid-2024",), "title"), "Halfway", "cycles.yml"),
        (("areas", ("harbour",), "question"), "How dry are we?", "areas/harbour.yml"),
        (("area goals", ("harbour", "dry-feet"), "note"), "New.", "areas/harbour.yml"),
        (("pictures", ("tide-gauge", "gauge.png"), "caption"), "Another.", TIDE),
        (("other titles", ("tide-gauge", "Flood gauges"), "match"), "inferred", TIDE),
        (("rival values", RIVAL, "note"), "Counts twice.", TIDE),
        (("measures", ("tide-gauge", "gauges"), "baseline.qualifier"), "about", TIDE),
        (
            ("evaluations", (2023, "area:harbour"), "why"),
            "Most are.",
            "evaluations/2023/harbour.md",
        ),
    ],
)
def test_one_cell_of_any_kind_changes_one_line(sheet_town, cell, value, path):
    """A changed cell is a changed line of its own file, or an added one."""
    before = sheet_town.files()[path].decode().splitlines()
    sheet_town.set(*cell, value)
    after = text(sheet_town, path).splitlines()
    ((line, number),) = (Counter(after) - Counter(before)).items()
    assert (number, value in line) == (1, True)
    assert list(sheet_town.imported().files) == [f"content/{path}"]


def test_a_new_source_and_a_new_post_are_added(sheet_town):
    """New rows come last in their file; a source without a day says why."""
    sheet_town.add(
        "sources",
        id="new-minutes",
        title="Minutes",
        address="https://larkhaven.example/new",
        published__missing="not_stated",
        published__why="It bears no date.",
        stated="no date",
    )
    sheet_town.add("posts", id="clerk", title="Clerk", seen="2024", sources="town-charter")
    sources, posts = text(sheet_town, "sources.yml"), text(sheet_town, "organization.yml")
    assert '    published:\n      missing: "not_stated"\n' in sources
    assert '  - id: "clerk"\n    title: "Clerk"\n    seen: "2024"\n' in posts


def test_a_new_evaluation_is_a_new_file_named_by_its_subject(sheet_town):
    """The word before the colon is not in the name of the file; a second one changes the first."""
    sheet_town.add(
        "evaluations",
        year=2023,
        subject="initiative:one-form",
        as_of="2023-12",
        basis="reported",
        result="met",
        why="Every desk has it.",
        decision="continue",
        body="It *works*.",
    )
    sheet_town.add(
        "evaluation goals",
        year=2023,
        subject="initiative:one-form",
        goal="town-hall/open-doors",
        result="met",
        why="Every desk has it.",
    )
    imported = sheet_town.imported()
    (path,) = imported.files
    words = imported.files[path].decode()
    assert path == "content/evaluations/2023/one-form.md"
    assert words.startswith('---\nsubject: "initiative:one-form"\nyear: 2023\n')
    assert words.endswith("---\nIt *works*.\n")
    assert 'recorded: "2024-02-10"' in words


@pytest.mark.parametrize(
    ("year", "subject"), [(2023, "initiative:nobody"), (2023, "../../x"), ("soon", "program")]
)
def test_an_evaluation_of_nothing_is_refused(sheet_town, year, subject):
    """A subject that is not there, and a year that is none, make no path."""
    place = sheet_town.add("evaluations", year=year, subject=subject, result="met")
    (named,) = sheet_town.refusals()
    assert named.replace("!B", "!A") == place


def test_a_gap_is_filled_and_a_value_given_up(sheet_town):
    """A baseline takes the place of the reason why there was none; and the other way round."""
    known = ("tide-gauge", "gauges")
    book = sheet_town.files()["initiatives/tide-gauge.yml"].decode()
    measure = book[: book.index('missing: "not_applicable"')].rpartition('  - id: "')[2]
    missing = ("tide-gauge", measure.partition('"')[0])
    for column, value in (("missing", None), ("why", None), ("period", "2020"), ("value", 0)):
        sheet_town.set("measures", missing, f"baseline.{column}", value)
    sheet_town.set("measures", missing, "baseline.sources", "first-report")
    for column in ("period", "reported", "value", "qualifier", "stated", "recorded", "sources"):
        sheet_town.set("measures", known, f"baseline.{column}", None)
    sheet_town.set("measures", known, "baseline.missing", "withheld")
    sheet_town.set("measures", known, "baseline.why", "Kept back.")
    words = text(sheet_town, TIDE)
    filled = '    baseline:\n      period: "2020"\n      value: 0\n      recorded: "2024-02-10"\n'
    assert filled in words
    assert '    baseline:\n      missing: "withheld"\n      why: "Kept back."\n' in words


@pytest.mark.parametrize(
    ("sheet", "key", "column"),
    [
        ("measures", ("tide-gauge", "gauges"), "baseline.missing"),
        ("measures", ("tide-gauge", "gauges"), "actuals.why"),
        ("sources", ("harbour-news",), "published.missing"),
    ],
)
def test_a_value_and_a_reason_for_its_lack_are_refused(sheet_town, sheet, key, column):
    """Nobody knows which is meant; no figure is given up for a reason."""
    place = sheet_town.set(sheet, key, column, "withheld")
    (refusal,) = sheet_town.imported().merged.refusals
    assert (refusal.place, refusal.wanted) == (place, "one or the other")


def test_a_rival_of_an_unknown_point_is_refused(sheet_town):
    """A value beside a point that is not there belongs to nothing."""
    place = sheet_town.add(
        "rival values",
        initiative="tide-gauge",
        measure="gauges",
        series="sea-side",
        period="1999",
        sources="harbour-news",
        value=3,
    )
    assert sheet_town.refusals() == [place.replace("!A", "!D")]


def test_texts_of_a_list_stand_one_to_a_line(sheet_town):
    """A semicolon in a theme or a name is a sign like others."""
    cell = "The harbour; and the quays\nThe waterfront"
    sheet_town.set("areas", ("harbour",), "also_titled", cell)
    made = text(sheet_town, "areas/harbour.yml")
    assert '  - "The harbour; and the quays"\n  - "The waterfront"\n' in made


def test_the_first_sheet_is_read_by_people_only(sheet_town):
    """What somebody writes on the first sheet changes nothing."""

    def change(book):
        assert book.sheetnames[0] == GUIDE
        book[GUIDE]["C3"].value = "=1+1"

    sheet_town.edit(change)
    assert (sheet_town.imported().files, sheet_town.refusals()) == ({}, [])


def test_what_the_rules_hold_against_a_post_is_told_at_its_cell(sheet_town):
    """A unit that is not there is named where it was typed."""
    place = sheet_town.set("posts", ("water-manager",), "unit", "no-such-unit")
    brought = sheet_town.apply()
    assert [refusal.place for refusal in brought.imported.merged.refusals] == [place]
    assert not format_content(sheet_town.settings).changed
