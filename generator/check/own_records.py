"""R122-R124, R530-R531: own numbers, places, documents, progress, and risks of initiatives."""

from collections.abc import Iterator
from datetime import date

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import quoted
from generator.model.own_records import Document, OwnId, Progress, Risk
from generator.model.places import Point
from generator.model.values import digits

_LIMITS = (("lat", "latitude", 90), ("lon", "longitude", 180))
_WHOLE = 100


@rule(
    "R122",
    "A number of the organization's own belongs to one initiative.",
    "Whoever looks for the number, and the next import by it, would find two.",
)
def own_numbers_are_unique(context: RuleContext) -> Iterator[Fault]:
    """Yield own numbers that an earlier initiative has under the same scheme."""
    holders: dict[tuple[str, str], str] = {}
    for part, own in context.each(OwnId):
        holder = holders.setdefault((own.scheme, own.id), part.key)
        if holder != part.key:
            yield Fault(
                context.at(part, "id"),
                f"{own.scheme} {quoted(own.id)}, which {quoted(holder)} already has",
                "a number that no other initiative has under that scheme",
                f"Correct one of the two; if they are one initiative, merge them into "
                f"{context.files['initiative', holder]}.",
            )


@rule(
    "R123",
    "A place has a point that is on the earth.",
    "Maps would show it nowhere, or in the sea where no point was known.",
)
def points_are_on_earth(context: RuleContext) -> Iterator[Fault]:
    """Yield points out of range, and the point 0, 0, which stands for none in many programs."""
    for part, point in context.each(Point):
        for name, called, most in _LIMITS:
            value = getattr(point, name)
            if abs(value) > most:
                yield Fault(
                    context.at(part, name),
                    f"the {called} {digits(value)}",
                    f"degrees from -{most} to {most}",
                    "Correct it; if latitude and longitude are in each other's place, "
                    "exchange them.",
                )
        if not point.lat and not point.lon:
            yield Fault(
                context.at(part),
                "the point 0, 0, which is in the sea off Africa",
                "the point of the place, or none",
                "Write where it is, or remove point.",
            )


@rule(
    "R124",
    "A document says where it can be read or who keeps it.",
    "Readers would know that it exists and could not ask for it.",
)
def documents_can_be_found(context: RuleContext) -> Iterator[Fault]:
    """Yield documents with neither an address nor a holder."""
    for part, document in context.each(Document):
        if not document.address and not document.holder:
            yield Fault(
                context.at(part),
                f"the document {quoted(document.title)} without an address or a holder",
                "address: where it can be read; or holder: who keeps it, and under which number",
                "Add one of the two.",
            )


@rule(
    "R530",
    "Progress is from 0 to 100 percent.",
    "More than the whole, or less than nothing, is a share of something else.",
)
def progress_is_a_share(context: RuleContext) -> Iterator[Fault]:
    """Yield counts of progress out of range."""
    for part, progress in context.each(Progress):
        if not 0 <= progress.percent <= _WHOLE:
            yield Fault(
                context.at(part, "percent"),
                f"{digits(progress.percent)} percent",
                "a number from 0 to 100",
                "Correct it; spending above the budget belongs under funding.",
            )


@rule(
    "R531",
    "A risk is closed no earlier than the register had it.",
    "The page would show it as closed before it was known.",
)
def risks_end_after_they_begin(context: RuleContext) -> Iterator[Fault]:
    """Yield risks that were certainly closed before they were on the register."""
    for part, risk in context.each(Risk):
        if risk.closed and risk.closed.on.last(date.max) < risk.on.first():
            yield Fault(
                context.at(part, "closed", "on"),
                f"closed on {risk.closed.on}, but the register first has it on {risk.on}",
                f"a date on or after {risk.on.first()}, or an earlier on",
                "Correct the wrong one of the two.",
            )
