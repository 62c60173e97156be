"""R112-R114: inside one initiative, what is referred to exists; nothing waits for itself."""

from collections.abc import Iterator, Mapping

from generator.check.references import Reference, unknown
from generator.check.rule import Fault, Subject, rule
from generator.derive.citations import update_key
from generator.issues import Location
from generator.model.initiative import Initiative
from generator.model.keys import LinkKind
from generator.wording import listed, quoted

Edges = Mapping[str, Mapping[str, Location]]
"""What each thing waits for, and where that is written."""


@rule(
    "R112",
    "Every idea and event that is named exists in its initiative.",
    "Evidence that cannot be found is no evidence; an idea's state would be shown nowhere.",
)
def ideas_and_events_exist(subject: Subject) -> Iterator[Fault]:
    """Yield ideas and events that are named but that the initiative does not have."""
    for initiative in subject.report.initiatives:
        ideas = {idea.id for idea in initiative.ideas}
        own = _ideas_in(subject, initiative)
        yield from unknown(own, ideas, "the id of one of the initiative's ideas")
        about = _events_about(subject, initiative)
        what = 'an idea of the initiative, "initiative" for the whole, or [] for context'
        yield from unknown(about, ideas | {"initiative"}, what)
        yield from _named_in_updates(subject, initiative, ideas)
    yield from _ideas_of_choices(subject)
    for place, event in enumerate(subject.report.about.events):
        if event.about:
            yield Fault(
                subject.places.of("about", "", "events", place, "about"),
                f"about {listed([quoted(word) for word in event.about], 'and')}",
                "about: [], as an event of the whole programme is about no one initiative",
                "Empty the list, or move the event to its initiative.",
            )


def _ideas_in(subject: Subject, initiative: Initiative) -> Iterator[Reference]:
    here = ("initiative", initiative.id)
    for idea in initiative.at_proposal.ideas:
        yield Reference(subject.places.of(*here, "at_proposal", "ideas", idea), "idea", idea)
    for place, milestone in enumerate(initiative.roadmap):
        if milestone.idea:
            at = subject.places.of(*here, "roadmap", place, "idea")
            yield Reference(at, "idea", milestone.idea)


def _events_about(subject: Subject, initiative: Initiative) -> Iterator[Reference]:
    for place, event in enumerate(initiative.events):
        for number, word in enumerate(event.about):
            path = ("events", place, "about", number)
            at = subject.places.of("initiative", initiative.id, *path)
            yield Reference(at, "about", word)


def _named_in_updates(subject: Subject, initiative: Initiative, ideas: set[str]) -> Iterator[Fault]:
    events = {event.id for event in initiative.events}
    for update in subject.updates.get(initiative.id, []):
        here = ("update", update_key(update))
        states = [Reference(subject.places.of(*here, "ideas", i), "idea", i) for i in update.ideas]
        yield from unknown(states, ideas, "the id of one of the initiative's ideas")
        cited = [
            Reference(subject.places.of(*here, "evidence", place), "evidence", event)
            for place, event in enumerate(update.evidence)
        ]
        yield from unknown(cited, events, "the id of one of the initiative's events")


def _ideas_of_choices(subject: Subject) -> Iterator[Fault]:
    """Yield the ideas of survey choices that the initiative they name does not have."""
    survey = subject.report.background.survey
    for place, choice in enumerate(survey.choices if survey else ()):
        if choice.idea:
            asked = subject.initiatives.get(choice.initiative or "")
            at = subject.places.of("survey", "", "choices", place, "idea")
            yield from unknown(
                [Reference(at, "idea", choice.idea)],
                {idea.id for idea in asked.ideas} if asked else set(),
                "the id of an idea of the initiative that the choice names",
            )


@rule(
    "R113",
    "Every roadmap milestone that another depends on exists.",
    "The roadmap could not draw what a step waits for.",
)
def roadmap_steps_exist(subject: Subject) -> Iterator[Fault]:
    """Yield steps that are waited for but stand on no roadmap."""
    edges = _roadmap_edges(subject)
    for waited in edges.values():
        for step, at in waited.items():
            what = "a roadmap milestone of this initiative, or INITIATIVE.MILESTONE of another"
            yield from unknown([Reference(at, "depends_on", step)], edges, what)


def _roadmap_edges(subject: Subject) -> dict[str, dict[str, Location]]:
    edges = {}
    for initiative in subject.report.initiatives:
        for place, milestone in enumerate(initiative.roadmap):
            path = ("roadmap", place, "depends_on")
            edges[f"{initiative.id}.{milestone.id}"] = {
                step if "." in step else f"{initiative.id}.{step}": subject.places.of(
                    "initiative", initiative.id, *path, number
                )
                for number, step in enumerate(milestone.depends_on)
            }
    return edges


@rule(
    "R114",
    "Nothing depends on itself, directly or through others.",
    "In a circle nothing could ever begin, and no drawing of it comes to an end.",
)
def no_circles(subject: Subject) -> Iterator[Fault]:
    """Yield one fault for every circle of initiatives, roadmap milestones or units."""
    initiatives = {
        initiative.id: {
            link.to: subject.places.of("initiative", initiative.id, "links", place, "to")
            for place, link in enumerate(initiative.links)
            if link.kind is LinkKind.DEPENDS_ON
        }
        for initiative in subject.report.initiatives
    }
    units = {
        unit.id: {unit.part_of: subject.places.of("organisation", "", "units", place, "part_of")}
        for place, unit in enumerate(subject.report.organisation.units)
        if unit.part_of
    }
    for edges in (initiatives, _roadmap_edges(subject), units):
        for circle in circles(edges):
            yield Fault(
                edges[circle[-1]][circle[0]],
                f"a circle: {' waits for '.join(quoted(name) for name in (*circle, circle[0]))}"
                if edges is not units
                else f"a circle: {listed(circle, 'and')} are part of one another",
                "a chain that ends",
                "Take out the one link that is not so.",
            )


def circles(edges: Edges) -> Iterator[list[str]]:
    """Yield the circles that a walk along the edges finds: one for each edge that closes one."""
    done: set[str] = set()
    for start in edges:
        way: list[str] = []
        waiting = [(start, iter(edges[start]))] if start not in done else []
        way += [start] if waiting else []
        while waiting:
            name, others = waiting[-1]
            following = next(others, None)
            if following is None:
                done.add(name)
                waiting.pop()
                way.pop()
            elif following in way:
                yield way[way.index(following) :]
            elif following in edges and following not in done:
                way.append(following)
                waiting.append((following, iter(edges[following])))
