"""The view of one edition, of the list of editions, and of an initiative in each of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.editions.editions import EditionSnapshot, notice
from generator.derive.history.status_flows import by_status
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import Totals, totals
from generator.model.edition import Claim, Edition, Erratum, Redaction, Renewal
from generator.model.keys import EditionKind
from generator.model.measures import Area
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
    Strong,
    Table,
    Words,
    phrase,
)
from generator.views.base.page import PageFrame
from generator.views.base.shared import counts, gap_text, sources, text_cell
from generator.views.base.table_builder import (
    Columns,
    Figures,
    Value,
    cited,
    facts,
    table,
    table_if_any,
)
from generator.views.changes.status_flow import StatusList, slug, status_name, status_words
from generator.views.changes.times import Interval, ReportTime
from generator.views.initiatives.rows import initiative_columns
from generator.views.print.download import Download, download_facts
from generator.words.key_labels import key_label
from generator.words.message import Message, Text, msg


@dataclass(frozen=True, slots=True)
class EditionView:
    """Everything that the page of an edition shows."""

    title: str
    lede: Text
    notice: Text
    words_of_today: Text
    """That what is around its records is worded as today; empty while it is open."""
    facts: tuple[Fact, ...]
    introduction: str
    """Prose."""
    id_prefix: str
    headline: Text
    counts: tuple[Count, ...]
    by_area: Table | None
    """How many initiatives of each topic area had each status."""
    claims: Table | None
    changes: LinkTo | None
    """The way to what changed since the edition before; None for the first."""
    initiatives: tuple[StatusList, ...]
    """Every initiative by its status; all in one list where statuses are not spoken of."""
    evaluations: Table | None
    empty: tuple[Text, ...]
    """What the edition does not hold, in a sentence each."""
    missing: tuple[Fact, ...]
    data: tuple[Fact, ...]
    data_why_empty: Text
    errata: Table | None
    errata_text: str
    """Prose."""
    errata_why_empty: Text
    renewals: Table | None
    redactions: Table | None


def edition_view(
    edition: EditionSnapshot, earlier: EditionSnapshot | None, downloads: Sequence[Download] = ()
) -> EditionView:
    """Return the view of an edition; `earlier` is the one before it."""
    report, then, about = edition.then.report, edition.then, edition.edition
    found = totals(then)
    claims, evaluations = _claims(report, about), _evaluations(then, about.year)
    without: dict[Text, bool] = {
        msg("edition-claims-none"): claims is None,
        msg("edition-changes-first"): earlier is None,
        msg("edition-evaluations-none", year=str(about.year)): evaluations is None,
    }
    return EditionView(
        title=about.title,
        lede=notice(about) or msg("edition-lede", date=about.as_of),
        notice=notice(about),
        words_of_today=msg("edition-words-of-today") if edition.is_frozen else "",
        facts=_facts(report, edition),
        introduction=about.introduction,
        id_prefix=f"edition-{about.year}",
        headline=_headline(found),
        counts=_counts(then, about.year),
        by_area=_by_area(then),
        claims=claims,
        changes=_changes(edition, earlier),
        initiatives=_initiatives(then, about),
        evaluations=evaluations,
        empty=tuple(sentence for sentence, is_so in without.items() if is_so),
        missing=_missing(found),
        data=(*download_facts(downloads, about.year), *_data(edition)),
        data_why_empty=msg("edition-data-none"),
        errata=_errata(edition),
        errata_text=edition.errata.body if edition.errata else "",
        errata_why_empty=msg("edition-errata-none"),
        renewals=_renewals(about),
        redactions=_redactions(about),
    )


def _facts(report: Report, edition: EditionSnapshot) -> tuple[Fact, ...]:
    about = edition.edition
    original = about.original
    return facts(
        {
            msg("edition-as-of"): Strong(about.as_of),
            msg("edition-kind"): msg(f"edition-kind-{about.kind.value}"),
            msg("edition-frozen"): _frozen(about),
            msg("edition-original"): _original(report, about),
            msg("edition-original-covered"): (
                text_cell(original.covered, original.note) if original else None
            ),
        }
    )


def _frozen(edition: Edition) -> Cell:
    if edition.frozen_on is None:
        still = SideNote(msg("edition-frozen-not-yet-means"))
        return (Words(msg("edition-frozen-not-yet")), still)
    kept = msg("edition-frozen-again" if edition.renewals else "edition-frozen-means")
    return (Words(edition.frozen_on), SideNote(kept))


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
    available = msg(f"edition-original-available-{original.available}")
    return (
        name,
        SideNote(published),
        SideNote(available),
        *sources(report, original.sources, edition.as_of.last(date.max)),
    )


def _headline(found: Totals) -> Message:
    if not found.initiatives:
        return msg("common-no-initiative")
    proposed, joined = found.first_proposed, found.joined_later
    rest: dict[str, Text] = {"ideas": found.ideas, "areas": found.areas}
    if joined:
        return msg("edition-headline-joined", proposed=proposed, joined=joined, **rest)
    return msg("edition-headline", proposed=proposed, **rest)


def _counts(then: Snapshot, year: int) -> tuple[Count, ...]:
    """Return how many had each status, each leading to the first list of them on the page."""
    page = addresses.edition(year)
    firsts = {found.status: slug(found) for found in reversed(by_status(then.states))}
    return tuple(
        replace(count, target=f"{page}#{firsts[Status(count.signal.key)]}")
        for count in counts(then, then.states)
    )


def _by_area(then: Snapshot) -> Table | None:
    """Return a row for each topic area with the number of each status in it."""
    if "status" not in then.axes or len(then.report.areas) == 1:
        return None

    def of_status(found: Collection[InitiativeState]) -> Callable[[Area], Value]:
        return lambda area: sum(s.initiative.area == area.id for s in found) or None

    columns: Columns[Area] = {
        msg("common-area"): lambda area: area.title,
        **{
            Figures(status_words(found)): of_status(states)
            for found, states in by_status(then.states).items()
        },
        Figures(msg("edition-all")): of_status(then.states),
    }
    return table("by-area", msg("edition-by-area"), then.report.areas, columns)


def _initiatives(then: Snapshot, about: Edition) -> tuple[StatusList, ...]:
    """Return the initiatives in lists by status, what is furthest along first."""
    columns = initiative_columns(then, with_area=True)
    if "status" not in then.axes:
        caption = msg("edition-initiatives", count=len(then.states), date=about.as_of)
        made = table("all", caption, then.states, columns)
        return (StatusList("all", (Words(caption),), made),) if then.states else ()
    return tuple(
        StatusList(
            slug(found),
            (phrase(msg("flow-held", count=len(states)), status=status_name(found)),),
            table(
                slug(found),
                msg("flow-held-list", count=len(states), status=status_words(found)),
                states,
                columns,
            ),
        )
        for found, states in by_status(then.states).items()
    )


def _claims(report: Report, edition: Edition) -> Table | None:
    columns: Columns[Claim] = {
        msg("edition-claim"): lambda claim: claim.text,
        msg("edition-claim-about"): lambda claim: claim.scope,
        msg("edition-claim-beside"): lambda claim: claim.note,
        msg("edition-sources"): cited(report),
    }
    return table_if_any("claims", msg("edition-claims"), edition.claims, columns)


def _changes(edition: EditionSnapshot, earlier: EditionSnapshot | None) -> LinkTo | None:
    if earlier is None:
        return None
    found = Interval(ReportTime(earlier.then, earlier), ReportTime(edition.then, edition))
    return LinkTo(msg("edition-changes-since", year=found.before.key), found.address)


def _evaluations(then: Snapshot, year: int) -> Table | None:
    report = then.report
    names: dict[str, Text] = {f"area:{area.id}": area.title for area in report.areas}
    names |= {f"initiative:{s.initiative.id}": s.initiative.title for s in then.states}
    names["program"] = msg("edition-evaluated-program", program=report.about.program)
    columns: Columns[Evaluation] = {
        msg("edition-evaluated"): lambda e: names.get(e.subject, e.subject),
        msg("edition-evaluated-result"): lambda e: key_label(e.result),
        msg("edition-evaluated-why"): lambda e: e.why,
        msg("edition-evaluated-decision"): lambda e: key_label(e.decision),
        msg("edition-sources"): cited(report),
    }
    found = [e for e in report.evaluations if e.year == year]
    found.sort(key=lambda e: (e.subject != "program", e.key))
    caption = msg("edition-evaluations", year=str(year))
    return table_if_any("evaluations", caption, found, columns)


def _missing(found: Totals) -> tuple[Fact, ...]:
    whole = found.initiatives
    asked = {
        **{
            msg(f"home-without-{kind.value}"): (count.open, whole)
            for kind, count in found.roles.items()
        },
        msg("edition-without-update"): (found.without_update, whole),
        msg("home-without-idea"): (found.ideas_without_later, found.ideas),
        msg("home-without-target"): (found.measures_without_target, found.measures),
        msg("edition-without-baseline"): (found.measures_without_baseline, found.measures),
    }
    return facts(
        {name: msg("home-share", part=part, whole=of) for name, (part, of) in asked.items() if part}
    )


def _data(edition: EditionSnapshot) -> tuple[Fact, ...]:
    if not edition.is_frozen:
        return ()
    year = edition.edition.year
    reconstructed = edition.edition.kind is EditionKind.RECONSTRUCTED
    protects = msg(
        "edition-data-digest-means-reconstructed" if reconstructed else "edition-data-digest-means"
    )
    return facts(
        {
            msg("edition-data-snapshot"): (
                LinkTo("snapshot.json", addresses.edition_data(year, "snapshot.json")),
                SideNote(msg("edition-data-snapshot-means")),
            ),
            msg("edition-data-digest"): (
                LinkTo("digest", addresses.edition_data(year, "digest")),
                SideNote(protects),
            ),
        }
    )


def _errata(edition: EditionSnapshot) -> Table | None:
    columns: Columns[Erratum] = {
        msg("edition-erratum-record"): lambda e: e.record,
        msg("edition-erratum-corrected"): lambda e: e.on,
        msg("edition-erratum-why"): lambda e: e.reason,
    }
    errata = edition.errata.errata if edition.errata else ()
    return table_if_any("errata", msg("edition-errata"), errata, columns)


def _renewals(edition: Edition) -> Table | None:
    columns: Columns[Renewal] = {
        msg("edition-renewal-on"): lambda r: r.on,
        msg("edition-erratum-why"): lambda r: text_cell(
            r.reason, msg("edition-renewal-before", day=r.frozen_on, digest=r.digest)
        ),
    }
    return table_if_any("renewals", msg("edition-renewals"), edition.renewals, columns)


def _redactions(edition: Edition) -> Table | None:
    columns: Columns[Redaction] = {
        msg("edition-redaction-on"): lambda r: r.on,
        msg("edition-erratum-why"): lambda r: r.reason,
        Figures(msg("edition-redaction-texts")): lambda r: r.texts,
        msg("edition-redaction-digest"): lambda r: r.digest,
    }
    caption = msg("edition-redactions")
    return table_if_any("redactions", caption, edition.redactions, columns)


@dataclass(frozen=True, slots=True)
class EditionsView:
    """The list of editions."""

    lede: Text
    editions: Table
    kept: Text
    """How editions are kept."""


def editions_view(editions: Sequence[EditionSnapshot]) -> EditionsView:
    """Return the view of the list of editions, newest first; there is at least one."""
    columns: Columns[EditionSnapshot] = {
        msg("edition-list-edition"): lambda e: (
            LinkTo(e.edition.title, addresses.edition(e.edition.year)),
            SideNote(_headline(totals(e.then))),
        ),
        msg("edition-as-of"): lambda e: e.edition.as_of,
        msg("edition-kind"): lambda e: msg(f"edition-list-kind-{e.edition.kind.value}"),
        Figures(msg("edition-list-initiatives")): lambda e: len(e.then.states),
        msg("edition-frozen"): lambda e: e.edition.frozen_on or msg("edition-list-not-frozen"),
        msg("edition-original"): lambda e: _copy(e.edition),
    }
    caption = msg("edition-list")
    years = [str(edition.edition.year) for edition in editions]
    return EditionsView(
        lede=msg("edition-list-count", count=len(editions), begin=years[0], end=years[-1]),
        editions=table("editions", caption, editions[::-1], columns),
        kept=msg("edition-list-lede"),
    )


def _copy(edition: Edition) -> Text | None:
    """Return how much of the document that was published can still be found."""
    original = edition.original
    return msg(f"edition-list-original-{original.available}") if original else None


def edition_frame(edition: EditionSnapshot) -> PageFrame:
    """Return what is around an edition's page: nothing but what it holds itself."""
    about, report = edition.edition, edition.then.report.about
    when = msg("frame-as-of", date=about.as_of)
    return PageFrame(report.disclaimer, report.license.title, when, notice(about))
