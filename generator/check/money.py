"""R520, R522-R526: money whose currency, fund, period, and size are what they can be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import list_currencies

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Location, Severity
from generator.core.naming import quoted
from generator.derive.money.entries import currency_of
from generator.derive.money.ledger import MoneyKey, money_key
from generator.derive.money.periods import spans
from generator.derive.snapshot.citations import LocatedRecord
from generator.model.keys import FundingState
from generator.model.money import Funding
from generator.words.formats import locale_of

AHEAD = frozenset({FundingState.REQUESTED, FundingState.PLANNED})
"""Stages of money that come before its period."""


@rule(
    "R520",
    "Money has a currency: its own, or that of report.yml.",
    "Sums of different currencies would be added up, or none at all.",
)
def currencies_are_known(context: RuleContext) -> Iterator[Fault]:
    """Yield funding without a currency, or in one that neither ISO 4217 nor the report knows."""
    usual = context.report.about.currency
    known = list_currencies() | {usual}
    for part, funding in context.each(Funding):
        currency = currency_of(context.report.about, funding)
        if currency not in known:
            yield Fault(
                context.at(part, "currency"),
                f"currency {quoted(currency)}, which nobody uses" if currency else "no currency",
                "a code of ISO 4217, such as USD, or the currency that report.yml gives",
                "Correct it, or write currency into report.yml for all money.",
            )


@rule(
    "R522",
    "Money is given whole or in parts, not both.",
    "Sums would count it twice.",
)
def money_is_whole_or_in_parts(context: RuleContext) -> Iterator[Fault]:
    """Yield amounts for a cycle, or for no period, beside amounts for parts of it.

    They are of one initiative, stage, fund, payer, and currency, and for the same purpose.
    """
    alike: dict[tuple[str, MoneyKey], dict[str | None, LocatedRecord]] = {}
    for part, funding in _stated(context):
        periods = alike.setdefault((part.key, _key(context, funding)), {})
        for period, figure in _figures(funding):
            if not figure.startswith("-"):
                periods.setdefault(period, part)
    wholes = {None, *(cycle.id for cycle in context.report.calendar.cycles)}
    for (_, key), periods in alike.items():
        if len(periods) > 1 and not wholes.isdisjoint(periods):
            yield from _overlaps(context, key, periods)


def _stated(context: RuleContext) -> Iterator[tuple[LocatedRecord, Funding]]:
    """Yield all money whose stage is stated, which is what is added up."""
    for part, funding in context.each(Funding):
        if funding.state is not FundingState.NOT_STATED:
            yield part, funding


def _key(context: RuleContext, funding: Funding) -> MoneyKey:
    return money_key(funding, currency_of(context.report.about, funding))


def _figures(funding: Funding) -> Iterator[tuple[str | None, str]]:
    """Yield each period of a record with its amount in digits."""
    if not funding.years:
        ends = (funding.low, funding.high)
        given = ends if funding.value is None else (funding.value,)
        yield funding.cycle, " to ".join(str(figure) for figure in given)
    yield from ((period, str(value)) for period, value in funding.years.items())


def _at(context: RuleContext, part: LocatedRecord, period: str | None) -> Location:
    by_year = isinstance(part.record, Funding) and part.record.years and period
    return context.at(part, "years", by_year) if by_year else context.at(part)


def _overlaps(
    context: RuleContext, key: MoneyKey, periods: Mapping[str | None, LocatedRecord]
) -> Iterator[Fault]:
    found = spans(context.report, (period for period in periods if period))
    for period, part in periods.items():
        inside = [
            other
            for other in periods
            if other and other != period and (period is None or _within(found, other, period))
        ]
        if inside:
            yield Fault(
                _at(context, part, period),
                f"{key.state.value} money for {quoted(period) if period else 'no period'} "
                f"beside the same for {quoted(inside[0])}",
                "money of one stage, fund, and purpose either as a whole or by its parts",
                "Remove the total, which is worked out; or say in what for which purpose it is.",
            )


def _within(found: Mapping[str, tuple[date, date]], inner: str, outer: str) -> bool:
    if inner not in found or outer not in found:
        return False
    return found[outer][0] <= found[inner][0] and found[inner][1] <= found[outer][1]


@rule(
    "R523",
    "Two different amounts of one date are for different money.",
    "Only one of them would count, and nobody could say which.",
)
def amounts_can_be_told_apart(context: RuleContext) -> Iterator[Fault]:
    """Yield amounts of one stage, period, fund, payer, purpose and date that are not the same."""
    alike: dict[tuple[str, MoneyKey, str], list[tuple[LocatedRecord, Funding]]] = {}
    for part, funding in _stated(context):
        key = part.key, _key(context, funding), funding.on.text
        alike.setdefault(key, []).append((part, funding))
    for records in alike.values():
        # One record gives each period once.
        if len(records) > 1:
            yield from _contradictions(context, records)


def _contradictions(
    context: RuleContext, records: Iterable[tuple[LocatedRecord, Funding]]
) -> Iterator[Fault]:
    seen: dict[tuple[str | None, bool], tuple[str, LocatedRecord]] = {}
    for part, funding in records:
        for period, figure in _figures(funding):
            known = seen.setdefault((period, figure.startswith("-")), (figure, part))
            if known[0] != figure:
                first = _at(context, known[1], period)
                yield Fault(
                    _at(context, part, period),
                    f"{figure}, although {known[0]} is at {first} for the same money",
                    "one amount for each stage, period, fund, and purpose of a date",
                    "Say in what for which purpose each is, or give the later one its own date.",
                )


@rule(
    "R524",
    "Money is planned before its period ends, and spent after it begins.",
    "The stage, the period, or the date would be wrong, and comparisons with it.",
    Severity.WARNING,
)
def stages_fit_their_periods(context: RuleContext) -> Iterator[Fault]:
    """Yield plans that were made after their period, and spending before it."""
    periods = {r.value for r in context.references["fiscal_year"]}
    known = spans(context.report, periods)
    for part, funding in context.each(Funding):
        for period in funding.years or (funding.cycle,):
            begins, ends = known.get(period or "", (date.min, date.max))
            when = funding.on
            wanted = ""
            if funding.state in AHEAD and when.first() > ends:
                wanted = f"a date up to {ends}, on which that period ends"
            elif funding.state is FundingState.SPENT and when.last(date.max) < begins:
                wanted = f"a date from {begins} on, when that period begins"
            if wanted and period:
                yield Fault(
                    _at(context, part, period),
                    f"money {funding.state.value} for {quoted(period)} as of {when}",
                    wanted,
                    "Correct the stage, the period, or the date.",
                )


@rule(
    "R526",
    "Money for one purpose is given with its funds, or without, not both.",
    "If one amount is the total of the others, sums count it twice.",
    Severity.WARNING,
)
def funds_are_all_named(context: RuleContext) -> Iterator[Fault]:
    """Yield amounts without a fund beside amounts of funds that are the same otherwise."""
    alike: dict[tuple[str, MoneyKey], dict[str | None, list[LocatedRecord]]] = {}
    for part, funding in _stated(context):
        key = _key(context, funding)
        funds = alike.setdefault((part.key, key._replace(fund=None)), {})
        funds.setdefault(key.fund, []).append(part)
    for (_, key), funds in alike.items():
        named = {
            period: fund for fund, parts in funds.items() if fund for period in _periods(parts)
        }
        for part in funds.get(None, ()):
            fund = next((named[period] for period in _periods([part]) if period in named), None)
            if fund:
                yield Fault(
                    context.at(part),
                    f"{key.state.value} money without a fund beside the same of {quoted(fund)}",
                    "a fund for each amount of one stage, period, and purpose",
                    "Remove the total, which is worked out; or name the fund, or the purpose in "
                    "what.",
                )


def _periods(parts: Iterable[LocatedRecord]) -> Iterator[str | None]:
    """Yield every period of some funding."""
    for part in parts:
        if isinstance(part.record, Funding):
            yield from part.record.years or (part.record.cycle,)


_STATED = re.compile(r"(?P<figure>\d[\d.,]*)\s*(?P<word>[^\W\d_]+)\.?")


@rule(
    "R525",
    "An amount has the size that its source states.",
    "A million would be counted, and shown, as one.",
)
def amounts_have_their_size(context: RuleContext) -> Iterator[Fault]:
    """Yield amounts that leave out the word of scale in the source's own wording."""
    words = _words_of_scale(context.report.about.languages[0])
    for part, funding in context.each(Funding):
        figures = {str(f) for f in (funding.value, funding.low, funding.high) if f is not None}
        for found in _STATED.finditer(funding.stated or ""):
            scale = words.get(found["word"].casefold().rstrip("."))
            figure = found["figure"].rstrip(".,").replace(",", ".")
            if scale and figure in figures:
                whole = format((Decimal(figure) * scale).normalize(), "f")
                yield Fault(
                    context.at(part, "value"),
                    f"{figure} for {quoted(found[0].strip())}",
                    "the whole amount in digits",
                    f"Write {whole}.",
                )


@cache
def _words_of_scale(language: str) -> Mapping[str, Decimal]:
    """Return the words for thousands and more in a language and in English, with what they mean."""
    found: dict[str, Decimal] = {}
    for locale in (locale_of(language), Locale("en")):
        for patterns in locale.compact_decimal_formats.values():
            for by_size in patterns.values():
                for size, pattern in by_size.items():
                    word = (
                        pattern.pattern.replace("'", "").lstrip("0").strip("\N{NO-BREAK SPACE} .")
                    )
                    if word and pattern.pattern.count("0") == 1:
                        found.setdefault(word.casefold(), Decimal(size))
    return found
