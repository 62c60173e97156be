"""R915, R916: texts as a word processor leaves them, and texts that few read to their end."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Severity
from generator.derive.pasted_text import as_markdown
from generator.model.updates import Evaluation, Update
from generator.model.values import MOST_READ


@rule(
    "R915",
    "A list is written as a list, not with the bullets of a word processor.",
    "Readers would see one paragraph with signs in it, and a screen reader would tell of no list.",
    Severity.WARNING,
)
def lists_are_lists(context: RuleContext) -> Iterator[Fault]:
    """Yield texts with lines that begin as a word processor begins the items of a list."""
    for field in context.prose:
        pasted = as_markdown(field.prose.source)
        if pasted.first_item:
            yield Fault(
                field.line(pasted.first_item),
                f"{pasted.seen}, as pasted from a word processor",
                "a list of the report's own Markdown",
                "Begin each item with a hyphen and a space, on a line of its own, and leave an "
                "empty line before the first. A heading is a line of its own between empty lines.",
            )


@rule(
    "R916",
    "The text of an update or an evaluation is read in a minute.",
    "Few people read a longer one to its end, and what matters most may be there.",
    Severity.WARNING,
)
def texts_are_short(context: RuleContext) -> Iterator[Fault]:
    """Yield updates and evaluations with more words than people read of one among many."""
    texts = [(part, update.body) for part, update in context.each(Update)]
    texts += [(part, evaluation.body) for part, evaluation in context.each(Evaluation)]
    for part, text in texts:
        count = len(text.split())
        if count > MOST_READ:
            yield Fault(
                context.at(part, "body"),
                f"a text of {count:,} words",
                f"at most {MOST_READ}, which is what people read in a minute",
                "Say first what matters most; leave out what the record says elsewhere.",
            )
