"""Every rule of the report, in the order of their codes, and the one call that applies them."""

from generator.check import (
    chains,
    chronology,
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
    printable,
    prose_fields,
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
    *(chains, chronology, reference_cycles, duplicates, evidence, repeated_figures, fiscal_years),
    *(identity, later_times, leftovers, look, measures, missing_data, money, own_records),
    *(
        printable,
        prose_fields,
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


def check_report(context: RuleContext) -> list[Issue]:
    """Return every breach of every rule, in reading order."""
    return in_reading_order(issue for rule in ALL for issue in rule.check(context))
