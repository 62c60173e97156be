"""What several views show alike: signals, sources, links to initiatives, amounts, roles."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from generator.derive.responsibility.budget_cycle import keeps_cycles, newest_full_cycle
from generator.derive.responsibility.holders import holder
from generator.derive.snapshot.evidence import StateAge
from generator.derive.snapshot.snapshot import UNSEEN, InitiativeState, Snapshot
from generator.derive.snapshot.totals import AgeCount, counts_by_key, status_ages
from generator.derive.source_links import gone_addresses, reader_address
from generator.model.initiative import Initiative, Role
from generator.model.keys import Match
from generator.model.measures import Actual
from generator.model.organization import Organization, Post, Unit
from generator.model.records import Amount, Missing, Narrated
from generator.model.references import NOT_NAMED, UNASSIGNED
from generator.model.report import Report, Source
from generator.model.statuses import SIGNALS, Freshness, Phase, State, Status
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    Count,
    Inline,
    LinkTo,
    MatchMark,
    Refs,
    SideNote,
    Signal,
    SourceLink,
    Strong,
    Words,
)
from generator.words.key_labels import key_label
from generator.words.message import Text, msg
from generator.words.states import label, last_reported, meaning


def signal(state: State) -> Signal:
    """Return the signal of a state, with its label and meaning."""
    return Signal(axis=state.axis, key=state.value, label=label(state), means=meaning(state))


def held_by(source: Source) -> Text:
    """Return who holds a source; empty where nobody is said to."""
    return msg("source-held", holder=source.holder) if source.holder else ""


def found_at(source: Source) -> Inline:
    """Return where a source is found: its address, or who holds it."""
    if source.address:
        return LinkTo(source.address, source.address)
    return Words(held_by(source))


def freshness_signal(state: InitiativeState) -> Signal:
    """Return how recent the last update is; of what is closed, that none is needed any more."""
    mark = signal(state.freshness)
    if state.freshness is Freshness.NOT_DUE and state.status.is_closed:
        return replace(mark, label=msg("states-closed-no-update"))
    return mark


def status_signal(state: InitiativeState) -> Signal:
    """Return the status; as the one that was last reported, where the evidence for it is old."""
    mark = signal(state.status)
    return outdated(mark) if is_outdated(state) else mark


def is_outdated(state: InitiativeState) -> bool:
    """Return whether its status was so when something was last found, which is long ago."""
    return state.status.may_be_outdated and state.evidence.status.outdated


def outdated(mark: Signal) -> Signal:
    """Return a state as it was when something was last found."""
    words, means = last_reported(mark.state), msg("age-last-reported")
    return replace(mark, label=words, means=means, outdated=True)


def legend(states: Iterable[State], old: Iterable[InitiativeState] = ()) -> tuple[Signal, ...]:
    """Return the signals of the states that a page shows, axis by axis, once each.

    Where they are of several axes, their meanings name these: some have labels alike. Statuses of
    `old` that were last reported long ago are explained as well.
    """
    shown = {(state.axis, state) for state in states}
    was = {state.status for state in old if is_outdated(state)}
    found = tuple(
        one
        for axis, kind in SIGNALS.items()
        for state in kind
        if (axis, state) in shown
        for one in (signal(state), *((outdated(signal(state)),) if state in was else ()))
    )
    return found if len({axis for axis, _ in shown}) == 1 else tuple(map(_with_axis, found))


def _with_axis(one: Signal) -> Signal:
    axis = msg(f"status-axis-{one.axis}")
    return replace(one, means=msg("common-legend", axis=axis, means=one.means))


def sources(report: Report, ids: Sequence[str], day: date = date.max) -> tuple[Inline, ...]:
    """Return links to sources, as one piece; nothing where there is none.

    Those that certainly appeared only after `day` are marked.
    """
    if not ids:
        return ()
    cited, gone = set(ids), gone_addresses(report)
    found = {
        s.id: SourceLink(
            _titled(s, day), addresses.source(s.id), reader_address(s, gone) or "", bool(s.note)
        )
        for s in report.sources
        if s.id in cited
    }
    return (Refs(tuple(found.get(i) or SourceLink(i, addresses.source(i)) for i in ids)),)


def _titled(source: Source, day: date) -> Text:
    when = source.published
    later = not isinstance(when, Missing) and when.first() > day
    return msg("common-source-later", title=source.title) if later else source.title


def published_on(source: Source, day: date) -> Text:
    """Return when a source appeared, marked if certainly after a day; or why that is not known."""
    when = source.published
    if isinstance(when, Missing):
        return gap_text(when)
    return msg("source-later", date=when) if when.first() > day else when


def to_initiative(initiative: Initiative) -> LinkTo:
    """Return the link to an initiative's page."""
    return LinkTo(initiative.title, addresses.initiative(initiative.id))


