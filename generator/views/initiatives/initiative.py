"""The view of one initiative: its state, who is responsible, what was promised, what happened."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.renames import ids_of
from generator.derive.snapshot.evidence import may_follow
from generator.derive.snapshot.filled import has_ideas, has_measures, has_money, has_staffing
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.background import Discrepancy, OpenQuestion, StatedValue
from generator.model.initiative import Initiative
from generator.model.keys import Match
from generator.model.links import Link
from generator.model.report import Report
from generator.model.statuses import Freshness, Phase, Status
from generator.model.updates import Update
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    DatedEntry,
    Fact,
    LinkTo,
    PageImage,
    Refs,
    SideNote,
    Signal,
    Strong,
    Table,
    Words,
    phrase,
)
from generator.views.base.shared import (
    area_link,
    found_text,
    freshness_cell,
    legend,
    match_mark,
    phase_cell,
    remarks,
    role_cell,
    signal,
    sources,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, cited, facts, table
from generator.views.base.timing import shown_states, timing_cell
from generator.views.goals import measure_tables
from generator.views.goals.evaluations import evaluations_of
from generator.views.initiatives import history as initiative_history
from generator.views.initiatives import own_records, tables
from generator.views.initiatives.in_editions import in_each_edition
from generator.views.initiatives.matches import on_matches_alone
from generator.views.initiatives.roadmap import InitiativeRoadmap, initiative_roadmap
from generator.views.money.of_initiatives import MoneyPart, money_of_initiative
from generator.words.message import Text, listing, msg
from generator.words.states import label


@dataclass(frozen=True, slots=True)
class NewestUpdate:
    """The newest update, in the Owner's or the editors' words."""

    heading: Text
    body: str
    """Prose."""
    id_prefix: str
    reasons: tuple[Fact, ...]
    ask: Text


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """Everything that the page of an initiative shows; an empty part is left out, or says why."""

    title: str
    summary: str
    description: str
    """Prose; empty where the summary says all."""
    facts: tuple[Fact, ...]
    gap: Text
    """Said at the top where nothing was reported since the proposal; else empty."""
    related: tuple[Cell, ...]
    """What happened since then that is at most related to it."""
    newest_update: NewestUpdate | None
    ideas: Table | None
    roadmap: InitiativeRoadmap | None
    plans: tuple[Table, ...]
    roles: Table | None
    """Everyone who has been responsible for it; None where nobody followed anybody."""
    evaluations: Table | None
    partners: Table | None
    measures: tuple[measure_tables.MeasureView, ...]
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
    correction: LinkTo | None
    pictures: tuple[PageImage, ...] = ()


def initiative_view(
    snapshot: Snapshot, state: InitiativeState, editions: tuple[EditionSnapshot, ...] = ()
) -> InitiativeView:
    """Return the view of one initiative in a snapshot."""
    report, initiative = snapshot.report, state.initiative
    about = f"initiative:{initiative.id}"
    return InitiativeView(
        title=initiative.title,
        summary=initiative.summary or "",
        description=initiative.description or "",
        facts=_facts(snapshot, state),
        gap=_gap(snapshot, state),
        related=_related(snapshot, state),
        newest_update=_newest_update(snapshot, state),
        ideas=tables.ideas(report, state),
        roadmap=initiative_roadmap(snapshot, state),
        plans=tables.plans(report, state),
        roles=tables.roles(report, initiative),
        evaluations=evaluations_of(report, initiative.id),
        partners=tables.partners(report, initiative, snapshot.day),
        measures=tuple(
            measure_tables.measure_view(report, m, f"measure-{m.id}", snapshot.day)
            for m in initiative.measures
        ),
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
        correction=_correction(report, initiative),
        pictures=tuple(_pictures(initiative)),
    )


def _facts(snapshot: Snapshot, state: InitiativeState) -> tuple[Fact, ...]:
    report, initiative = snapshot.report, state.initiative
    judge = initiative_history.judged_by(state.newest) if state.newest else None
    on_axes: dict[str, Cell] = {
        "phase": _phase(state),
        "confidence": (signal(state.confidence), *text_cell(None, judge)),
        "freshness": freshness_cell(state),
    }
    status = (*status_cell(state), *on_matches_alone(state))
    return facts(
        {
            msg("status-axis-status"): status if "status" in snapshot.axes else None,
            msg("schedule-timing"): timing_cell(state),
            **_role_facts(report, state),
            **{
                msg(f"status-axis-{axis}"): cell
                for axis, cell in on_axes.items()
                if axis in snapshot.axes
            },
            msg("facts-progress"): own_records.progress_cell(report, initiative),
            msg("common-area"): area_link(report, initiative, whole=True),
            **own_records.group_facts(report, initiative),
            msg("facts-places"): own_records.places_cell(initiative),
            msg("initiative-listed"): (
                Words(initiative.proposed.on),
                *sources(report, initiative.proposed.sources),
            ),
            **own_records.number_facts(initiative),
            msg("initiative-also-called"): _other_titles(report, initiative),
            msg("common-note"): remarks(report, initiative, initiative.note),
            msg("initiative-missing"): _missing(snapshot, initiative),
        }
    )


def _role_facts(report: Report, state: InitiativeState) -> dict[Text, Cell]:
    """Return who holds the roles; roles of which the same is to be said in one row."""
    found: dict[Cell, list[Text]] = {}
    for kind in report.about.roles.asked:
        held = role_cell(report, state.held(kind))
        found.setdefault(held, []).append(msg(f"status-axis-{kind.value}"))
    return {listing(names): held for held, names in found.items()}


def _missing(snapshot: Snapshot, initiative: Initiative) -> Cell:
    """Return what no source gives, in one row: a chapter for each would hide the rest.

    What sources give of no initiative at all, nobody expects of this one.
    """
    has_money_or_staff = has_money(snapshot) or has_staffing(snapshot)
    expected = {
        "ideas": has_ideas(snapshot) and not initiative.ideas,
        "measures": has_measures(snapshot) and not initiative.measures,
        "money": has_money_or_staff and not (initiative.funding or initiative.staffing),
    }
    missing = [msg(f"initiative-missing-{name}") for name, lacks in expected.items() if lacks]
    return (Words(listing(missing, "apart")),) if missing else ()


def _phase(state: InitiativeState) -> Cell:
    """Return the phase and when it was last found."""
    known = phase_cell(state)
    if not known:
        return (Words(label(Phase.NOT_ASSESSED)),)
    return (*known, SideNote(found_text(state.evidence.status)))


def _other_titles(report: Report, initiative: Initiative) -> Cell:
    return tuple(
        piece
        for other in initiative.also_titled
        for piece in (
            Words(other.title),
            *match_mark(other.match),
            *sources(report, other.sources),
        )
    )


def _pictures(initiative: Initiative) -> Iterator[PageImage]:
    for picture in initiative.pictures:
        yield PageImage(
            target=addresses.media(picture.file),
            alt=picture.alt,
            caption=picture.caption or "",
            credit=picture.credit,
            is_image=not picture.file.endswith(".pdf"),
        )


def _gap(snapshot: Snapshot, state: InitiativeState) -> Text:
    if state.status is not Status.NOT_REPORTED or "status" not in snapshot.axes:
        return ""
    if not state.owed_milestones.missed:
        return msg("initiative-gap-since", date=state.last_known_on)
    missed = listing(m.title for m in state.owed_milestones.missed)
    if state.evidence.newest:
        return msg("initiative-gap-related", milestones=missed)
    return msg("initiative-gap", date=state.last_known_on, milestones=missed)


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


def _newest_update(snapshot: Snapshot, state: InitiativeState) -> NewestUpdate | None:
    update = state.newest
    if update is None:
        return None
    return NewestUpdate(
        heading=msg("initiative-newest", date=update.as_of),
        body=update.body,
        id_prefix=f"update-{update.milestone}",
        reasons=_reasons(snapshot, state.initiative, update),
        ask=initiative_history.ask_text(update.ask),
    )


def _reasons(snapshot: Snapshot, initiative: Initiative, update: Update) -> tuple[Fact, ...]:
    cited = [e for e in initiative.events if e.id in update.evidence]
    ids = dict.fromkeys(s for e in cited for s in e.sources)
    ids |= dict.fromkeys(update.sources)
    other = snapshot.state_of(update.continues_in) if update.continues_in else None
    return facts(
        {
            msg("initiative-source-word"): (
                msg("initiative-quoted", word=update.source_word) if update.source_word else None
            ),
            msg("initiative-why-status"): update.reason,
            msg("initiative-why-phase"): update.phase_reason,
            msg("initiative-why-confidence"): update.confidence_reason,
            msg("initiative-continues"): to_initiative(other.initiative) if other else None,
            msg("initiative-evidence"): sources(snapshot.report, tuple(ids)),
        }
    )


def _links(snapshot: Snapshot, initiative: Initiative) -> tuple[Fact, ...]:
    """Return ties to other initiatives, both ways."""
    report = snapshot.report
    found = [
        _link_fact(report, msg(f"initiative-link-{link.kind.value}"), other.initiative, link)
        for link in initiative.links
        if (other := snapshot.state_of(link.to))
    ]
    found += [
        _link_fact(report, msg(f"initiative-linked-{link.kind.value}"), state.initiative, link)
        for state, link in snapshot.links_to(initiative.id)
    ]
    return tuple(found)


def _link_fact(report: Report, name: Text, other: Initiative, link: Link) -> Fact:
    since = SideNote(msg("common-since", date=link.since))
    why = (SideNote(link.reason),) if link.reason else ()
    return Fact(name, (to_initiative(other), *why, since, *sources(report, link.sources)))


def _all_sources(report: Report, state: InitiativeState) -> tuple[LinkTo, ...]:
    initiative = state.initiative
    cited = dict.fromkeys(initiative.sources)
    for event in initiative.events:
        cited |= dict.fromkeys(event.sources)
    for update in state.updates:
        cited |= dict.fromkeys(update.sources)
    refs = sources(report, tuple(cited))
    return refs[0].refs if refs and isinstance(refs[0], Refs) else ()


def _correction(report: Report, initiative: Initiative) -> LinkTo | None:
    """Return where to write about a mistake; the page about the report says what else there is."""
    repository = report.about.repository
    if not repository:
        return None
    target = f"{repository}/issues/new?title=Correction%20to%20{initiative.id}"
    return LinkTo(msg("initiative-correction"), target)


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
