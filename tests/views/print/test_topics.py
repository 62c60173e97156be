"""Sections by topic: whom nobody reports on takes a few lines, and loses no fact."""

import pytest
from press import living

from generator.views.base import addresses
from generator.views.initiatives.initiative import initiative_view
from generator.views.print.blocks import Heading, TableBlock, Timeline
from generator.views.print.topics import is_silent, topic_parts

CITIES = ("larkhaven", "west-hollywood")


def silent(city):
    """Return the ids of the initiatives about which nothing is told."""
    frame = living(city)
    views = [(s, initiative_view(frame.snapshot, s, frame.editions)) for s in frame.snapshot.states]
    return {state.initiative.id for state, view in views if is_silent(state, view)}


def sections(city):
    """Return the parts of each initiative's section by its address, in the report's order."""
    frame = living(city)
    known = {addresses.initiative(s.initiative.id) for s in frame.snapshot.states}
    found = {}
    for area in frame.snapshot.report.areas:
        anchor = ""
        for part in topic_parts(frame, area):
            if isinstance(part, Heading) and part.level <= 3:
                anchor = part.anchor
            if anchor in known:
                found.setdefault(anchor, []).append(part)
    return found


def test_of_the_real_report_those_never_reported_on_are_silent():
    """Whether anything related was found makes no difference."""
    frame = living("west-hollywood")
    found = silent("west-hollywood")
    assert {"live-chat", "fitweho"} <= found
    assert all(not frame.snapshot.state_of(name).updates for name in found)


@pytest.mark.parametrize("city", CITIES)
def test_a_silent_initiative_has_no_table_and_no_timeline(city):
    """Its section is one slight heading and paragraphs."""
    short = {addresses.initiative(name) for name in silent(city)}
    assert short
    for anchor, parts in sections(city).items():
        if anchor in short:
            assert parts[0].slight
            assert sum(isinstance(part, Heading) for part in parts) == 1
            assert not [part for part in parts if isinstance(part, TableBlock | Timeline)]


@pytest.mark.parametrize("city", CITIES)
def test_silent_initiatives_come_last_in_their_topic(city):
    """What is told comes first; every initiative has its section once."""
    frame = living(city)
    short = silent(city)
    found = list(sections(city))
    assert sorted(found) == sorted(
        addresses.initiative(s.initiative.id) for s in frame.snapshot.states
    )
    for area in frame.snapshot.report.areas:
        here = [s.initiative.id for s in frame.snapshot.states if s.initiative.area == area.id]
        order = sorted(here, key=lambda name: found.index(addresses.initiative(name)))
        assert order == sorted(here, key=lambda name: name in short)
