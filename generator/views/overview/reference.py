"""Views that say how the report is made, and what is not known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from generator.derive.responsibility.budget_cycle import keeps_cycles
from generator.derive.snapshot.filled import (
    has_evaluations,
    has_goals,
    has_ideas,
    has_matches,
    has_measures,
)
from generator.derive.snapshot.freshness import is_measured
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import totals
from generator.derive.translations import TranslationCounts
from generator.model.keys import RoleKind
from generator.model.records import Missing
from generator.model.report import Report
from generator.model.statuses import SIGNALS, Freshness, Status, Timing
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    Fact,
    LinkTo,
    Signal,
    Table,
    Words,
)
from generator.views.base.presence import has_page
from generator.views.base.shared import (
    legend,
    remarks,
    sources,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, facts, table, table_if_any
from generator.views.base.timing import is_timed
from generator.views.goals.goals import FORMULA
from generator.views.initiatives.initiative import doubt_table, question_fact
from generator.words.message import DayOfYear, Message, Text, listing, msg
from generator.words.states import WORDS, further_words, label, last_reported, word, word_meaning

MOST_SILENT = 6
"""Initiatives without an update that are there at once; a longer list is folded."""

MOST_DOUBTS = 3
"""Points on which sources disagree that are there at once; of more, each is folded."""


@dataclass(frozen=True, slots=True)
class UnknownView:
    """What is not known, and where sources disagree."""

    lead: Text
    gaps: Table
    silent: Table | None
    silent_folded: Text
    """What unfolds the table, where it is long; else empty."""
    questions: tuple[Fact, ...]
    doubts: tuple[Table, ...]
    doubts_folded: bool
    """Whether the points are so many that each is folded."""


def unknown_view(snapshot: Snapshot) -> UnknownView:
    """Return the view of what is not known."""
    report, silent = snapshot.report, _silent(snapshot)
    count = len(silent.rows) if silent else 0
    doubts = tuple(doubt_table(report, d) for d in report.background.discrepancies)
    return UnknownView(
        lead=msg("unknown-lead"),
        gaps=_gaps(snapshot),
        silent=silent,
        silent_folded=msg("unknown-silent-unfold", count=count) if count > MOST_SILENT else "",
        questions=tuple(question_fact(q) for q in report.background.questions),
        doubts=doubts,
        doubts_folded=len(doubts) > MOST_DOUBTS,
    )


def _gaps(snapshot: Snapshot) -> Table:
    found = totals(snapshot)
    everyone = msg("unknown-of-initiatives", count=found.initiatives)
    ideas = msg("unknown-of-ideas", count=found.ideas)
    measures = msg("unknown-of-measures", count=found.measures)
    asked = (
        ((msg("unknown-gap-update"), found.without_update, everyone),)
        if is_measured(snapshot.report)
        else ()
    )
    gaps = (
        *(
            gap
            for kind, count in found.roles.items()
            for gap in (
                (msg(f"unknown-gap-{kind.value}-not-named"), count.not_named, everyone),
                (msg(f"unknown-gap-{kind.value}-unassigned"), count.unassigned, everyone),
            )
        ),
        *asked,
        (msg("unknown-gap-idea"), found.ideas_without_later, ideas),
        (msg("unknown-gap-target"), found.measures_without_target, measures),
        (msg("unknown-gap-baseline"), found.measures_without_baseline, measures),
    )
    columns: Columns[tuple[Message, int, Message]] = {
        msg("unknown-gap"): itemgetter(0),
        Figures(msg("unknown-gap-count")): itemgetter(1),
        Figures(msg("unknown-gap-of")): itemgetter(2),
    }
    wholes = {everyone: found.initiatives, ideas: found.ideas, measures: found.measures}
    counted = [gap for gap in gaps if wholes[gap[2]]]
    return table("gaps", msg("unknown-gaps"), counted, columns)


def _silent(snapshot: Snapshot) -> Table | None:
    silent = [s for s in snapshot.states if s.freshness is Freshness.NONE]
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        msg("unknown-silent-since"): lambda s: s.last_known_on,
        msg("unknown-silent-found"): lambda s: msg(
            "unknown-silent-related" if s.evidence.newest else "unknown-silent-nothing"
        ),
        msg("unknown-silent-missed"): lambda s: listing(m.title for m in s.owed_milestones.missed),
    }
    return table_if_any("silent", msg("unknown-silent"), silent, columns)


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the report is made: words, rules and formulas."""

    axes: tuple[tuple[str, Text, tuple[Signal, ...]], ...]
    """Anchor, name and signals of each axis."""
    update_rules: tuple[Text, ...]
    """How the last update is judged."""
    words: tuple[Fact, ...]
    results: Text
    """How results of measures and goals are worked out; empty where there are neither."""
    disclaimer: str
    use: tuple[Fact, ...]
    """What others may do with the content, and where readers can write."""
    about: tuple[Fact, ...] = ()
    """Whose report it is, and of which years."""
    translated: tuple[Text, ...] = ()
    """How much of it is translated, where the page is in a further language."""


