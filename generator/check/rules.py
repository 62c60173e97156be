"""Every rule of the report, in the order of their codes, and the one call that applies them."""

from generator.check import (
    chains,
    chronology,
    cycles_of_references,
    duplicates,
    evidence,
    figures,
    fiscal_years,
    identity,
    leftovers,
    measures,
    missing_data,
    printable,
    prose_fields,
    references,
    roles,
    sources,
    statuses,
    vocabulary,
)
from generator.check.rule import Rule, Subject
from generator.core.issues import Issue, in_reading_order

_MODULES = (
    *(chains, chronology, cycles_of_references, duplicates, evidence, figures, fiscal_years),
    *(identity, leftovers, measures, missing_data, printable, prose_fields, references, roles),
    *(sources, statuses, vocabulary),
)

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (one for module in _MODULES for one in vars(module).values() if isinstance(one, Rule)),
        key=lambda rule: rule.code,
    )
)


def check_report(subject: Subject) -> list[Issue]:
    """Return every breach of every rule, in reading order."""
    return in_reading_order(issue for rule in ALL for issue in rule.check(subject))
