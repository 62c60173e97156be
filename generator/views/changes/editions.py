"""The view of one edition, of the list of editions, and of an initiative in each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.editions.editions import EditionSnapshot, notice
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import Totals, totals
from generator.model.edition import Claim, Edition, Erratum, Renewal
from generator.model.keys import EditionKind
from generator.model.records import Missing
from generator.model.report import Report
from generator.model.statuses import Status
from generator.model.updates import Evaluation
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    Count,
    Fact,
    LinkTo,
    SideNote,
    Signal,
    Strong,
    Table,
    Words,
)
from generator.views.base.page import PageFrame
from generator.views.base.shared import counts, gap_text, legend, sources, text_cell
from generator.views.base.table_builder import Columns, Figures, cited, facts, table, table_if_any
from generator.views.changes.changes import Comparison, comparison
from generator.views.initiatives.rows import initiative_columns
from generator.views.print.download import Download, download_facts
from generator.words.english import counted, date_words, day_words, sentence
from generator.words.message import msg

PROTECTS = (
    "SHA-256 of that file. It shows a change by accident, in storage or on the way. Whoever "
    "changes the file on purpose can make the digest anew: against that, the history of the "
    "repository protects, and the review of any change to a frozen file says so in its first line."
)
"""What the digest of a frozen edition is good for, and what it is not."""

_KINDS = {
    EditionKind.RECONSTRUCTED: "reconstructed from public sources",
    EditionKind.PUBLISHED: "published",
}
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
    edition: EditionSnapshot, earlier: EditionSnapshot | None, downloads: Sequence[Download] = ()
) -> EditionView:
    """Return the view of an edition; `earlier` is the one before it."""
    report, then, about = edition.then.report, edition.then, edition.edition
    found = totals(then)
    return EditionView(
        title=about.title,
        lede=notice(about) or f"The report as it stood in {date_words(about.as_of)}.",
        notice=notice(about),
        facts=_facts(report, edition),
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
            then.states,
            initiative_columns(report, with_area=True),
        ),
        signals=legend(report, (s.status for s in then.states)),
        evaluations=_evaluations(then, about.year),
        evaluations_why_empty=f"No evaluation of {about.year} stands in the content.",
        missing=_missing(found),
        data=(*download_facts(downloads, about.year), *_data(edition)),
        data_why_empty="Data is offered once the edition is frozen.",
        errata=_errata(edition),
        errata_text=edition.errata.body if edition.errata else "",
        errata_why_empty="No mistake in this edition has been found.",
        renewals=_renewals(about),
    )


def _facts(report: Report, edition: EditionSnapshot) -> tuple[Fact, ...]:
    about = edition.edition
    published = about.kind is EditionKind.PUBLISHED
    frozen: Cell = (Words("Not yet"), SideNote("it may still change"))
    if about.frozen_on:
        kept = "it stays as it is" if not about.renewals else "again; see the errata for why"
        frozen = (Words(day_words(about.frozen_on)), SideNote(kept))
    original = about.original
    return facts(
        {
            "As of": Strong(date_words(about.as_of)),
            "Kind": "Published by the City" if published else "This site's reconstruction",
            "Frozen": frozen,
            "The City's own document": _original(report, about),
            "What it covered": text_cell(original.covered, original.note) if original else None,
        }
    )


def _original(report: Report, edition: Edition) -> Cell:
    original = edition.original
    if original is None:
        return ()
    name = LinkTo(original.title, original.address) if original.address else Words(original.title)
    when = original.published
    published = (
        msg("edition-original-date-gap", gap=gap_text(when))
        if isinstance(when, Missing)
        else msg("edition-original-published", date=when)
    )
    available = f"Available: {_STATES[original.available]}."
    return (
        name,
        SideNote(published),
        SideNote(available),
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
    columns: Columns[Claim] = {
        "Claim": lambda claim: claim.text,
        "About": lambda claim: claim.scope,
        "Beside it": lambda claim: claim.note,
        "Sources": cited(report),
    }
    caption = "Claims of the City's document about the programme, and what can be said of them"
    return table_if_any("claims", caption, edition.claims, columns)


def _changes(edition: EditionSnapshot, earlier: EditionSnapshot | None) -> Comparison | None:
    if earlier is None:
        return None
    years = (earlier.edition.year, edition.edition.year)
    heading = f"What changed since the {years[0]} edition"
    return comparison(earlier.then, edition.then, years, heading)


def _evaluations(then: Snapshot, year: int) -> Table | None:
    names = {f"area:{area.id}": area.title for area in then.report.areas}
    names |= {f"initiative:{s.initiative.id}": s.initiative.title for s in then.states}
    names["program"] = f"{then.report.about.program}, the programme as a whole"
    columns: Columns[Evaluation] = {
        "Evaluated": lambda e: names.get(e.subject, e.subject),
        "Result": lambda e: sentence(e.result.value.replace("_", " ")),
        "Why": lambda e: e.why,
        "Decision": lambda e: sentence(e.decision.value.replace("_", " ")),
        "Sources": cited(then.report),
    }
    found = [e for e in then.report.evaluations if e.year == year]
    found.sort(key=lambda e: (e.subject != "program", e.key))
    return table_if_any("evaluations", f"Evaluations of {year}", found, columns)


def _missing(found: Totals) -> tuple[Fact, ...]:
    whole = found.initiatives
    asked = {
        "Without a named Owner": (whole - found.owners.held, whole),
        "Without a named Sponsor": (whole - found.sponsors.held, whole),
        "Without the updates that were due": (found.by_status[Status.NOT_REPORTED], whole),
        "Ideas of which nothing was found": (found.ideas_nothing_found, found.ideas),
        "Measures without a target": (found.measures_without_target, found.measures),
        "Measures without a baseline": (found.measures_without_baseline, found.measures),
    }
    return facts({name: f"{part} of {of}" for name, (part, of) in asked.items() if of})


def _data(edition: EditionSnapshot) -> tuple[Fact, ...]:
    if not edition.is_frozen:
        return ()
    year = edition.edition.year
    reconstructed = edition.edition.kind is EditionKind.RECONSTRUCTED
    not_theirs = " It says nothing about the City's own document." if reconstructed else ""
    return facts(
        {
            "Everything it holds": (
                LinkTo("snapshot.json", addresses.edition_data(year, "snapshot.json")),
                SideNote("JSON; its schema stands with the data"),
            ),
            "Its digest": (
                LinkTo("digest", addresses.edition_data(year, "digest")),
                SideNote(f"{PROTECTS}{not_theirs}"),
            ),
        }
    )


def _errata(edition: EditionSnapshot) -> Table | None:
    columns: Columns[Erratum] = {
        "Record": lambda e: e.record,
        "Corrected": lambda e: day_words(e.on),
        "Why": lambda e: e.reason,
    }
    caption = "What this edition holds and today's record no longer says"
    errata = edition.errata.errata if edition.errata else ()
    return table_if_any("errata", caption, errata, columns)


def _renewals(edition: Edition) -> Table | None:
    columns: Columns[Renewal] = {
        "Frozen again": lambda r: day_words(r.on),
        "Why": lambda r: r.reason,
        "In place of what was frozen": lambda r: day_words(r.frozen_on),
        "Its digest": lambda r: r.digest,
    }
    caption = "When and why it was frozen again"
    return table_if_any("renewals", caption, edition.renewals, columns)


@dataclass(frozen=True, slots=True)
class EditionsView:
    """The list of editions."""

    lede: str
    editions: Table | None
    why_empty: str


def editions_view(editions: Sequence[EditionSnapshot]) -> EditionsView:
    """Return the view of the list of editions, newest first."""
    columns: Columns[EditionSnapshot] = {
        "Edition": lambda e: LinkTo(e.edition.title, addresses.edition(e.edition.year)),
        "As of": lambda e: date_words(e.edition.as_of),
        "Kind": lambda e: _KINDS[e.edition.kind],
        Figures("Initiatives"): lambda e: len(e.then.states),
        "Frozen": lambda e: day_words(e.edition.frozen_on) if e.edition.frozen_on else "not yet",
        "Original": lambda e: _STATES[e.edition.original.available] if e.edition.original else None,
    }
    return EditionsView(
        lede="Each edition is the report as it stood at one time. Once frozen it keeps its "
        "address and what it says; if one must be frozen again, its page says when and why. What "
        "is learned later stands on the page of changes.",
        editions=table_if_any("editions", "Editions of the report", editions[::-1], columns),
        why_empty="No edition has been made yet.",
    )


def edition_frame(edition: EditionSnapshot) -> PageFrame:
    """Return what is around an edition's page: nothing but what it holds itself."""
    about, report = edition.edition, edition.then.report.about
    when = msg("frame-as-of", date=about.as_of)
    return PageFrame(report.disclaimer, report.license.title, when, notice(about))
