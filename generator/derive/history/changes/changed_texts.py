"""Texts that are new or were reworded, whole: what somebody reads who approves a change."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.history.changes.address_words import subject_of
from generator.derive.history.changes.names import field_at
from generator.derive.history.renames import under_ids_of
from generator.derive.snapshot.facts import Address, differing, differing_values
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.fields import Holds


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text of a sentence or more, as it was and as it will be read."""

    address: Address
    before: str
    """Nothing where the text is new."""
    after: str
    is_prose: bool
    """Whether it is written in Markdown."""

    @property
    def is_page(self) -> bool:
        """Whether it is a page of its own, and not read among others."""
        return self.address[0] in ("pages", "editions")

    @property
    def subject(self) -> str:
        """Whom it is about, as sentences of change say it."""
        return subject_of(self.address)


def changed_texts(before: Snapshot, after: Snapshot) -> tuple[ChangedText, ...]:
    """Return the texts of a snapshot that another does not have, in the order of its records."""
    before, _ = under_ids_of(before, after.report)
    old, new = differing_values(before, after)
    changed = set(differing(old, new))
    return tuple(_texts({a: new[a] for a in new if a in changed}, old))


def _texts(new: dict[Address, object], old: dict[Address, object]) -> Iterator[ChangedText]:
    for address, value in new.items():
        field = field_at(address) if isinstance(value, str) else None
        if field and (field.is_long or field.holds is Holds.PROSE):
            was = old.get(address)
            yield ChangedText(
                address,
                before=was if isinstance(was, str) else "",
                after=str(value),
                is_prose=field.holds is Holds.PROSE,
            )
