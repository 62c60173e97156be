"""Every rule of the report, in the order of their codes, and the one call that applies them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from generator.check import (
    chains,
    chronology,
    contact,
    duplicates,
    evidence,
    fiscal_years,
    identity,
    later_times,
    leftovers,
    look,
    measures,
    missing_data,
    money,
    own_records,
    plausibility,
    printable,
    prose_fields,
    readable_texts,
    reference_cycles,
    references,
    repeated_figures,
    roles,
    schedules,
    sources,
    statuses,
    terms,
    translations,
)
from generator.check.rule import Rule, RuleContext
from generator.core.issues import Issue, in_reading_order

_MODULES = (
    *(
        chains,
        chronology,
        contact,
        reference_cycles,
        duplicates,
        evidence,
        repeated_figures,
        fiscal_years,
    ),
    *(identity, later_times, leftovers, look, measures, missing_data, money, own_records),
    *(
        plausibility,
        printable,
        prose_fields,
        readable_texts,
        references,
        roles,
        schedules,
        sources,
        statuses,
        terms,
        translations,
    ),
)

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (one for module in _MODULES for one in vars(module).values() if isinstance(one, Rule)),
        key=lambda rule: rule.code,
    )
)


Each: TypeAlias = Callable[[Callable[[Rule], list[Issue]], Sequence[Rule]], Iterable[list[Issue]]]
"""Does something for each rule, as `map` does."""


def check_report(context: RuleContext, each: Each = map) -> list[Issue]:
    """Return every breach of every rule, in reading order; `each` may share the rules out."""
    found = each(lambda rule: list(rule.check(context)), ALL)
    return in_reading_order(chain.from_iterable(found))
