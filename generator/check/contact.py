"""R130: readers can write to somebody."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Severity
from generator.model.records import Missing


@rule(
    "R130",
    "The report says where readers can write.",
    "No page can offer to suggest a correction, and nobody hears of mistakes.",
    Severity.WARNING,
)
def readers_can_write(context: RuleContext) -> Iterator[Fault]:
    """Yield a contact that is missing."""
    contact = context.report.about.contact
    if isinstance(contact, Missing):
        yield Fault(
            context.places.of("about", "", "contact"),
            f"no contact ({contact.missing})",
            "an email address or a form for corrections and questions",
            "Replace missing and why by title, text, and address, such as "
            '"mailto:editors@report.example" or "https://report.example/form".',
        )
