"""The matrix holds every initiative, its status at each time, its finds, and its ideas."""

from dataclasses import replace
from datetime import date

import pytest
from larkhaven import larkhaven
from press import living
from spoken import ENGLISH

from generator.derive.history.renames import ids_of, state_under
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.views.base.shared import status_signal
from generator.views.charts.matrix import Matrix, matrix, part_of
from generator.views.print.document import DocumentFrame


@pytest.fixture(scope="module")
def frame() -> DocumentFrame:
    """Return the sample town with its editions."""
    return living("larkhaven")


@pytest.fixture(scope="module")
def made(frame: DocumentFrame) -> Matrix:
    """Return its matrix."""
    return matrix(frame.snapshot, frame.editions, "all")


def bare(seen: Snapshot, *names: str) -> Snapshot:
    """Return a snapshot whose initiatives have nothing under some keys."""
    states = tuple(
        replace(s, initiative=s.initiative.model_copy(update=dict.fromkeys(names, ())))
        for s in seen.states
    )
    return replace(seen, states=states)


def test_each_initiative_has_its_status_in_each_edition_and_today(
    frame: DocumentFrame, made: Matrix
) -> None:
    """A cell says what the page of that edition says; where one was not yet listed it is empty."""
    editions = sorted(frame.editions, key=lambda e: e.edition.year)
    assert [ENGLISH(c.label) for c in made.columns] == [
        *(str(e.edition.year) for e in editions),
        "Today",
    ]
    assert [row.id for row in made.rows] == [s.initiative.id for s in frame.snapshot.states]
    for row, state in zip(made.rows, frame.snapshot.states, strict=True):
        then = [state_under(e.then, ids_of(state.initiative)) for e in editions]
        expected = [status_signal(s) if s else None for s in (*then, state)]
        assert list(row.states) == expected
    assert any(None in row.states for row in made.rows)


def test_a_strip_runs_from_the_proposal_to_the_newest_find(made: Matrix) -> None:
    """Every find is on it, in order, and says when the newest was."""
    strips = [row.strip for row in made.rows if row.strip]
    assert len(strips) == len(made.rows)
    for strip in strips:
        assert list(strip.finds) == sorted(set(strip.finds))
        assert all(0 <= place <= 100 for place in (strip.proposed, *strip.finds))
        assert len(strip.finds) <= strip.count
        assert bool(strip.count) == bool(strip.newest) == bool(strip.finds)
        assert strip.last == max((strip.proposed, *strip.finds))


def test_the_key_counts_how_they_are_today(frame: DocumentFrame, made: Matrix) -> None:
    """Every look that occurs is explained once, and the counts add up to all initiatives."""
    looks = [(key.signal.key, key.signal.outdated) for key in made.key]
    shown = {(s.key, s.outdated) for row in made.rows for s in row.states if s}
    assert sorted(looks) == sorted(shown)
    assert sum(key.count for key in made.key) == len(frame.snapshot.states)
    assert all(bool(key.target) == bool(key.count) for key in made.key)


def test_what_a_report_does_not_have_is_no_column(frame: DocumentFrame) -> None:
    """Without editions, ideas or finds there is neither a column nor a sentence about it."""
    alone = matrix(frame.snapshot, (), "all")
    assert [ENGLISH(column.label) for column in alone.columns] == ["Today"]

    young = matrix(bare(snapshot(larkhaven(), date(2021, 3, 1)), "ideas", "events"), (), "all")
    assert not young.has_ideas
    assert young.years is None
    assert all(row.strip is None and row.ideas is None for row in young.rows)
    assert young.beside == len(young.columns)


def test_areas_are_headings_only_where_there_are_several(frame: DocumentFrame) -> None:
    """The matrix of one topic area does not name it again."""
    seen = frame.snapshot
    area = seen.states[0].initiative.area
    here = [s for s in seen.states if s.initiative.area == area]

    (group,) = matrix(seen, frame.editions, "initiatives", here).groups
    assert group.area is None
    assert len(group.rows) == len(here)
    assert all(g.area for g in matrix(seen, frame.editions, "all").groups)


def test_a_part_holds_its_rows_below_their_areas(made: Matrix) -> None:
    """Parts follow one another without a gap, and no area without a row is named."""
    pager = object()
    first, second = (part_of(made, *span, pager) for span in ((0, 5), (5, 99)))  # type: ignore[arg-type]

    assert (*first.rows, *second.rows) == made.rows
    assert all(group.rows for part in (first, second) for group in part.groups)
    assert first.parts is pager
