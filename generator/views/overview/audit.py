"""The view of a sample of claims, each with its page, its record and its sources."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.derive.snapshot.claims import Claim, ClaimKind, claims, sample
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.edition import Edition
from generator.model.keys import Basis, EditionState, Match
from generator.model.records import Missing
from generator.model.report import Report, Source
from generator.model.updates import Update
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import gap_text
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


def audit_view(
    snapshot: Snapshot, draw: Draw = Draw(), edition: Edition | None = None
) -> SectionsView:
    """Return the view of a sample of a report's claims, or of an edition's."""
    found = tuple(claims(snapshot))
    seed = int(f"{snapshot.day:%Y%m%d}") if draw.seed is None else draw.seed
    size = draw.size or SIZE
    drawn = sample(found, seed, size)
    located = draw.located or partial(_file, edition)
    told = (
        _told(snapshot, claim, located(claim), number, edition)
        for number, claim in enumerate(drawn, start=1)
    )
    head = (_how(seed, size, edition), _counted(found, drawn))
    return SectionsView(
        title=msg("page-audit"),
        lede=_lede(len(drawn), len(found)),
        facts=(),
        sections=(*head, *told) if found else (),
        has_matches=any(c.record.__dict__.get("match") is Match.INFERRED for c in drawn),
    )


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
    listed = table("counted", msg("audit-counted"), ClaimKind, columns, stacked=False)
    return Section("counted", msg("audit-counted-heading"), listed)


def _told(
    snapshot: Snapshot, claim: Claim, place: str, number: int, edition: Edition | None
) -> Section:
    report, whose = snapshot.report, _whose(snapshot.report, claim)
    kind = msg(f"audit-kind-{claim.kind.value}")
    page, inside = _page(claim, whose), claim.inside
    if edition:
        inside = claim.address
        name = msg("audit-page-of-edition", edition=edition.title)
        page = (LinkTo(name, addresses.edition(edition.year)), SideNote(whose))
    return Section(
        f"claim-{number}",
        msg("audit-claim", number=number, kind=kind, whose=whose),
        facts=facts(
            {
                msg("audit-says"): says(snapshot, claim),
                msg("audit-page"): page,
                msg("audit-record"): (Words(place), SideNote(" / ".join(inside))),
                **_sources(report, claim),
                msg("audit-finding"): msg("audit-finding-blank"),
            }
        ),
    )


def _whose(report: Report, claim: Claim) -> str:
    if claim.state:
        return claim.state.initiative.title
    return claim.area.title if claim.area else report.about.program


def _page(claim: Claim, whose: str) -> Cell:
    """Return the link to where a claim is read, and the address in words, for paper."""
    target = page_of(claim)
    return (LinkTo(whose, target), SideNote(f"/{target}"))


def _sources(report: Report, claim: Claim) -> dict[Text, Value]:
    """Return each source by its name in the list; why none is cited, where none is."""
    by_id = {source.id: source for source in report.sources}
    cited = [by_id[name] for name in claim.sources if name in by_id]
    if len(cited) > 1:
        return {
            msg("audit-source-of", number=number, of=len(cited)): _source(source)
            for number, source in enumerate(cited, start=1)
        }
    if cited:
        return {msg("audit-source"): _source(cited[0])}
    update = claim.record
    reported = isinstance(update, Update) and update.basis is Basis.REPORTED
    return {msg("audit-source"): msg("audit-source-owner" if reported else "audit-source-none")}


def _source(source: Source) -> Cell:
    """Return a source with its date and where it is found, for paper too."""
    when = source.published
    return (
        LinkTo(source.title, addresses.source(source.id)),
        SideNote(gap_text(when) if isinstance(when, Missing) else when),
        LinkTo(source.address, source.address),
    )
