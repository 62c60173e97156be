"""Changes in sentences: nothing that differs goes untold, and nothing is told twice."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

import pytest
from differences import difference
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven

from generator.derive.history.changes.money_changes import OF_AMOUNTS
from generator.derive.history.changes.names import Names
from generator.derive.history.changes.sentences import TOLD_WITH, changes
from generator.derive.history.changes.state_changes import FOLLOWS
from generator.derive.money.entries import currency_of
from generator.derive.snapshot.facts import NO_FACTS
from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate
from generator.model.edition import Redaction
from generator.model.fields import every_field, fields_of
from generator.model.link_checks import Archived, GoneAddress, LinkChecks, UncheckedAddress
from generator.model.look import Look
from generator.model.money import Funding
from generator.model.records import Missing
from generator.model.report import Report, Term
from generator.model.statuses import Status
from generator.model.terms import OwnTerms
from generator.model.values import Record
from tests.spoken import ENGLISH

END = date(2100, 1, 1)

NO_SENTENCE = {
    ("About", "as_of"): "says when a snapshot was taken, not what it shows",
    ("About", "kind"): "says what things are called today, not what was so at any time",
    ("About", "languages"): "says in which languages all is said today",
    ("About", "typefaces"): "says with what documents are set today",
    ("About", "paper"): "says on what they are printed today",
    **{("Look", name): "says what pages look like today" for name in Look.model_fields},
    **{
        (kind.__name__, name): "says where things are found today"
        for kind in (Archived, LinkChecks, GoneAddress, UncheckedAddress)
        for name in kind.model_fields
    },
    **{
        (kind.__name__, name): "says what things are called today"
        for kind in (OwnTerms, Term)
        for name in kind.model_fields
    },
}
"""Fields whose mutation gets no sentence, and why."""

NOT_IN_THE_SAMPLE = {
    ("Edition", "frozen_on"): "written by the command that freezes, whose tests do that to a copy",
    ("Edition", "renewals"): "written by the same command with --again",
    ("Edition", "redactions"): "written by the command that takes personal data out",
    **{("Redaction", name): "as above" for name in Redaction.model_fields},
    ("Renewal", "on"): "as above",
    ("Renewal", "frozen_on"): "as above",
    ("Renewal", "digest"): "as above",
    ("Renewal", "reason"): "as above",
}
"""Fields that nobody types, and why; they have no mutation here."""


def walk(value, path=()):
    """Yield every record at or below a value with the way to it."""
    if isinstance(value, Record):
        yield path, value
        for name, part in value.__dict__.items():
            yield from walk(part, (*path, name))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from walk(part, (*path, index))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, (*path, key))


def replaced(value, path, new):
    """Return the value with another one at the end of the way."""
    if not path:
        return new
    first, *rest = path
    if isinstance(value, Record):
        return value.model_copy(update={first: replaced(getattr(value, first), rest, new)})
    if isinstance(value, tuple):
        return tuple(replaced(v, rest, new) if i == first else v for i, v in enumerate(value))
    return {k: replaced(v, rest, new) if k == first else v for k, v in value.items()}


def at(value, path):
    """Return what is at the end of a way."""
    for step in path:
        value = getattr(value, step) if isinstance(value, Record) else value[step]
    return value


def mutated(value):  # noqa: PLR0911 - one answer a type
    """Return another value of the same type."""
    match value:
        case bool():
            return not value
        case StrEnum():
            others = [key for key in type(value) if key not in (value, Status.NOT_REPORTED)]
            return others[0]
        case PartialDate():
            return PartialDate("1999-07" if value.text != "1999-07" else "1998")
        case date():
            return date(1999, 7, 9)
        case int() | Decimal():
            return value + 7
        case str():
            return "Something else instead"
        case tuple():
            return ("something-else",)
        case dict():
            first = next(iter(value))
            return {**value, first: mutated(value[first])}
    raise AssertionError(value)


def is_scalar(value):
    """Return whether a field holds a value of its own rather than records."""
    if isinstance(value, tuple):
        return bool(value) and not any(isinstance(part, Record) for part in value)
    if isinstance(value, dict):
        return bool(value) and not any(isinstance(part, Record) for part in value.values())
    return value not in (None, "") and not isinstance(value, Record)


@cache
def cases():
    """Return one way to every field of every type of record that the sample uses."""
    found = {}
    for path, record in walk(larkhaven()):
        for name, value in record.__dict__.items():
            # What finds a record in a search is no fact about it.
            is_fact = is_scalar(value) and name not in NO_FACTS
            if is_fact and (type(record).__name__, name) not in found:
                found[type(record).__name__, name] = (*path, name)
    return found


@cache
def before():
    """Return the sample as of a time when all of it is visible."""
    return snapshot(larkhaven(), END)


def words_of(names, field, value, currency):
    """Return the words in which a sentence gives a value, quotation marks included."""
    told = next(iter(value.values())) if isinstance(value, dict) else value
    return ENGLISH(names.value(field, told, currency))


def test_the_sample_reaches_every_field_of_the_model():
    """No field is left out of the mutations below."""
    lists = {
        (kind.__name__, name)
        for _, record in walk(larkhaven())
        for kind in [type(record)]
        for name, value in record.__dict__.items()
        if value not in (None, "", (), {})
    }
    wanted = {(field.record.__name__, field.name) for field in every_field(Report)}
    assert wanted - lists == set(NOT_IN_THE_SAMPLE)


def is_told(kind, path):
    """Return whether another value at the end of a way is told as it should be, or not at all."""
    *above, name = path
    record = at(larkhaven(), above)
    old = getattr(record, name)
    new = mutated(old)
    after = snapshot(replaced(larkhaven(), path, new), END)
    told = changes(before(), after)
    texts = [f"{s.title} {ENGLISH(s.text)}" for s in told]
    if (kind, name) in NO_SENTENCE:
        return not [s for s in told if s.accounts]
    if name in record.KEY:  # under another key it is another record, so that one is gone
        return any("No longer listed" in text for text in texts)
    names, field = Names(before(), after), fields_of(type(record))[name]
    is_money = isinstance(record, Funding)
    currency = currency_of(larkhaven().about, record) if is_money else ""
    words = [words_of(names, field, value, currency) for value in (old, new)]
    if is_money and name in OF_AMOUNTS:  # told as amounts, which need no quotation marks
        words = [said.strip("“”") for said in words]
        return any(all(s.casefold() in text.casefold() for s in words) for text in texts)
    return any(all(said in text for said in words) for text in texts)


def test_a_changed_value_is_told_with_old_and_new():
    """For every field: another value makes a sentence with the old one and the new one."""
    assert [field for field, path in cases().items() if not is_told(field[0], path)] == []


def accounted(told, found):
    """Assert that every change is in exactly one sentence or on a list of reasons."""
    addresses = [address for sentence in told for address in sentence.accounts]
    assert len(addresses) == len(set(addresses))
    untold = {change.address for change in found} - set(addresses)
    assert set(addresses) <= {change.address for change in found}
    assert all(
        address[0] in (*TOLD_WITH, "organization", "calendar")
        or (address[2] == "standing" and address[3] in FOLLOWS)
        for address in untold
    )


days = st.dates(date(2019, 1, 1), date(2027, 1, 1))


@given(first=days, second=days)
def test_every_change_between_two_days_is_told_once(first, second):
    """Between any two days, forwards or back, each change is in exactly one sentence."""
    one, two = snapshot(larkhaven(), first), snapshot(larkhaven(), second)
    accounted(changes(one, two), difference(one, two))


@given(day=days)
def test_the_same_day_has_no_changes(day):
    """Between a snapshot and itself nothing is told but what has had no news."""
    then = snapshot(larkhaven(), day)
    assert all(s.kind == "nothing_since" for s in changes(then, then))


@given(day=days)
def test_a_newcomer_gets_one_sentence(day):
    """An initiative that is new on the record is told once, with no change of status."""
    early, late = snapshot(larkhaven(), date(2019, 1, 1)), snapshot(larkhaven(), day)
    told = changes(early, late)
    for state in late.states:
        if early.state_of(state.initiative.id) is None:
            subject = f"initiative:{state.initiative.id}"
            about = [s.kind for s in told if s.subject == subject]
            assert [kind for kind in about if kind != "evaluations"] == ["new"]


@pytest.mark.slow
def test_what_is_gone_is_told():
    """A record that has vanished, of whatever kind, yields a sentence that says so."""
    report = larkhaven()
    for path, record in walk(report):
        if not path or isinstance(record, Missing) or not isinstance(path[-1], int):
            continue
        if path[0] == "links":  # found by a program on some day; no edition holds it
            continue
        *above, index = path
        without = tuple(p for place, p in enumerate(at(report, above)) if place != index)
        after = snapshot(replaced(report, above, without), END)
        told = changes(before(), after)
        accounted(told, difference(before(), after))
        if path[0] != "updates" or len(path) != 2:
            assert any("o longer listed" in ENGLISH(s.text) for s in told), (path, record)
