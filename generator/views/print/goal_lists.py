"""Goals as a list: whether each was reached, what serves it and why, what evaluations found."""

from collections.abc import Iterator, Sequence

from generator.derive.measures.goals import GoalState
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Words
from generator.views.base.shared import match_mark, remarks, sources, to_initiative
from generator.views.goals.goals import result_found
from generator.views.goals.results import goal_result
from generator.views.print.blocks import Part, RecordItem, RecordList
from generator.words.message import Text, msg


def goal_list(report: Report, goals: Sequence[GoalState], caption: Text) -> Iterator[Part]:
    """Yield goals as one list; nothing where there are none."""
    items = tuple(RecordItem(_name(goal), tuple(_values(report, goal))) for goal in goals)
    if items:
        yield RecordList(caption, items, ())


def _name(goal: GoalState) -> Cell:
    return (LinkTo(goal.goal.text, addresses.goal(goal.reference)),)


def _values(report: Report, goal: GoalState) -> Iterator[Fact]:
    yield Fact("", goal_result(goal))
    for evaluation, finding in goal.findings:
        said = (result_found(finding.result), Words(finding.why))
        yield Fact(msg("evaluation-of-year", year=str(evaluation.year)), said)
    for state, link in goal.serving:
        why = (SideNote(link.reason), *match_mark(link.match), *sources(report, link.sources))
        yield Fact(msg("goal-serving"), (to_initiative(state.initiative), *why))
    if noted := remarks(report, goal.goal, goal.goal.note):
        yield Fact(msg("common-note"), noted)
