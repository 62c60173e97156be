"""Views of goals: the list of all, and one goal with what serves it and what tells about it."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from generator.derive.measures.goals import GoalState, Scorecard, goal_references, scorecard
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.keys import EvaluationResult, Match
from generator.model.links import GoalLink
from generator.model.references import PROGRAM
from generator.model.report import Report
from generator.model.updates import Evaluation, GoalFinding
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.presence import has_page
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    links,
    match_mark,
    remarks,
    sources,
    status_cells,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, facts, table, table_if_any
from generator.views.goals.results import goal_result, lines_of, results_table
from generator.words.message import Message, Text, listing, msg

FORMULA = msg("goal-formula")
"""How results of measures and goals are worked out."""


def goals_view(snapshot: Snapshot, goals: Sequence[GoalState]) -> SectionsView:
    """Return the view of the list of all goals."""
    lede = msg("goal-list-lede", count=len(goals), day=snapshot.as_of)
    return SectionsView(
        title=msg("page-goals"),
        lede=listing((lede, *_answer(goals)), "sentences"),
        facts=facts(
            {
                msg("goal-list-measures"): _to_measures(snapshot),
                msg("goal-list-evaluations"): _evaluations(snapshot),
            }
        ),
        sections=(
            *(_all_goals(snapshot.report, goals) if goals else ()),
            Section("formula", msg("goal-list-formula"), text=FORMULA),
        ),
    )


def goals_of_view(snapshot: Snapshot, goals: Sequence[GoalState], scope: str) -> SectionsView:
    """Return the view of the goals of one topic area, or of the whole program."""
    mine = [goal for goal in goals if _scope(goal) == scope]
    area = next((area for area in snapshot.report.areas if area.id == scope), None)
    title = area.title if area else msg("goal-list-program")
    measured = {m.reference: m for goal in mine for m in goal.telling}
    lines = lines_of(measured.values())
    lede = msg("goal-scope-lede", count=len(mine), day=snapshot.as_of)
    heading = msg("goal-scope-measures")
    caption = msg("measure-list-lines", subject=heading, count=len(lines))
    return SectionsView(
        title=msg("goal-scope-title", area=area.title) if area else title,
        lede=listing((lede, *_answer(mine)), "sentences"),
        facts=facts(
            {msg("common-area"): LinkTo(area.title, addresses.area(area.id)) if area else None}
        ),
        sections=(
            Section("goals", msg("goal-scope-goals"), goals_table("goals", title, mine)),
            Section(
                "measures",
                heading,
                results_table("measures", caption, lines),
                why_empty=msg("goal-scope-no-measure"),
            ),
        ),
    )


def goal_scopes(report: Report) -> Iterator[str]:
    """Yield what has goals: the program, then topic areas."""
    yield from dict.fromkeys(reference.partition("/")[0] for reference in goal_references(report))


def scope_link(report: Report, reference: str) -> LinkTo:
    """Return the link to the goals among which a goal is, by its reference."""
    scope = reference.partition("/")[0]
    area = next((area for area in report.areas if area.id == scope), None)
    title = area.short_title if area else msg("goal-list-program")
    return LinkTo(title, addresses.goals_of(scope))


def _scope(goal: GoalState) -> str:
    return goal.area.id if goal.area else PROGRAM


def _answer(goals: Sequence[GoalState]) -> Iterator[Message]:
    """Yield how many goals were met, or why there is no telling of any."""
    card = scorecard(goals)
    told = {"met": card.met, "partly": card.partially_met, "missed": card.not_met}
    said = [msg(f"goal-told-{name}", count=count) for name, count in told.items() if count]
    untold = {
        "no-measure": card.without_measure,
        "no-target": card.without_target,
        "otherwise": card.otherwise_untold,
    }
    said += [msg(f"goal-told-{name}", count=count) for name, count in untold.items() if count]
    if said:
        are_told = any(told.values())
        yield msg("goal-answer" if are_told else "goal-answer-none-told", goals=listing(said))


def _to_measures(snapshot: Snapshot) -> LinkTo | None:
    there = has_page(addresses.MEASURES, snapshot)
    return LinkTo(msg("goal-list-measures-link"), addresses.MEASURES) if there else None


def _all_goals(report: Report, goals: Sequence[GoalState]) -> tuple[Section, ...]:
    areas: list[tuple[str, Text]] = [(PROGRAM, msg("goal-list-program"))]
    areas += [(area.id, area.title) for area in report.areas]
    return (
        Section("scorecard", msg("goal-scorecard-heading"), scorecard_table(scorecard(goals))),
        *(_section(key, title, goals) for key, title in areas),
    )


def _evaluations(snapshot: Snapshot) -> Cell:
    years = sorted({e.year for e in snapshot.report.evaluations}, reverse=True)
    return links(map(evaluation_link, years))


def evaluation_link(year: int) -> LinkTo:
    """Return the link to the evaluation of a year."""
    return LinkTo(msg("evaluation-of-year", year=str(year)), addresses.evaluation(year))


def result_found(result: EvaluationResult) -> Strong:
    """Return what an evaluation found, in words."""
    return Strong(msg(f"evaluation-result-{result.value}"))


def _section(key: str, title: Text, goals: Sequence[GoalState]) -> Section:
    mine = [goal for goal in goals if _scope(goal) == key]
    anchor = f"goals-{addresses.scope_slug(key)}"
    made = goals_table(anchor, title, mine)
    further = LinkTo(msg("goal-list-further", title=title), addresses.goals_of(key))
    return Section(
        anchor, title, made, why_empty=msg("goal-list-none"), link=further if mine else None
    )


def goals_table(table_id: str, title: Text, goals: Sequence[GoalState]) -> Table | None:
    """Return goals with how many initiatives and measures each has, and its result."""
    columns: Columns[GoalState] = {
        msg("goal-heading"): lambda g: LinkTo(g.goal.text, addresses.goal(g.reference)),
        Figures(msg("goal-initiatives")): lambda g: len(g.serving),
        Figures(msg("goal-measures")): lambda g: len(g.telling),
        msg("goal-result"): goal_result,
    }
    caption = msg("goal-caption", title=title, count=len(goals))
    return table_if_any(table_id, caption, goals, columns)


def scorecard_table(card: Scorecard) -> Table:
    """Return how many goals were reached, missed, or cannot be judged, and why."""
    counts = {
        msg("goal-scorecard-met"): card.met,
        **({msg("goal-scorecard-partly-met"): card.partially_met} if card.partially_met else {}),
        msg("goal-scorecard-not-met"): card.not_met,
        msg("goal-scorecard-without-measure"): card.without_measure,
        msg("goal-scorecard-without-target"): card.without_target,
        msg("goal-scorecard-otherwise"): card.otherwise_untold,
        msg("goal-scorecard-all"): card.goals,
    }
    columns: Columns[tuple[Text, int]] = {
        msg("goal-result"): itemgetter(0),
        Figures(msg("goal-number")): itemgetter(1),
    }
    caption = msg("goal-scorecard-caption", unserved=card.unserved, goals=card.goals)
    return table("scorecard", caption, counts.items(), columns, stacked=False)


def goal_view(snapshot: Snapshot, goal: GoalState) -> SectionsView:
    """Return the view of one goal."""
    report = snapshot.report
    owner: Value = msg("goal-of-program")
    lede = msg("goal-lede-of-program")
    if goal.area:
        owner = LinkTo(goal.area.title, addresses.area(goal.area.id))
        lede = msg("goal-lede-of-area", area=goal.area.title)
    return SectionsView(
        title=goal.goal.text.removesuffix("."),
        lede=lede,
        facts=facts(
            {
                msg("goal-result-by-measures"): goal_result(goal),
                msg("goal-newest-evaluation"): _newest_finding(goal),
                msg("goal-belongs-to"): owner,
                msg("common-note"): remarks(report, goal.goal, goal.goal.note),
                msg("common-sources"): sources(report, goal.goal.sources),
            }
        ),
        sections=_sections(snapshot, goal),
        has_matches=any(link.match is Match.INFERRED for _, link in goal.serving),
    )


def _sections(snapshot: Snapshot, goal: GoalState) -> tuple[Section, ...]:
    return (
        Section(
            "serving",
            msg("goal-serving"),
            _serving(snapshot, goal),
            why_empty=msg("goal-serving-none"),
        ),
        Section(
            "measures",
            msg("goal-telling"),
            _measures(goal),
            text=FORMULA if goal.telling else "",
            why_empty=msg("goal-telling-none"),
        ),
        Section("evaluations", msg("goal-found"), _found(goal), why_empty=msg("goal-found-none")),
    )


def _newest_finding(goal: GoalState) -> Cell:
    """Return what the newest evaluation found, which may see more than measures do."""
    if not goal.findings:
        return ()
    evaluation, finding = goal.findings[0]
    return (result_found(finding.result), evaluation_link(evaluation.year))


def _serving(snapshot: Snapshot, goal: GoalState) -> Table | None:
    report, status = snapshot.report, status_cells(snapshot)
    columns: Columns[tuple[InitiativeState, GoalLink]] = {
        msg("common-initiative"): lambda s: to_initiative(s[0].initiative),
        msg("goal-serving-status"): lambda s: status(s[0]),
        msg("goal-serving-why"): lambda s: (
            Words(s[1].reason),
            *match_mark(s[1].match),
            SideNote(msg(f"common-basis-{s[1].basis.value}")),
        ),
        msg("goal-serving-since"): lambda s: s[1].since,
        msg("common-sources"): lambda s: sources(report, s[1].sources),
    }
    caption = msg("goal-serving-count", count=len(goal.serving))
    return table_if_any("serving", caption, goal.serving, columns)


def _measures(goal: GoalState) -> Table | None:
    caption = msg("goal-telling-count", count=len(goal.telling))
    return results_table("goal-measures", caption, lines_of(goal.telling))


def _found(goal: GoalState) -> Table | None:
    columns: Columns[tuple[Evaluation, GoalFinding]] = {
        msg("goal-found-year"): lambda f: LinkTo(str(f[0].year), addresses.evaluation(f[0].year)),
        msg("goal-result"): lambda f: result_found(f[1].result),
        msg("goal-found-why"): lambda f: (
            Words(f[1].why),
            SideNote(msg(f"evaluation-basis-{f[0].basis.value}")),
        ),
    }
    return table_if_any("found", msg("goal-found-caption"), goal.findings, columns)