def area_link(report: Report, initiative: Initiative, *, whole: bool = False) -> LinkTo | None:
    """Return the link to the page of an initiative's topic area, by its short or `whole` title."""
    area = next((a for a in report.areas if a.id == initiative.area), None)
    title = area and (area.title if whole else area.short_title)
    return LinkTo(title, addresses.area(initiative.area)) if title else None


def match_mark(match: Match) -> tuple[Inline, ...]:
    """Return the quiet mark where editors made the match."""
    return (MatchMark(),) if match is Match.INFERRED else ()


def status_cell(state: InitiativeState) -> Cell:
    """Return the status in a word, and when it was last found; where none is reported, the last."""
    mark = status_signal(state)
    if state.status is not Status.NOT_REPORTED:
        return (mark, SideNote(found_text(state.evidence.status)))
    if state.last_known is Status.NOT_REPORTED:
        return (mark,)
    last = signal(state.last_known).label
    said = msg("common-last-known", status=last, date=state.last_known_on)
    return (mark, SideNote(said))


def status_cells(snapshot: Snapshot) -> Callable[[InitiativeState], Cell]:
    """Return what a column says of statuses: nothing where the report does not speak of them."""
    return status_cell if "status" in snapshot.axes else lambda _: ()


def found_text(age: StateAge) -> Text:
    """Return when a state was last found; after "last reported" the date alone says so."""
    return age.on if age.outdated else msg("common-as-of", date=age.on)


def phase_cell(state: InitiativeState) -> Cell:
    """Return the phase; nothing where it was not assessed."""
    return () if state.phase is Phase.NOT_ASSESSED else (phase_signal(state),)


def phase_signal(state: InitiativeState) -> Signal:
    """Return the phase; drawn as the status is, where the evidence for both is old."""
    mark = signal(state.phase)
    known = state.phase.filled is not None
    return replace(mark, outdated=True) if known and state.evidence.status.outdated else mark


def freshness_cell(state: InitiativeState) -> Cell:
    """Return how fresh the newest update is, and on whose word it rests."""
    mark = freshness_signal(state)
    if state.newest is None:
        return (mark,)
    return (mark, SideNote(msg(f"common-basis-{state.newest.basis.value}")))


def role_cell(report: Report, role: Role | None) -> Cell:
    """Return who holds a role, or which kind of gap there is and since when."""
    if role is None or role.holder == UNASSIGNED:
        since = (SideNote(msg("common-since", date=role.since)),) if role else ()
        return (Strong(msg("common-vacant")), *since)
    if role.holder == NOT_NAMED:
        since_then = SideNote(msg("common-not-named-since", date=role.since))
        return (Strong(msg("common-not-named")), since_then)
    post = holder(report.organization, role.holder)
    person = (SideNote(post.person),) if isinstance(post, Post) and post.person else ()
    named = holder_link(report.organization, role.holder)
    return (named, *person, SideNote(msg("common-since", date=role.since)))


def holder_link(organization: Organization, holder_id: str) -> Inline:
    """Return the link to the page of a post or unit; the bare id where there is neither."""
    found = holder(organization, holder_id)
    if isinstance(found, Unit):
        return LinkTo(found.name, addresses.unit(found.id))
    return post_link(organization, holder_id)


def cycle_heading(report: Report) -> Text:
    """Return what heads a column of budget cycles and fiscal years."""
    return msg("plan-cycle" if keeps_cycles(report) else "plan-year")


def unit_kind(unit: Unit) -> Text:
    """Return what kind of unit it is, in the organization's own word where it has one."""
    return unit.called or key_label(unit.kind)


def post_link(organization: Organization, post_id: str) -> Inline:
    """Return the link to a post's page; the bare id where there is no such post."""
    post = next((p for p in organization.posts if p.id == post_id), None)
    return LinkTo(post.title, addresses.post(post.id)) if post else Strong(post_id)


def organization_link(organization: Organization, org_id: str) -> Inline:
    """Return the link to the page of a unit or partner; the bare id where there is none."""
    name = organization_name(organization, org_id)
    if any(unit.id == org_id for unit in organization.units):
        return LinkTo(name, addresses.unit(org_id))
    if any(partner.id == org_id for partner in organization.partners):
        return LinkTo(name, addresses.partner(org_id))
    return Words(name)


