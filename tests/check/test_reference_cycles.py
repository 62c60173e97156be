"""Circles in what waits for what, and references inside an initiative."""

from hypothesis import given
from hypothesis import strategies as st

from generator.check.reference_cycles import reference_cycles
from generator.core.issues import Location

NAMES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NAMES, st.sets(NAMES, max_size=3))


def edges_of(graph):
    """Return a graph with a place at every edge."""
    return {name: dict.fromkeys(sorted(others), Location("x")) for name, others in graph.items()}


def can_end(graph):
    """Return whether names can be removed, one that waits for none at a time, until none is left.

    This is how a graph without circles is told in textbooks, by another way than the rule's walk.
    """
    left = {name: others & graph.keys() for name, others in graph.items()}
    while free := [name for name, others in left.items() if not others]:
        left = {name: others - {*free} for name, others in left.items() if name not in free}
    return not left


@given(GRAPHS)
def test_circles_are_found_exactly_where_there_are_some(graph):
    """A circle is reported if and only if there is one."""
    assert bool(list(reference_cycles(edges_of(graph)))) == (not can_end(graph))


@given(GRAPHS)
def test_every_circle_that_is_reported_is_one(graph):
    """Each step of a reported circle is an edge, and the last leads to the first."""
    for circle in reference_cycles(edges_of(graph)):
        steps = zip(circle, [*circle[1:], circle[0]], strict=True)
        assert all(following in graph[name] for name, following in steps)


def test_long_chains_are_walked_without_running_out_of_depth():
    """Thousands of steps in a row are no fault and no failure."""
    chain = {str(n): {str(n + 1): Location("x")} for n in range(5000)}
    assert list(reference_cycles(chain)) == []