def method_view(snapshot: Snapshot, counts: TranslationCounts | None = None) -> MethodView:
    """Return the view of the method page, in a further language with how much is translated."""
    report = snapshot.report
    return MethodView(
        axes=tuple(
            (axis, msg(f"status-axis-{axis}"), legend(kind))
            for axis, kind in SIGNALS.items()
            if (any(map(is_timed, snapshot.states)) if kind is Timing else axis in snapshot.axes)
        ),
        update_rules=_update_rules(report),
        words=tuple(_words(snapshot)),
        results=FORMULA if has_page(addresses.GOALS, snapshot) else "",
        disclaimer=report.about.disclaimer,
        use=use_facts(report),
        about=_about(report),
        translated=tuple(_translated(counts)) if counts else (),
    )


def _translated(counts: TranslationCounts) -> Iterator[Message]:
    if counts.translated == counts.texts:
        yield msg("translation-all")
    else:
        yield msg("translation-some", translated=counts.translated, texts=counts.texts)
    if counts.outdated:
        yield msg("translation-changed", count=counts.outdated)


def _words(snapshot: Snapshot) -> Iterator[Fact]:
    """Yield every other word with its meaning, those that only this organization has at the end."""
    report = snapshot.report
    asked = report.about.roles.asked
    unspoken = {kind.value for kind in RoleKind if kind not in asked}
    unspoken |= set() if asked else {"vacancy", "unassigned", "not-named"}
    unspoken |= set() if keeps_cycles(report) else {"budget-cycle"}
    unspoken |= set() if report.calendar.milestones else {"milestone"}
    unspoken |= {"status", "phase", "confidence", "freshness"} - snapshot.axes
    unspoken |= set() if has_ideas(snapshot) else {"idea"}
    unspoken |= set() if has_measures(snapshot) else {"measure", "baseline", "target", "actual"}
    unspoken |= set() if has_goals(snapshot) else {"goal"}
    unspoken |= set() if has_evaluations(snapshot) else {"evaluation"}
    unspoken |= set() if has_matches(snapshot) else {"match", "named", "inferred"}
    for name in (name for name in WORDS if name not in unspoken):
        yield Fact(word(name), (Words(word_meaning(name)),))
    for term in further_words(report.vocabulary):
        yield Fact(term.label, (Words(term.means),))


def _update_rules(report: Report) -> tuple[Message, ...]:
    """Return how the last update is judged, in the words that label it; nothing where it is not."""
    if not is_measured(report):
        return ()
    by_cycles = keeps_cycles(report)
    labels = {freshness.value: label(freshness) for freshness in Freshness}
    exempt = msg("method-updates-exempt", not_measurable=label(Freshness.NOT_MEASURABLE))
    outdated = last_reported(Status.UNDER_WAY)
    return (
        msg("method-updates-owed"),
        msg("method-updates-missed" if by_cycles else "method-updates-missed-milestones", **labels),
        exempt if by_cycles else msg("method-updates-exempt-always"),
        msg("method-updates-age" if by_cycles else "method-updates-age-years", outdated=outdated),
    )


def _years(report: Report) -> Mapping[Text, Value]:
    """Return when fiscal years begin, and how many of them a budget cycle has, if there are any."""
    month, day = map(int, report.about.fiscal_year_start.split("-"))
    begins = DayOfYear(month, day)
    if years := report.about.cycle_years:
        return {msg("method-cycles"): msg("method-cycle", years=years, begins=begins)}
    return {msg("method-fiscal-years"): msg("method-fiscal-year", begins=begins)}


def _about(report: Report) -> tuple[Fact, ...]:
    about, period = report.about, report.about.reporting_period
    return facts(
        {
            msg("method-organization"): about.city,
            msg("method-period"): (
                *text_cell(period.span, period.note),
                *remarks(report, period),
                *sources(report, period.sources),
            ),
            **_years(report),
            msg("method-site"): LinkTo(about.site, about.site) if about.site else None,
            msg("method-sources"): sources(report, about.sources),
        }
    )


def license_fact(report: Report) -> Fact:
    """Return what others may do with the content."""
    terms = report.about.license
    value: Cell = text_cell(terms.text)
    if terms.address:
        value = (*value, LinkTo(msg("about-license-text"), terms.address))
    return Fact(terms.title, value)


def use_facts(report: Report) -> tuple[Fact, ...]:
    """Return what others may do with the content, and where readers can write, if anywhere."""
    contact = contact_fact(report)
    return (license_fact(report), *((contact,) if contact else ()))


def contact_fact(report: Report) -> Fact | None:
    """Return where readers can write; None where there is nowhere."""
    contact = report.about.contact
    if isinstance(contact, Missing):
        return None
    said = (Words(contact.text), LinkTo(contact.address, contact.address))
    return Fact(contact.title, said)
