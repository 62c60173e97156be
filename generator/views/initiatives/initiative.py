"""The view of one initiative: its state, who is responsible, what was promised, what happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.renames import ids_of
from generator.derive.measures.comparable import comparable_series, targets_of
from generator.derive.snapshot.evidence import may_follow
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.background import Discrepancy, OpenQuestion, StatedValue
from generator.model.initiative import Initiative
from generator.model.keys import LinkKind, Match
from generator.model.links import Link
from generator.model.measures import Measure
from generator.model.report import Report
from generator.model.statuses import Freshness
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    DatedEntry,
    Fact,
    LinkTo,
    PageImage,
    SideNote,
    Signal,
    Strong,
    Table,
    Words,
    phrase,
    refs_in,
)
from generator.views.base.shared import legend, match_mark, sources, to_initiative
from generator.views.base.table_builder import Columns, cited, table
from generator.views.base.timing import shown_states
from generator.views.goals import measure_tables
from generator.views.goals.evaluations import evaluations_of
from generator.views.goals.measure_tables import MeasureView
from generator.views.initiatives import history as initiative_history
from generator.views.initiatives import own_records, tables
from generator.views.initiatives.in_editions import in_each_edition
from generator.views.initiatives.initiative_facts import further_facts, initiative_facts
from generator.views.initiatives.roadmap import InitiativeRoadmap, initiative_roadmap
from generator.views.initiatives.story import Checklist, checklist, story
from generator.views.initiatives.verdict import Verdict, verdict
from generator.views.money.of_initiatives import MoneyPart, money_of_initiative
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class NewestUpdate:
    """The newest update, in the Owner's or the editors' words."""

    heading: Text
    body: str
    """Prose."""
    is_long: bool
    """Whether it is more than a paragraph."""
    id_prefix: str
    evidence: Cell
    """The sources that it rests on, where what happened does not already cite them."""
    ask: Text


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """Everything that the page of an initiative shows; an empty part is left out, or says why."""

    title: str
    summary: str
    description: str
    """Prose; empty where the summary says all."""
    verdict: Verdict
    story: tuple[DatedEntry, ...]
    """What happened in a few entries; the history has all."""
    facts: tuple[Fact, ...]
    further_facts: tuple[Fact, ...]
    """Its groups, places, numbers, and other names."""
    related: tuple[Cell, ...]
    """What happened since then that is at most related to it."""
    newest_update: NewestUpdate | None
    ideas: Table | None
    checklist: Checklist | None
    """The ideas, each found or not found."""
    roadmap: InitiativeRoadmap | None
    plans: tuple[Table, ...]
    roles: Table | None
    """Everyone who has been responsible for it; None where nobody followed anybody."""
    evaluations: Table | None
    partners: Table | None
    measures: tuple[MeasureView, ...]
    best: MeasureView | None
    """The one of them that tells most; None where none has figures."""
    findings: Table | None
    sums: MoneyPart | None
    """Its money by period; None where there is not enough to add up."""
    money: tuple[Table, ...]
    history: tuple[DatedEntry, ...]
    in_editions: Table | None
    """Its state in each edition; None where there is no edition."""
    has_matches: bool
    doubts: tuple[Table, ...]
    questions: tuple[Fact, ...]
    links: tuple[Fact, ...]
    risks: Table | None
    documents: Table | None
    signals: tuple[Signal, ...]
    sources: tuple[LinkTo, ...]
    pictures: tuple[PageImage, ...] = ()

    @property
    def further_measures(self) -> tuple[MeasureView, ...]:
        """Return the measures beside the one that tells most."""
        return tuple(measure for measure in self.measures if measure is not self.best)


def initiative_view(
    snapshot: Snapshot, state: InitiativeState, editions: tuple[EditionSnapshot, ...] = ()
) -> InitiativeView:
    """Return the view of one initiative in a snapshot."""
    report, initiative = snapshot.report, state.initiative
    about, told = f"initiative:{initiative.id}", story(snapshot, state)
    measures = tuple(
        measure_tables.measure_view(report, m, initiative.id, snapshot.day)
        for m in initiative.measures
    )
    return InitiativeView(
        title=initiative.title,
        summary=initiative.summary or "",
        description=initiative.description or "",
        verdict=verdict(snapshot, state),
        story=told,
        facts=initiative_facts(snapshot, state),
        further_facts=further_facts(snapshot, state),
        related=_related(snapshot, state),
        newest_update=_newest_update(snapshot, state, told),
        ideas=tables.ideas(report, state),
        checklist=checklist(snapshot, state),
        roadmap=initiative_roadmap(snapshot, state),
        plans=tables.plans(report, state),
        roles=tables.roles(report, initiative),
        evaluations=evaluations_of(report, initiative.id),
        partners=tables.partners(report, initiative, snapshot.day),
        measures=measures,
        best=_best(initiative, measures, snapshot.day),
        findings=measure_tables.findings(report, initiative.findings),
        sums=money_of_initiative(snapshot, state),
        money=tables.money(report, initiative),
        history=initiative_history.history(snapshot, state),
        in_editions=in_each_edition(editions, ids_of(initiative)),
        has_matches=Match.INFERRED
        in (*(e.match for e in initiative.events), *(t.match for t in initiative.also_titled)),
        doubts=tuple(
            doubt_table(report, d) for d in report.background.discrepancies if about in d.about
        ),
        questions=tuple(question_fact(q) for q in report.background.questions if about in q.about),
        links=_links(snapshot, initiative),
        risks=own_records.risks(report, initiative),
        documents=own_records.documents(report, initiative),
        signals=legend(shown_states(snapshot, state), (state,)),
        sources=_all_sources(report, state),
        pictures=tuple(_pictures(initiative)),
    )


def _best(initiative: Initiative, measures: Sequence[MeasureView], day: date) -> MeasureView | None:
    """Return the measure that tells most: one with a chart, a target, and the most figures."""

    def telling(found: tuple[Measure, MeasureView]) -> tuple[bool, bool, int]:
        measure, view = found
        series = comparable_series(measure, day)
        compared = sum(len(run.compared) for run in series)
        return view.chart is not None, bool(targets_of(measure)), compared

    pairs = [p for p in zip(initiative.measures, measures, strict=True) if p[1].sentences]
    return max(pairs, key=telling)[1] if pairs else None


def _pictures(initiative: Initiative) -> Iterator[PageImage]:
    for picture in initiative.pictures:
        yield PageImage(
            target=addresses.media(picture.file),
            alt=picture.alt,
            caption=picture.caption or "",
            credit=picture.credit,
            is_image=not picture.file.endswith(".pdf"),
        )


def _related(snapshot: Snapshot, state: InitiativeState) -> tuple[Cell, ...]:
    """Return the events since the proposal of an initiative of which there is no update."""
    if state.freshness is not Freshness.NONE:
        return ()
    return tuple(
        (
            phrase(msg("initiative-related"), date=Strong(event.on), text=Words(event.text)),
            *match_mark(event.match),
            *sources(snapshot.report, event.sources),
        )
        for event in state.initiative.events
        if may_follow(state.initiative, event.on, snapshot.day)
    )


def _newest_update(
    snapshot: Snapshot, state: InitiativeState, told: Sequence[DatedEntry]
) -> NewestUpdate | None:
    update = state.newest
    if update is None:
        return None
    cited = [e for e in state.initiative.events if e.id in update.evidence]
    ids = dict.fromkeys(s for e in cited for s in e.sources)
    ids |= dict.fromkeys(update.sources)
    shown = {ref.target for entry in told for ref in refs_in(entry.value)}
    others = tuple(i for i in ids if addresses.source(i) not in shown)
    return NewestUpdate(
        heading=msg("initiative-newest", date=update.as_of),
        body=update.body,
        is_long="\n\n" in update.body.strip(),
        id_prefix=f"update-{update.milestone}",
        evidence=sources(snapshot.report, others),
        ask=initiative_history.ask_text(update.ask),
    )


def _links(snapshot: Snapshot, initiative: Initiative) -> tuple[Fact, ...]:
    """Return ties to other initiatives, both ways; those of one kind are one fact."""
    report = snapshot.report
    found: list[tuple[Text, Cell]] = [
        (msg(f"initiative-link-{link.kind.value}"), _link(report, other.initiative, link))
        for link in initiative.links
        if (other := snapshot.state_of(link.to))
    ]
    found += [
        (_linked(link), _link(report, state.initiative, link))
        for state, link in snapshot.links_to(initiative.id)
    ]
    kinds: dict[Text, Cell] = {}
    for kind, tie in found:
        kinds[kind] = (*kinds.get(kind, ()), *tie)
    return tuple(Fact(kind, ties) for kind, ties in kinds.items())


def _linked(link: Link) -> Text:
    """Return what a tie is called by the other initiative; one that goes both ways, the same."""
    if link.kind is LinkKind.RELATED:
        return msg("initiative-link-related")
    return msg(f"initiative-linked-{link.kind.value}")


def _link(report: Report, other: Initiative, link: Link) -> Cell:
    since = SideNote(msg("common-since", date=link.since))
    why = (SideNote(link.reason),) if link.reason else ()
    return (to_initiative(other), *why, since, *sources(report, link.sources))


def _all_sources(report: Report, state: InitiativeState) -> tuple[LinkTo, ...]:
    initiative = state.initiative
    cited = dict.fromkeys(initiative.sources)
    for event in initiative.events:
        cited |= dict.fromkeys(event.sources)
    for update in state.updates:
        cited |= dict.fromkeys(update.sources)
    return tuple(refs_in(sources(report, tuple(cited))))


def doubt_table(report: Report, doubt: Discrepancy) -> Table:
    """Return what sources say differently about one point."""
    caption = (
        msg("initiative-doubt-noted", topic=doubt.topic, note=doubt.note)
        if doubt.note
        else msg("initiative-doubt", topic=doubt.topic)
    )
    columns: Columns[StatedValue] = {
        msg("initiative-doubt-said"): lambda v: v.text,
        msg("initiative-doubt-where"): cited(report),
    }
    return table(f"doubt-{doubt.id}", caption, doubt.values, columns)


def question_fact(question: OpenQuestion) -> Fact:
    """Return an open question with its text."""
    return Fact(question.title, (Words(question.text),))


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page at an address that an initiative once had."""

    title: Text
    says: Text
    to: LinkTo


def moved_view(initiative: Initiative) -> MovedView:
    """Return what is at a former address of an initiative."""
    to = LinkTo(initiative.title, addresses.initiative(initiative.id))
    return MovedView(initiative.title, msg("page-moved-to"), to)
