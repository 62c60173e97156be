"""A packet says what is owed and what needs attention; a sheet has all ideas and every sum."""

from larkhaven import larkhaven
from press import DIGEST, living

from generator.derive.snapshot.snapshot import InitiativeState, snapshot
from generator.views.print.blocks import FactList, Heading, Part, Points, RecordList, TableBlock
from generator.views.print.department import SHEET_LENGTHS, department_document, sheet_document
from generator.views.print.document import DocumentFrame
from generator.views.print.owed_updates import owed_updates
from tests.spoken import spoken

*_, SHORTEST = SHEET_LENGTHS


def state_of(frame: DocumentFrame, initiative: str) -> InitiativeState:
    """Return the state of an initiative."""
    found = frame.snapshot.state_of(initiative)
    assert found
    return found


def sheet(town: str, initiative: str, most: int = SHEET_LENGTHS[0]) -> tuple[Part, ...]:
    """Return the parts of a sheet, said in English."""
    frame = living(town)
    return spoken(sheet_document(frame, state_of(frame, initiative), most).parts)


def below(parts: tuple[Part, ...], heading: str) -> Part:
    """Return the part that follows a heading."""
    return parts[1 + next(n for n, p in enumerate(parts) if getattr(p, "text", "") == heading)]


def packet(town: str, unit_id: str) -> tuple[Part, ...]:
    """Return the parts of a department's packet, said in English."""
    frame = living(town)
    units = frame.snapshot.report.organization.units
    (unit,) = [unit for unit in units if unit.id == unit_id]
    return spoken(department_document(frame, unit).parts)


def test_no_sheet_leaves_out_an_idea():
    """However short its history has to be."""
    for most in (SHEET_LENGTHS[0], SHORTEST):
        ideas = below(sheet("west-hollywood", "shared-bicycles", most), "Ideas")
        assert isinstance(ideas, RecordList)
        assert len(ideas.items) == len(
            state_of(living("west-hollywood"), "shared-bicycles").initiative.ideas
        )


def test_figures_have_a_name_and_a_unit():
    """A sheet has no drawing whose heading says them."""
    points = below(sheet("west-hollywood", "shared-bicycles"), "Measures")
    assert isinstance(points, Points)
    names = [item[0].text for item in points.items]
    assert "Shared bicycles available (bicycles):" in names
    assert "Yearly operating cost of the bike share (USD per year):" in names


def test_what_ended_says_what_it_cost():
    """And what it brought in."""
    cost = str(below(sheet("west-hollywood", "shared-bicycles"), "Funding and staffing"))
    assert "$344,750 per year" in cost
    assert "$133,771 per year" in cost


def test_every_sum_is_on_the_sheet():
    """Those that a brief leaves out too: what was stated earlier, and other stages."""
    fiber = str(below(sheet("west-hollywood", "weho-fiber"), "Funding and staffing"))
    assert all(sum_ in fiber for sum_ in ("$45 million to $51 million", "at most $42 million"))
    gauges = str(below(sheet("larkhaven", "tide-gauge"), "Funding and staffing"))
    assert "requested" in gauges
    assert "forecast" in gauges


def test_measures_that_are_left_out_are_counted():
    """A list that is cut says so, and one without items has no heading."""
    parts = sheet("west-hollywood", "shared-bicycles", SHORTEST)
    assert "The full report has 5 more measures." in str(parts)
    assert "Measures" not in [p.text for p in parts if isinstance(p, Heading)]


def test_a_packet_tells_what_is_owed_and_what_needs_attention():
    """Of its own initiatives alone, before all that sources say."""
    parts = packet("west-hollywood", "community-development")
    owed, attention = below(parts, "Updates owed"), below(parts, "What needs attention")
    assert isinstance(owed, TableBlock)
    assert isinstance(attention, TableBlock)
    assert [row[0][0].text for row in owed.table.rows] == ["Create West Hollywood Innovation Fund"]
    assert [row[0][0].text for row in attention.table.rows] == ["Launch WeHo Vision Zero Campaign"]


def test_updates_are_owed_as_at_each_milestone():
    """What was missed and what is due next; what is closed owes nothing."""
    seen = snapshot(larkhaven(), larkhaven().about.as_of)
    found = {one.state.initiative.id: one for one in owed_updates(seen, seen.states)}
    assert "bench-map" not in found
    ferry = found["night-ferry"]
    assert ferry.missing == ()
    assert [m.id for m in ferry.expected] == ["mid-2024"]


def test_a_sheet_says_when_the_next_update_is_due():
    """Beside what was not found."""
    facts = [part for part in sheet("larkhaven", "night-ferry") if isinstance(part, FactList)]
    said = {row.name: str(row.value) for part in facts for row in part.rows}
    assert "June 30, 2024" in said["Next update due"]


def test_an_edition_of_the_organizations_own_is_not_called_unofficial():
    """The label is of what others compiled."""
    bare = larkhaven().model_copy(update={"initiatives": (), "updates": (), "evaluations": ()})
    frame = DocumentFrame(snapshot(bare, bare.about.as_of), DIGEST, None, ())
    assert frame.unofficial == ""
    assert living("west-hollywood").unofficial != ""
