"""The view of a sample of claims, each with its page, its record and its sources."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from generator.derive.snapshot.claims import Claim, ClaimKind, claims, sample
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.edition import Edition
from generator.model.keys import Basis, EditionState, Match
from generator.model.link_checks import Archived
from generator.model.report import Report, Source
from generator.model.updates import Update
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import found_at, published_on
from generator.views.base.table_builder import Columns, Figures, Value, facts, table
from generator.views.overview.claim_words import page_of, says
from generator.words.message import Text, msg

SIZE = 24
"""Claims that somebody can check in about an hour."""

Located = Callable[[Claim], str]
"""Tells where the record of a claim is."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample to be drawn, and where its records are said to be."""

    seed: int | None = None
    """None for that of the published sample: the report's day as a number."""
    size: int | None = None
    """None for as many as are published."""
    located: Located | None = None
    """None for the file alone: its lines change where nothing that is said does."""


@dataclass(frozen=True, slots=True)
class DrawnClaim:
    """One claim of a sample: what it says, where that is read, and what it rests on."""

    anchor: str
    heading: Text
    says: Cell
    target: str
    """The page on which it is read."""
    page: Cell
    """The link to that page, and the way in words, for paper."""
    record: Cell
    sources: tuple[Cell, ...]
    """Each source; none where none is cited."""
    why_no_source: Text
    match: Match | None
    """How the record was matched, where it says so."""


def audit_view(snapshot: Snapshot) -> SectionsView:
    """Return the view of the published sample: a row for each claim."""
    head, drawn = _drawn(snapshot, Draw(), None)
    if not drawn:
        return head
    columns: Columns[DrawnClaim] = {
        msg("audit-claims"): lambda c: LinkTo(c.heading, c.target),
        msg("audit-says"): lambda c: c.says,
        msg("audit-record"): lambda c: c.record,
        msg("audit-source"): lambda c: sum(c.sources, ()) or c.why_no_source,
    }
    listed = table("claims", msg("audit-caption", count=len(drawn)), drawn, columns)
    claims_section = Section("claims", msg("audit-claims"), listed)
    return replace(head, sections=(*head.sections, claims_section))


def audit_sheet(
    snapshot: Snapshot, draw: Draw = Draw(), edition: Edition | None = None
) -> SectionsView:
    """Return a sample to be filled in on paper: a section for each claim, with room for findings.

    It is of the report, or of an edition.
    """
    head, drawn = _drawn(snapshot, draw, edition)
    told = (Section(c.anchor, c.heading, facts=facts(_facts(c))) for c in drawn)
    return replace(head, sections=(*head.sections, *told))


def _facts(claim: DrawnClaim) -> dict[Text, Value]:
    return {
        msg("audit-says"): claim.says,
        msg("audit-page"): claim.page,
        msg("audit-record"): claim.record,
        **_numbered(claim.sources),
        **({} if claim.sources else {msg("audit-source"): claim.why_no_source}),
        msg("audit-finding"): msg("audit-finding-blank"),
    }


def _numbered(sources: Sequence[Cell]) -> dict[Text, Value]:
    """Return sources by their number, where there are several."""
    if len(sources) == 1:
        return {msg("audit-source"): sources[0]}
    of = len(sources)
    return {msg("audit-source-of", number=n, of=of): s for n, s in enumerate(sources, start=1)}


def _drawn(
    snapshot: Snapshot, draw: Draw, edition: Edition | None
) -> tuple[SectionsView, tuple[DrawnClaim, ...]]:
    """Return what is said before a sample, and the sample."""
    found = tuple(claims(snapshot))
    seed = int(f"{snapshot.day:%Y%m%d}") if draw.seed is None else draw.seed
    size = draw.size or SIZE
    drawn = sample(found, seed, size)
    located = draw.located or partial(_file, edition)
    told = tuple(
        _told(snapshot, claim, located(claim), number, edition)
        for number, claim in enumerate(drawn, start=1)
    )
    view = SectionsView(
        title=msg("page-audit"),
        lede=_lede(len(drawn), len(found)),
        facts=(),
        sections=(_how(seed, size, edition), _counted(found, drawn)) if found else (),
        has_matches=any(claim.match is Match.INFERRED for claim in told),
    )
    return view, told


