"""Money: amounts that are others than before, by stage and year, and what they were."""

from collections.abc import Iterator, Mapping

from generator.derive.history.changes.changed_records import (
    ChangedRecord,
    ChangeSet,
    changed_addresses,
)
from generator.derive.history.changes.names import Names
from generator.derive.history.changes.phrasing import in_details, in_sentences, stopped, unstopped
from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.money.entries import Entry, entries_of
from generator.derive.money.ledger import AmountKey, amount_key, in_force, money_key
from generator.derive.snapshot.facts import Address
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.money import Funding
from generator.words.message import Text, amount_text, msg

OF_AMOUNTS = ("value", "low", "high", "qualifier", "years")
"""Fields of funding that say how much it is."""


def money(
    before: InitiativeState,
    after: InitiativeState,
    where: Address,
    names: Names,
    change_set: ChangeSet,
) -> Iterator[Sentence]:
    """Yield what is now stated of money of which something else was stated before."""
    known = {funding.id: funding for funding in before.initiative.funding}
    stated = _stated(before, names)
    for funding in after.initiative.funding:
        here = (*where, "funding", funding.id)
        if old := known.get(funding.id):
            found = tuple(u for name in OF_AMOUNTS for u in change_set.take(*here, name))
            said = list(_changed(old, funding, names)) if found else []
        else:
            said = list(_restated(funding, stated, names))
            found = change_set.take(*here) if said else ()
        if said:
            yield _sentence(funding, said, found)


def _stated(before: InitiativeState, names: Names) -> Mapping[AmountKey, Entry]:
    """Return the amounts that counted before, by what tells the same money."""
    about, day = names.before.report.about, names.before.day
    return {_key(entry): entry for entry in in_force(about, before, day)}


def _key(entry: Entry) -> AmountKey:
    return amount_key(money_key(entry.funding, entry.currency), entry)


def _sentence(funding: Funding, said: list[Text], found: tuple[ChangedRecord, ...]) -> Sentence:
    note = [stopped(funding.note)] if funding.note and any(u.is_new for u in found) else []
    return Sentence(
        ChangeKind.FUNDING,
        in_sentences([*said, *note]),
        sources=funding.sources,
        accounts=changed_addresses(found),
    )


def _changed(old: Funding, new: Funding, names: Names) -> Iterator[Text]:
    """Yield each amount of a record that is another now, period by period."""
    was = {e.period: e for e in entries_of(names.before.report.about, old)}
    now = {e.period: e for e in entries_of(names.after.report.about, new)}
    for period in dict.fromkeys((*was, *now)):
        before, after = was.get(period), now.get(period)
        if before is None or after is None or _said(before) != _said(after):
            yield _told(before, after, names)


def _restated(funding: Funding, stated: Mapping[AmountKey, Entry], names: Names) -> Iterator[Text]:
    """Yield the amounts of a new record beside those they replace; none if they replace none."""
    entries = list(entries_of(names.after.report.about, funding))
    replaced = [stated.get(_key(entry)) for entry in entries]
    if any(replaced):
        for entry, before in zip(entries, replaced, strict=True):
            yield _told(before, entry, names)


def _told(before: Entry | None, after: Entry | None, names: Names) -> Text:
    """Return one amount with what it was, as "Adopted for FY2017: $40,000, was $35,000"."""
    entry = after or before
    assert entry is not None  # noqa: S101 - one of the two is there
    head = _head(entry, names)
    if after is None:
        said = msg("change-money-gone", head=head, amount=_said(entry))
    elif before is None:
        said = msg("change-money-new", head=head, amount=_said(entry))
    else:
        said = msg("change-money-was", head=head, amount=_said(after), before=_said(before))
    return msg("change-stopped", text=said)


def _said(entry: Entry) -> Text:
    return amount_text(entry.amount, currency=entry.currency, in_words=True)


def _head(entry: Entry, names: Names) -> Text:
    """Return of what an amount is: its stage and period, purpose, fund, and payer."""
    funding, state = entry.funding, entry.funding.state.value
    period = names.fiscal(entry.period) if entry.period else ""
    stage = msg(f"change-period-{state}", period=period) if period else msg(f"change-stage-{state}")
    details = in_details(
        [
            unstopped(funding.what or ""),
            msg("change-money-fund", fund=names.name("fund", funding.fund)) if funding.fund else "",
            msg("change-money-payer", payer=funding.from_whom) if funding.from_whom else "",
        ]
    )
    return msg("change-amount", amount=stage, details=details) if details else stage
