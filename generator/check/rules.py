"""Every rule of the report, in the order of their codes, and the one call that applies them."""

from collections.abc import Iterable
from types import ModuleType

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

_ABOUT_TEXTS = (
    *(duplicates, later_times, leftovers, printable, prose_fields, readable_texts, sources),
)
"""Modules whose rules read every text, which takes about as long as all other rules."""

_ABOUT_RECORDS = (
    *(chains, chronology, contact, reference_cycles, evidence, repeated_figures),
    *(fiscal_years, identity, look, measures, missing_data, money, own_records, plausibility),
    *(references, roles, schedules, statuses, terms, translations),
)


def _rules_of(*modules: ModuleType) -> tuple[Rule, ...]:
    rules = (one for module in modules for one in vars(module).values() if isinstance(one, Rule))
    return tuple(sorted(rules, key=lambda rule: rule.code))


TEXT_RULES = _rules_of(*_ABOUT_TEXTS)
RECORD_RULES = _rules_of(*_ABOUT_RECORDS)
ALL = _rules_of(*_ABOUT_TEXTS, *_ABOUT_RECORDS)


def check_report(context: RuleContext, rules: Iterable[Rule] = ALL) -> list[Issue]:
    """Return every breach of every rule, in reading order."""
    return in_reading_order(issue for rule in rules for issue in rule.check(context))
