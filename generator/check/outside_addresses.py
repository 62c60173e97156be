"""Every web address to which the content leads its readers, with where it is written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.check.rule import RuleContext
from generator.core.issues import Location
from generator.model.fields import Holds, fields_of
from generator.model.outside import Site
from generator.prose.tree import links

_WEB = ("http://", "https://")


def outside_addresses(context: RuleContext) -> Mapping[str, Sequence[Location]]:
    """Return where each web address is written, in fields and in prose, in the report's order.

    The address of the report's own site is none of them, nor are those for mail.
    """
    found: dict[str, list[Location]] = defaultdict(list)
    for address, at in (*_in_fields(context), *_in_prose(context)):
        if address.startswith(_WEB):
            found[address].append(at)
    return dict(found)


def _in_fields(context: RuleContext) -> Iterator[tuple[str, Location]]:
    for part in context.parts:
        for name, field in fields_of(type(part.record)).items():
            value = part.record.__dict__[name]
            if field.holds is Holds.ADDRESS and field.value != Site and isinstance(value, str):
                yield value, context.at(part, name)


def _in_prose(context: RuleContext) -> Iterator[tuple[str, Location]]:
    for field in context.prose:
        for link in links(field.prose):
            yield link.address, field.line(link.line)
