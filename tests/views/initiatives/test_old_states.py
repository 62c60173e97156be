"""Old states on pages: said as what they were when something was last found."""

from larkhaven import larkhaven
from spoken import ENGLISH, spoken

from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Event
from generator.model.keys import EventKind, Match
from generator.views.base.blocks import Cell
from generator.views.base.shared import idea_cell, legend, phase_signal, status_cell, status_signal
from generator.views.initiatives.initiative import initiative_view

NOW = larkhaven().about.as_of


def words(cell: Cell) -> str:
    """Return the words of a cell."""
    pieces = spoken(cell)
    return " ".join(getattr(piece, "text", "") or getattr(piece, "label", "") for piece in pieces)


def now(*events: Event) -> Snapshot:
    """Return the sample, with events of the one initiative of which there is no update."""
    report = larkhaven()
    changed = tuple(
        i.model_copy(update={"events": (*i.events, *events)}) if i.id == "youth-council" else i
        for i in report.initiatives
    )
    return snapshot(report.model_copy(update={"initiatives": changed}), NOW)


def related(on: str) -> Event:
    """Return something that happened, which no update cites."""
    return Event(
        id="school-council",
        on=PartialDate(on),
        kind=EventKind.REPORTED,
        match=Match.INFERRED,
        text="The school chose a council of its own.",
        sources=("town-charter",),
        recorded=NOW,
    )


def test_an_old_status_is_said_as_the_one_that_was_last_reported() -> None:
    """With the date, quiet in tone, and explained; its phase is quiet too."""
    state = now().state_of("open-ledger")

    assert state is not None
    assert words(status_cell(state)) == "Last reported under way April 2022"
    assert status_signal(state).tone == "quiet"
    assert "It was so on the date given." in ENGLISH(status_signal(state).means)
    assert not phase_signal(state).outdated  # nothing is known of it
    assert [ENGLISH(one.label) for one in legend((state.status,), (state,))] == [
        "Under way, schedule not known",
        "Last reported under way",
    ]


def test_a_status_that_was_reported_of_late_is_said_as_it_is() -> None:
    """With the time it speaks of."""
    state = now().state_of("tide-gauge")

    assert state is not None
    assert words(status_cell(state)) == "Off track as of February 5, 2024"
    assert not status_signal(state).outdated
    assert words(idea_cell(state, state.initiative.ideas[0].id)).endswith("as of June 15, 2023")


def test_nothing_found_is_said_only_where_nothing_was_found() -> None:
    """What happened since is listed, with its date; what happened before is not."""
    nothing, before, since = (
        initiative_view(seen, state)
        for seen in (now(), now(related("2019")), now(related("2023-05")))
        if (state := seen.state_of("youth-council"))
    )

    for view in (nothing, before):
        assert ENGLISH(view.verdict.sentence).startswith(
            "Nothing was found about this initiative since"
        )
        assert view.related == ()
    assert ENGLISH(since.verdict.sentence).startswith(
        "Nothing was found that carries this initiative out"
    )
    ((sentence, *_),) = since.related
    assert dict(sentence.parts)["date"].text == PartialDate("2023-05")