def _file(edition: Edition | None, claim: Claim) -> str:
    """Return the file in which a claim's record is; a frozen edition has all of its own in one."""
    if edition and edition.state is EditionState.FROZEN:
        return f"content/editions/{edition.year}/snapshot.json"
    return f"content/{claim.file}"


def _lede(drawn: int, found: int) -> Text:
    if not found:
        return msg("audit-none")
    if drawn == found:
        return msg("audit-lede-all", claims=found)
    return msg("audit-lede", drawn=drawn, claims=found)


def _how(seed: int, size: int, edition: Edition | None) -> Section:
    values = {"seed": str(seed), "sample": str(size)}
    command = (
        msg("audit-draw-edition", edition=str(edition.year), **values)
        if edition
        else msg("audit-draw", **values)
    )
    return Section(
        "how",
        msg("audit-how-heading"),
        text=msg("audit-how"),
        facts=facts({msg("audit-seed"): str(seed), msg("audit-command"): command}),
    )


def _counted(found: Sequence[Claim], drawn: Sequence[Claim]) -> Section:
    population, taken = (Counter(c.kind for c in some) for some in (found, drawn))
    columns: Columns[ClaimKind] = {
        msg("audit-kind"): lambda kind: msg(f"audit-kind-{kind.value}"),
        Figures(msg("audit-population")): lambda kind: population[kind],
        Figures(msg("audit-drawn")): lambda kind: taken[kind],
    }
    kinds = [kind for kind in ClaimKind if population[kind]]
    listed = table("counted", msg("audit-counted"), kinds, columns, stacked=False)
    return Section("counted", msg("audit-counted-heading"), listed)


def _told(
    snapshot: Snapshot, claim: Claim, place: str, number: int, edition: Edition | None
) -> DrawnClaim:
    report, whose = snapshot.report, _whose(snapshot.report, claim)
    kind = msg(f"audit-kind-{claim.kind.value}")
    target, inside = page_of(claim), claim.inside
    page: Cell = (LinkTo(whose, target), SideNote(f"/{target}"))
    if edition:
        target, inside = addresses.edition(edition.year), claim.address
        page = (LinkTo(msg("audit-page-of-edition", edition=edition.title), target),)
    return DrawnClaim(
        anchor=f"claim-{number}",
        heading=msg("audit-claim", number=number, kind=kind, whose=whose),
        says=says(snapshot, claim),
        target=target,
        page=page,
        record=(Words(place), SideNote(" / ".join(inside))),
        sources=tuple(_sources(report, claim, snapshot.day)),
        why_no_source=msg("audit-source-reported" if _reported(claim) else "audit-source-none"),
        match=claim.record.__dict__.get("match"),
    )


def _reported(claim: Claim) -> bool:
    """Return whether a claim is what an Owner reports."""
    return isinstance(claim.record, Update) and claim.record.basis is Basis.REPORTED


def _whose(report: Report, claim: Claim) -> str:
    if claim.state:
        return claim.state.initiative.title
    return claim.area.title if claim.area else report.about.program


def _sources(report: Report, claim: Claim, day: date) -> Iterator[Cell]:
    by_id = {source.id: source for source in report.sources}
    yield from (_source(by_id[name], day) for name in claim.sources if name in by_id)


def _source(source: Source, day: date) -> Cell:
    """Return a source with its date, where it is found, and its copy in an archive, if any."""
    copy = source.archived
    return (
        LinkTo(source.title, addresses.source(source.id)),
        SideNote(published_on(source, day)),
        found_at(source),
        *(_copy(copy) if copy else ()),
    )


def _copy(copy: Archived) -> Cell:
    """Return the copy that an archive keeps of a source, with its address."""
    return (SideNote(msg("source-archived", date=copy.on)), LinkTo(copy.address, copy.address))