def organization_name(organization: Organization, org_id: str) -> str:
    """Return the name of a unit or partner."""
    names = {unit.id: unit.name for unit in organization.units}
    names |= {partner.id: partner.name for partner in organization.partners}
    return names.get(org_id, org_id)


def gap_text(gap: Missing) -> Text:
    """Return which kind of gap it is, why it is there, and when it should be filled."""
    if gap == UNSEEN:
        return msg("common-gap-unseen")
    said = msg(f"common-gap-{gap.missing.value}", why=gap.why)
    if gap.expected_on is None:
        return said
    return msg("common-expected", gap=said, date=gap.expected_on)


def stated_text(amount: Amount) -> Text | None:
    """Return the source's own wording of a figure in quotation marks; None where it has none."""
    is_result = isinstance(amount, Actual) and amount.result
    figure = amount.value if amount.value is not None else amount.low
    if not amount.stated or (figure is None and not is_result):
        return None
    return msg("common-stated", wording=amount.stated)


def idea_cell(state: InitiativeState, idea_id: str) -> Cell:
    """Return what became of an idea and when that was last found; else that nothing was found."""
    found = state.ideas.get(idea_id)
    if found is None:
        return (Words(msg("idea-nothing-found")),)
    age = state.evidence.ideas[idea_id]
    if age.at_proposal:
        return (Strong(label(found)), SideNote(msg("age-at-proposal", date=age.on)))
    words = last_reported(found) if age.outdated else label(found)
    return (Strong(words), SideNote(found_text(age)))


def counts(snapshot: Snapshot, states: Sequence[InitiativeState]) -> tuple[Count, ...]:
    """Return the statuses that occur, with bars against the largest, and how old each is.

    There is none where the report does not speak of statuses.
    """
    if "status" not in snapshot.axes:
        return ()
    tally = counts_by_key(Status, (state.status for state in states))
    since = newest_full_cycle(snapshot.report, snapshot.day)
    by_age = status_ages(states, since, snapshot.day)
    largest = max(tally.values(), default=0)

    def width(number: int) -> int:
        return round(100 * number / largest)

    return tuple(
        Count(
            signal(key),
            number,
            width(number),
            addresses.state_list(key),
            recent=width(len(ages.recent) if ages and key.may_be_outdated else number),
            age=age_text(ages, since) if ages else "",
        )
        for key, number in tally.items()
        for ages in (by_age.get(key),)
        if number
    )


def shown_statuses(snapshot: Snapshot) -> tuple[Status, ...]:
    """Return the statuses that occur; none where the report does not speak of statuses."""
    found = {state.status for state in snapshot.states} if "status" in snapshot.axes else set()
    return tuple(status for status in Status if status in found)


def age_text(ages: AgeCount, since: date) -> Text:
    """Return in which years things were last found; where only some were of late, how many."""
    span, years = _span(ages.earlier or ages.recent)
    if not ages.recent or not ages.earlier:
        return msg(f"age-found-{span}", **years)
    recent, count = len(ages.recent), len(ages.earlier)
    return msg(f"age-both-{span}", recent=recent, since=since, count=count, **years)


def span_text(years: Sequence[int]) -> Text:
    """Return the first and the last of some years in order; empty where there is none."""
    if not years:
        return ""
    span, ends = _span(years)
    return msg(f"age-span-{span}", **ends)


def _span(years: Sequence[int]) -> tuple[str, dict[str, Text]]:
    first, last = years[0], years[-1]
    return "year" if first == last else "years", {"first": str(first), "last": str(last)}


def text_cell(text: Text | None, *asides: Text | None) -> Cell:
    """Return a text with what explains it, as far as they are there."""
    first = () if text is None or text == "" else (Words(text),)
    return (*first, *(SideNote(aside) for aside in asides if aside))


def remarks(report: Report, record: Narrated, note: Text | None = None) -> Cell:
    """Return a record's note, and below it what came later, each with its date and sources."""
    return text_cell(note) + tuple(
        piece
        for addendum in record.later
        for piece in (
            SideNote(msg("common-later", date=addendum.on, text=addendum.text)),
            *sources(report, addendum.sources),
        )
    )


def links(pieces: Iterable[Inline]) -> Cell:
    """Return links as one piece that parts each from the next; a single link stays as it is."""
    found = tuple(piece for piece in pieces if isinstance(piece, LinkTo))
    return (Refs(found),) if len(found) > 1 else found
