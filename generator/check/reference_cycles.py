"""R112-R114: references inside an initiative resolve, and none form a cycle."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.check.references import unknown
from generator.check.rule import Address, Fault, Reference, RuleContext, rule
from generator.core.naming import name_list, quoted
from generator.model.fields import references_of
from generator.model.initiative import Initiative
from generator.model.keys import LinkKind
from generator.model.schedule import RoadmapMilestone


@rule(
    "R112",
    "Every idea and event that is named exists in its initiative.",
    "Evidence that cannot be found is not evidence, and an idea's state would not be shown "
    "anywhere.",
)
def ideas_and_events_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield ideas and events that are named but that the initiative does not have."""
    own = {one.id: _own_ids(one) for one in context.report.initiatives}
    for target in ("idea", "idea_or_whole", "event"):
        for initiative, found in _by_initiative(context.references[target]).items():
            if initiative in own:
                yield from unknown(context, found, own[initiative][target])
    yield from _ideas_of_choices(context)
    for place, event in enumerate(context.report.about.events):
        if event.about:
            yield Fault(
                context.places.of("about", "", "events", place, "about"),
                f"about {name_list([quoted(word) for word in event.about], 'and')}",
                "about: [], since an event of the whole program is not about any one initiative",
                "Empty the list, or move the event to its initiative.",
            )


def _own_ids(initiative: Initiative) -> dict[str, set[str]]:
    """Return what only references inside an initiative, or of its updates, may name."""
    ideas = {idea.id for idea in initiative.ideas}
    events = {event.id for event in initiative.events}
    return {"idea": ideas, "idea_or_whole": ideas | {"initiative"}, "event": events}


def _by_initiative(found: Iterable[Reference]) -> dict[str, list[Reference]]:
    """Return references by the initiative in which, or in whose updates, they are."""
    by_initiative: dict[str, list[Reference]] = defaultdict(list)
    for reference in found:
        kind, key, _ = reference.where
        if kind in ("initiative", "update"):
            by_initiative[key.rpartition("/")[2]].append(reference)
    return by_initiative


def _ideas_of_choices(context: RuleContext) -> Iterator[Fault]:
    """Yield the ideas of survey choices that the initiative they name does not have."""
    survey = context.report.background.survey
    what = "the id of an idea in the initiative that the choice names"
    for place, choice in enumerate(survey.choices if survey else ()):
        where = ("survey", "", ("choices", place, "idea"))
        named = [r for r in context.references["idea"] if r.where == where]
        asked = context.initiatives.get(choice.initiative or "")
        ideas = {idea.id for idea in asked.ideas} if asked else set()
        yield from unknown(context, named, ideas, what)


@rule(
    "R113",
    "Every roadmap milestone that another depends on exists.",
    "The roadmap could not show what a step is waiting for.",
)
def roadmap_steps_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield steps that are waited for but are on no roadmap."""
    edges = _roadmap_edges(context)
    ref = references_of(RoadmapMilestone)["depends_on"]
    for waited in edges.values():
        for step, where in waited.items():
            yield from unknown(context, [Reference(where, "depends_on", step, ref)], edges)


def _roadmap_edges(context: RuleContext) -> dict[str, dict[str, Address]]:
    edges: dict[str, dict[str, Address]] = {}
    for initiative in context.report.initiatives:
        for place, milestone in enumerate(initiative.roadmap):
            here = ("initiative", initiative.id)
            edges[f"{initiative.id}.{milestone.id}"] = {
                step if "." in step else f"{initiative.id}.{step}": (
                    *here,
                    ("roadmap", place, "depends_on", number),
                )
                for number, step in enumerate(milestone.depends_on)
            }
    return edges


@rule(
    "R114",
    "Nothing depends on itself, directly or through other things.",
    "In a circle nothing could ever begin, and it could not be drawn.",
)
def no_reference_cycles(context: RuleContext) -> Iterator[Fault]:
    """Yield a fault for every cycle of references between initiatives, steps or units."""
    initiatives = {
        initiative.id: {
            link.to: ("initiative", initiative.id, ("links", place, "to"))
            for place, link in enumerate(initiative.links)
            if link.kind is LinkKind.DEPENDS_ON
        }
        for initiative in context.report.initiatives
    }
    units = {
        unit.id: {unit.part_of: ("organization", "", ("units", place, "part_of"))}
        for place, unit in enumerate(context.report.organization.units)
        if unit.part_of
    }
    for edges in (initiatives, _roadmap_edges(context), units):
        for circle in reference_cycles(edges):
            verb = " is part of " if edges is units else " waits for "
            yield Fault(
                context.there(edges[circle[-1]][circle[0]]),
                f"a circle: {verb.join(map(quoted, (*circle, circle[0])))}",
                "a chain that ends",
                "Remove the link that is wrong.",
            )


def reference_cycles(edges: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Yield the cycles that a walk along the edges finds: one for each edge that closes one."""
    done: set[str] = set()
    for start in edges:
        way: dict[str, None] = {}
        waiting = [(start, iter(edges[start]))] if start not in done else []
        way |= {start: None} if waiting else {}
        while waiting:
            name, others = waiting[-1]
            following = next(others, None)
            if following is None:
                done.add(name)
                waiting.pop()
                way.pop(name)
            elif following in way:
                names = list(way)
                yield names[names.index(following) :]
            elif following in edges and following not in done:
                way[following] = None
                waiting.append((following, iter(edges[following])))
