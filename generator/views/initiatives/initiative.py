"""The view of one initiative: its state, who is responsible, what was promised, what happened."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.renames import ids_of
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.background import Discrepancy, OpenQuestion, StatedValue
from generator.model.initiative import Initiative, Link
from generator.model.keys import Match
from generator.model.report import Report
from generator.model.statuses import Status
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
    Table,
    Words,
)
from generator.views.base.shared import (
    area_link,
    freshness_cell,
    legend,
    match_mark,
    phase_cell,
    role_cell,
    signal,
    sources,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, cited, facts, table
from generator.views.goals import measure_tables
from generator.views.goals.evaluations import evaluations_of
from generator.views.initiatives import history as initiative_history
from generator.views.initiatives import tables
from generator.views.initiatives.in_editions import in_each_edition
from generator.views.initiatives.roadmap import InitiativeRoadmap, initiative_roadmap
from generator.words.english import date_words, sentence, word_list


@dataclass(frozen=True, slots=True)
class NewestUpdate:
    """The newest update, in the Owner's or the editors' words."""

    heading: str
    body: str
    """Prose."""
    id_prefix: str
    reasons: tuple[Fact, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """Everything that the page of an initiative shows; an empty part is left out, or says why."""

    title: str
    summary: str
    facts: tuple[Fact, ...]
    gap: str
    """Said at the top where nothing was reported since the proposal; else empty."""
    newest_update: NewestUpdate | None
    ideas: Table | None
    ideas_why_empty: str
    roadmap: InitiativeRoadmap | None
    plans: tuple[Table, ...]
    roles: Table | None
    """Everyone who has answered for it; None where nobody followed anybody."""
    evaluations: Table | None
    partners: Table | None
    measures: tuple[measure_tables.MeasureView, ...]
    measures_why_empty: str
    findings: Table | None
    money: tuple[Table, ...]
    money_why_empty: str
    history: tuple[DatedEntry, ...]
    in_editions: Table | None
    """Its state in each edition; None where there is no edition."""
    has_matches: bool
    doubts: tuple[Table, ...]
    questions: tuple[Fact, ...]
    links: tuple[Fact, ...]
    signals: tuple[Signal, ...]
    sources: tuple[LinkTo, ...]
    correction: LinkTo | None
    correction_why_not: str
    pictures: tuple[PageImage, ...] = ()


def initiative_view(
    snapshot: Snapshot, state: InitiativeState, editions: tuple[EditionSnapshot, ...] = ()
) -> InitiativeView:
    """Return the view of one initiative in a snapshot."""
    report, initiative = snapshot.report, state.initiative
    correction, why_not = _correction(report, initiative)
    return InitiativeView(
        title=initiative.title,
        summary=initiative.summary,
        facts=_facts(report, state),
        gap=_gap(state),
        newest_update=_newest_update(snapshot, state),
        ideas=tables.ideas(report, state),
        ideas_why_empty="No source gives ideas for putting it into practice.",
        roadmap=initiative_roadmap(snapshot, state),
        plans=tables.plans(report, initiative),
        roles=tables.roles(report, initiative),
        evaluations=evaluations_of(report, initiative.id),
        partners=tables.partners(report, initiative),
        measures=tuple(
            measure_tables.measure_view(report, m, f"measure-{m.id}", snapshot.day)
            for m in initiative.measures
        ),
        measures_why_empty="No measure of this initiative was found in any source.",
        findings=measure_tables.findings(report, initiative.findings),
        money=tables.money(report, initiative),
        money_why_empty="No source gives funding or staffing for it.",
        history=initiative_history.history(snapshot, state),
        in_editions=in_each_edition(editions, ids_of(initiative)),
        has_matches=Match.INFERRED
        in (*(e.match for e in initiative.events), *(t.match for t in initiative.also_titled)),
        doubts=tuple(
            doubt_table(report, d)
            for d in report.background.discrepancies
            if f"initiative:{initiative.id}" in d.about
        ),
        questions=tuple(
            question_fact(q)
            for q in report.background.questions
            if f"initiative:{initiative.id}" in q.about
        ),
        links=_links(snapshot, initiative),
        signals=legend(report, state.states),
        sources=_all_sources(report, state),
        correction=correction,
        correction_why_not=why_not,
        pictures=tuple(_pictures(initiative)),
    )


def _facts(report: Report, state: InitiativeState) -> tuple[Fact, ...]:
    initiative = state.initiative
    confidence = signal(report, state.confidence)
    by = state.newest.confidence_by if state.newest else None
    return facts(
        {
            "Status": status_cell(report, state),
            "Owner": role_cell(report, state.owner),
            "Sponsor": role_cell(report, state.sponsor),
            "Phase": phase_cell(report, state) or "Not assessed",
            "Confidence": (confidence, *text_cell(None, f"by {by}" if by else None)),
            "Freshness": freshness_cell(report, state),
            "Topic area": area_link(report, initiative, whole=True),
            "On the record since": (
                Words(date_words(initiative.proposed.on)),
                *sources(report, initiative.proposed.sources),
            ),
            "Also called": _other_titles(report, initiative),
            "Note": initiative.note,
        }
    )


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


def _gap(state: InitiativeState) -> str:
    if state.status is not Status.NOT_REPORTED:
        return ""
    missed = word_list([m.title for m in state.owed_milestones.missed])
    return (
        f"Nothing was found about this initiative since {date_words(state.last_known_on)}. "
        f"Updates were due for {missed}."
    )


def _newest_update(snapshot: Snapshot, state: InitiativeState) -> NewestUpdate | None:
    update = state.newest
    if update is None:
        return None
    return NewestUpdate(
        heading=f"Where it stood in {date_words(update.as_of)}"
        if len(update.as_of.text) < len("2016-08-30")
        else f"Where it stood on {date_words(update.as_of)}",
        body=update.body,
        id_prefix=f"update-{update.milestone}",
        reasons=_reasons(snapshot, state.initiative, update),
        ask=initiative_history.ask_words(update.ask),
    )


def _reasons(snapshot: Snapshot, initiative: Initiative, update: Update) -> tuple[Fact, ...]:
    cited = [e for e in initiative.events if e.id in update.evidence]
    ids = dict.fromkeys(s for e in cited for s in e.sources)
    ids |= dict.fromkeys(update.sources)
    other = snapshot.state_of(update.continues_in) if update.continues_in else None
    return facts(
        {
            "The source's word": f"“{update.source_word}”" if update.source_word else None,
            "Why this status": update.reason,
            "Why this phase": update.phase_reason,
            "Why this confidence": update.confidence_reason,
            "Continues in": to_initiative(other.initiative) if other else None,
            "Evidence": sources(snapshot.report, tuple(ids)),
        }
    )


def _links(snapshot: Snapshot, initiative: Initiative) -> tuple[Fact, ...]:
    """Return ties to other initiatives, both ways."""
    report = snapshot.report
    forward = {"depends_on": "Depends on", "related": "Related to", "takes_over": "Takes over"}
    back = {"depends_on": "Needed by", "related": "Related to", "takes_over": "Continues in"}
    found = [
        _link_fact(report, forward[link.kind.value], other.initiative, link)
        for link in initiative.links
        if (other := snapshot.state_of(link.to))
    ]
    found += [
        _link_fact(report, back[link.kind.value], state.initiative, link)
        for state, link in snapshot.links_to(initiative.id)
    ]
    return tuple(found)


def _link_fact(report: Report, name: str, other: Initiative, link: Link) -> Fact:
    since = f"Since {date_words(link.since)}"
    said = (to_initiative(other), SideNote(link.reason), SideNote(since))
    return Fact(name, (*said, *sources(report, link.sources)))


def _all_sources(report: Report, state: InitiativeState) -> tuple[LinkTo, ...]:
    initiative = state.initiative
    cited = dict.fromkeys(initiative.sources)
    for event in initiative.events:
        cited |= dict.fromkeys(event.sources)
    for update in state.updates:
        cited |= dict.fromkeys(update.sources)
    refs = sources(report, tuple(cited))
    return refs[0].refs if refs and isinstance(refs[0], Refs) else ()


def _correction(report: Report, initiative: Initiative) -> tuple[LinkTo | None, str]:
    """Return where to write about a mistake, or why there is nowhere to write."""
    repository = report.about.repository
    if repository:
        target = f"{repository}/issues/new?title=Correction%20to%20{initiative.id}"
        return LinkTo("Suggest a correction", target), ""
    return (
        None,
        f"No address for corrections is set yet; name the id {initiative.id} when there is.",
    )


def doubt_table(report: Report, doubt: Discrepancy) -> Table:
    """Return what sources say differently about one point."""
    caption = sentence(doubt.topic) + (f". {doubt.note}" if doubt.note else "")
    columns: Columns[StatedValue] = {"What is said": lambda v: v.text, "Where": cited(report)}
    return table(f"doubt-{doubt.id}", caption, doubt.values, columns)


def question_fact(question: OpenQuestion) -> Fact:
    """Return an open question with its text."""
    return Fact(question.title, (Words(question.text),))


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page at an address that an initiative once had."""

    title: str
    to: LinkTo


def moved_view(initiative: Initiative) -> MovedView:
    """Return what is at a former address of an initiative."""
    to = LinkTo(initiative.title, addresses.initiative(initiative.id))
    return MovedView(initiative.title, to)
