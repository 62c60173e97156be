"""The table of states: which may follow which, how they look, and that it is the only one."""

import ast
import re
from pathlib import Path

import pytest

from generator.model.statuses import AXES, REPORTED, SIGNALS, RoadmapState, State, Status, Trait
from generator.render.glyphs import MARKS, SHAPES
from generator.theme import TEMPLATES

PACKAGE = Path(__file__).parents[2] / "generator"
TABLE = PACKAGE / "model" / "statuses.py"
CLOSED = {status for status in Status if status.is_closed}
OPEN = {*REPORTED} - CLOSED


def following(before: Status) -> set[Status]:
    """Return every status that may come after one."""
    return {status for status in Status if status.may_follow(before)}


@pytest.mark.parametrize("kind", SIGNALS.values(), ids=SIGNALS)
def test_addresses_tell_states_apart(kind: type[State]) -> None:
    """A state has one word in addresses, and what once meant another state is no state's now."""
    slugs = [state.slug for state in kind]
    former = [state.former_slug for state in kind if state.former_slug]

    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)
    assert len({*slugs, *former}) == len(slugs) + len(former)


@pytest.mark.parametrize("status", REPORTED)
def test_a_status_may_stay_as_it_is(status: Status) -> None:
    """No change is never a fault."""
    assert status in following(status)


@pytest.mark.parametrize("status", sorted(OPEN - {Status.PROPOSED}))
def test_work_may_turn_to_anything_but_a_proposal(status: Status) -> None:
    """Open statuses follow one another and may close, but nothing is proposed again."""
    assert following(status) == {*REPORTED} - {Status.PROPOSED}


def test_a_proposal_may_turn_to_anything() -> None:
    """Nothing is ruled out for what has only been proposed."""
    assert following(Status.PROPOSED) == {*REPORTED}


def test_what_is_completed_may_only_go_on_or_end() -> None:
    """A whole promise that was delivered cannot become a plan again."""
    assert following(Status.COMPLETED) == {Status.COMPLETED, Status.ONGOING, Status.ENDED}


@pytest.mark.parametrize("status", ["ended", "cancelled", "merged", "superseded"])
def test_a_final_status_is_left_for_no_other(status: str) -> None:
    """Ended, cancelled, merged and superseded are final."""
    assert Status(status).is_final
    assert following(Status(status)) == {Status(status)}


def test_a_successor_is_named_where_another_goes_on() -> None:
    """What is merged or superseded is final; what closes otherwise has its day."""
    handed_on = {status for status in Status if Trait.SUCCESSOR in status.traits}
    dated = {status for status in Status if Trait.DAY in status.traits}
    assert handed_on < CLOSED
    assert dated == CLOSED - handed_on


@pytest.mark.parametrize("axis", SIGNALS)
def test_states_of_one_axis_differ_in_shape(axis: str) -> None:
    """In gray and on paper the states of an axis are told apart, each by an outline there is."""
    shapes = [state.shape for state in SIGNALS[axis]]
    assert len(set(shapes)) == len(shapes)
    assert set(shapes) <= SHAPES.keys()


def test_what_drawings_show_has_a_mark() -> None:
    """Phases by how full they are, and every way in which a step ended."""
    filled = [phase.filled for phase in AXES["phase"] if phase.filled]
    marks = {*(phase.mark for phase in AXES["phase"]), *(state.mark for state in RoadmapState)}
    assert len(set(filled)) == len(filled)
    assert marks <= MARKS.keys()


def listings(tree: ast.AST) -> list[str]:
    """Return every literal of a module that holds two states or more of one axis."""
    kinds = {kind.__name__ for kind in (*SIGNALS.values(), RoadmapState)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.Tuple | ast.List | ast.Dict):
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            owners = [
                ast.unparse(part.value).rpartition(".")[2]
                for part in parts
                if isinstance(part, ast.Attribute) and part.attr.isupper()
            ]
            words = {part.value for part in parts if isinstance(part, ast.Constant)}
            named = max(len({*map(str, kind)} & words) for kind in AXES.values())
            if named > 2 or any(owners.count(kind) > 1 for kind in kinds):
                found.append(ast.unparse(node))
    return found


def test_no_module_but_the_table_lists_states() -> None:
    """What depends on a state is said in its row, so that a new one is a row."""
    modules = [module for module in PACKAGE.rglob("*.py") if module != TABLE]
    found = {m.name: listings(ast.parse(m.read_text("utf-8"))) for m in modules}
    assert {name: lists for name, lists in found.items() if lists} == {}


@pytest.mark.parametrize(
    "source",
    [
        "{Status.ENDED, Status.MERGED}",
        "(keys.Phase.CLOSED, keys.Phase.DISCOVERY)",
        "{Freshness.DUE: 1, Freshness.LATE: 2}",
        '["ended", "merged", "superseded"]',
    ],
)
def test_each_way_to_list_states_is_seen(source: str) -> None:
    """The watch is not blind to a set, a mapping, or bare keys."""
    assert listings(ast.parse(source))


def test_no_template_names_a_status() -> None:
    """Templates print what a view says; which states there are is none of their business."""
    keys = [
        status.value for status in Status if "_" in status and status is not Status.NOT_REPORTED
    ]
    texts = [path for path in TEMPLATES.glob("[sp]*/*.*") if path.suffix in {".j2", ".typ"}]
    found = [p.name for p in texts if re.search("|".join(keys), p.read_text("utf-8"))]
    assert len(texts) > 20
    assert found == []
