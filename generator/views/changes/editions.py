"""The view of one edition, of the list of editions, and of an initiative in each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.editions.editions import EditionThen, notice
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import Totals, tally, totals
from generator.model.edition import Edition
from generator.model.keys import EditionKind
from generator.model.records import Missing
from generator.model.report import Report
from generator.model.statuses import Status
from generator.views.base import addresses
from generator.views.base.blocks import (
    Aside,
    Cell,
    Count,
    Fact,
    LinkTo,
    Signal,
    Strong,
    Table,
    Words,
)
from generator.views.base.page import Frame
from generator.views.base.shared import counts, gap_words, legend, sources, text_cell
from generator.views.base.tables import table
from generator.views.changes.changes import Comparison, comparison
from generator.views.initiatives.rows import INITIATIVE_COLUMNS, initiative_row
from generator.views.print.download import Download, download_facts
from generator.words.english import counted, date_words, day_words, sentence

PROTECTS = (
    "SHA-256 of that file. It shows a change by accident, in storage or on the way. Whoever "
    "changes the file on purpose can make the digest anew: against that, the history of the "
    "repository protects, and the review of any change to a frozen file says so in its first line."
)
"""What the digest of a frozen edition is good for, and what it is not."""

_STATES = {"whole": "whole", "part": "in part only", "none": "no copy was found"}


@dataclass(frozen=True, slots=True)
class EditionView:
    """Everything that the page of an edition shows."""

    title: str
    lede: str
    notice: str
    facts: tuple[Fact, ...]
    introduction: str
    """Prose."""
    id_prefix: str
    headline: str
    counts: tuple[Count, ...]
    claims: Table | None
    claims_why_empty: str
    changes: Comparison | None
    changes_why_empty: str
    initiatives: Table
    signals: tuple[Signal, ...]
    evaluations: Table | None
    evaluations_why_empty: str
    missing: tuple[Fact, ...]
    data: tuple[Fact, ...]
    data_why_empty: str
    errata: Table | None
    errata_text: str
    """Prose."""
    errata_why_empty: str
    renewals: Table | None


def edition_view(
    edition: EditionThen, earlier: EditionThen | None, downloads: Sequence[Download] = ()
) -> EditionView:
    """Return the view of an edition; `earlier` is the one before it."""
    report, then, about = edition.then.report, edition.then, edition.edition
    found = totals(then)
    return EditionView(
        title=about.title,
        lede=notice(about) or f"The report as it stood in {date_words(about.as_of)}.",
        notice=notice(about),
        facts=tuple(_facts(report, edition)),
        introduction=about.introduction,
        id_prefix=f"edition-{about.year}",
        headline=_headline(then, found),
        counts=_counts(report, found, about.year),
        claims=_claims(report, about),
        claims_why_empty="No claim of the City about the programme as a whole stands with it.",
        changes=_changes(edition, earlier),
        changes_why_empty="This is the first edition; there is none before it to compare with.",
        initiatives=table(
            "initiatives",
            f"All {counted(found.initiatives, 'initiative')}, {date_words(about.as_of)}",
            INITIATIVE_COLUMNS,
            [initiative_row(report, s) for s in then.standings],
        ),
        signals=legend(report, (s.status for s in then.standings)),
        evaluations=_evaluations(then, about.year),
        evaluations_why_empty=f"No evaluation of {about.year} stands in the content.",
        missing=tuple(_missing(then, found)),
        data=(*download_facts(downloads, about.year), *_data(edition)),
        data_why_empty="Data is offered once the edition is frozen.",
        errata=_errata(edition),
        errata_text=edition.errata.body if edition.errata else "",
        errata_why_empty="No mistake in this edition has been found.",
        renewals=_renewals(about),
    )


def _facts(report: Report, edition: EditionThen) -> Iterator[Fact]:
    about = edition.edition
    yield Fact("As of", (Strong(date_words(about.as_of)),))
    kind = "This site's reconstruction"
    if about.kind is EditionKind.PUBLISHED:
        kind = "Published by the City"
    yield Fact("Kind", (Words(kind),))
    if about.frozen_on:
        kept = "it stays as it is" if not about.renewals else "again; see the errata for why"
        yield Fact("Frozen", (Words(day_words(about.frozen_on)), Aside(kept)))
    else:
        yield Fact("Frozen", (Words("Not yet"), Aside("it may still change")))
    if about.original:
        yield Fact("The City's own document", _original(report, about))
        yield Fact("What it covered", text_cell(about.original.covered, about.original.note))


def _original(report: Report, edition: Edition) -> Cell:
    original = edition.original
    if original is None:
        return ()
    name = LinkTo(original.title, original.address) if original.address else Words(original.title)
    when = original.published
    published = (
        f"Date: {gap_words(when)}" if isinstance(when, Missing) else f"published {date_words(when)}"
    )
    available = f"Available: {_STATES[original.available]}."
    return (
        name,
        Aside(f"{sentence(published)}{'' if published.endswith('.') else '.'}"),
        Aside(available),
        *sources(report, original.sources),
    )


def _headline(then: Snapshot, found: Totals) -> str:
    later = f" and {found.joined_later} first seen later" if found.joined_later else ""
    return (
        f"{counted(found.first_proposed, 'initiative')} proposed{later}, with "
        f"{counted(found.ideas, 'idea')} in {counted(len(then.report.areas), 'topic area')}."
    )


def _counts(report: Report, found: Totals, year: int) -> tuple[Count, ...]:
    target = f"{addresses.edition(year)}#initiatives"
    return tuple(
        Count(count.signal, count.count, count.width, target)
        for count in counts(report, found.by_status)
    )


def _claims(report: Report, edition: Edition) -> Table | None:
    rows = [
        (
            (Words(claim.text),),
            (Words(claim.scope),),
            text_cell(claim.note),
            sources(report, claim.sources),
        )
        for claim in edition.claims
    ]
    caption = "Claims of the City's document about the programme, and what can be said of them"
    columns = ("Claim:head", "About", "Beside it", "Sources")
    return table("claims", caption, columns, rows) if rows else None


def _changes(edition: EditionThen, earlier: EditionThen | None) -> Comparison | None:
    if earlier is None:
        return None
    years = (earlier.edition.year, edition.edition.year)
    heading = f"What changed since the {years[0]} edition"
    return comparison(earlier.then, edition.then, years, heading)


def _evaluations(then: Snapshot, year: int) -> Table | None:
    names = {f"area:{area.id}": area.title for area in then.report.areas}
    names |= {f"initiative:{s.initiative.id}": s.initiative.title for s in then.standings}
    names["programme"] = f"{then.report.about.programme}, the programme as a whole"
    rows = [
        (
            (Words(names.get(e.subject, e.subject)),),
            (Words(sentence(e.result.value.replace("_", " "))),),
            (Words(e.why),),
            (Words(sentence(e.decision.value.replace("_", " "))),),
            sources(then.report, e.sources),
        )
        for e in sorted(then.report.evaluations, key=lambda e: (e.subject != "programme", e.key))
        if e.year == year
    ]
    columns = ("Evaluated:head", "Result", "Why", "Decision", "Sources")
    return table("evaluations", f"Evaluations of {year}", columns, rows) if rows else None


def _missing(then: Snapshot, found: Totals) -> Iterator[Fact]:
    whole = found.initiatives
    silent = tally(Status, (s.status for s in then.standings))[Status.NOT_REPORTED]
    asked = {
        "Without a named Owner": (whole - found.owners.held, whole),
        "Without a named Sponsor": (whole - found.sponsors.held, whole),
        "Without the updates that were due": (silent, whole),
        "Ideas of which nothing was found": (found.ideas_nothing_found, found.ideas),
        "Measures without a target": (found.measures_without_target, found.measures),
        "Measures without a baseline": (found.measures_without_baseline, found.measures),
    }
    for name, (part, of) in asked.items():
        if of:
            yield Fact(name, (Words(f"{part} of {of}"),))


def _data(edition: EditionThen) -> Iterator[Fact]:
    if not edition.is_frozen:
        return
    year = edition.edition.year
    yield Fact(
        "Everything it holds",
        (
            LinkTo("snapshot.json", addresses.edition_data(year, "snapshot.json")),
            Aside("JSON; its schema stands with the data"),
        ),
    )
    yield Fact(
        "Its digest",
        (
            LinkTo("digest", addresses.edition_data(year, "digest")),
            Aside(
                f"{PROTECTS} It says nothing about the City's own document."
                if edition.edition.kind is EditionKind.RECONSTRUCTED
                else PROTECTS
            ),
        ),
    )


def _errata(edition: EditionThen) -> Table | None:
    errata = edition.errata.errata if edition.errata else ()
    rows = [((Words(e.record),), (Words(day_words(e.on)),), (Words(e.reason),)) for e in errata]
    columns = ("Record:head", "Corrected", "Why")
    caption = "What this edition holds and today's record no longer says"
    return table("errata", caption, columns, rows) if rows else None


def _renewals(edition: Edition) -> Table | None:
    rows = [
        (
            (Words(day_words(renewal.on)),),
            (Words(renewal.reason),),
            (Words(day_words(renewal.frozen_on)),),
            (Words(renewal.digest),),
        )
        for renewal in edition.renewals
    ]
    columns = ("Frozen again:head", "Why", "In place of what was frozen", "Its digest")
    return table("renewals", "When and why it was frozen again", columns, rows) if rows else None


@dataclass(frozen=True, slots=True)
class EditionsView:
    """The list of editions."""

    lede: str
    editions: Table | None
    why_empty: str


def editions_view(editions: Sequence[EditionThen]) -> EditionsView:
    """Return the view of the list of editions, newest first."""
    rows = [_edition_row(edition) for edition in reversed(editions)]
    columns = ("Edition:head", "As of", "Kind", "Initiatives:number", "Frozen", "Original")
    return EditionsView(
        lede="Each edition is the report as it stood at one time. Once frozen it keeps its "
        "address and what it says; if one must be frozen again, its page says when and why. What "
        "is learned later stands on the page of changes.",
        editions=table("editions", "Editions of the report", columns, rows) if rows else None,
        why_empty="No edition has been made yet.",
    )


def _edition_row(edition: EditionThen) -> tuple[Cell, ...]:
    about = edition.edition
    reconstructed = about.kind is EditionKind.RECONSTRUCTED
    available = _STATES[about.original.available] if about.original else ""
    return (
        (LinkTo(about.title, addresses.edition(about.year)),),
        (Words(date_words(about.as_of)),),
        (Words("reconstructed from public sources" if reconstructed else "published"),),
        (Words(str(len(edition.then.standings))),),
        (Words(day_words(about.frozen_on) if about.frozen_on else "not yet"),),
        (Words(available),) if available else (),
    )


def edition_frame(edition: EditionThen) -> Frame:
    """Return what stands around an edition's page: nothing but what it holds itself."""
    about, report = edition.edition, edition.then.report.about
    when = date_words(about.as_of)
    return Frame(report.disclaimer, report.licence.title, when, notice(about))
