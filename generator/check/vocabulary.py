"""R115: every fixed key has the city's own word and meaning."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import name_list, quoted
from generator.model.report import VOCABULARY_KEYS


@rule(
    "R115",
    "Every key of the vocabulary has a label and a meaning.",
    "A page would have to show a bare key such as under_way, which readers cannot look up.",
)
def vocabulary_is_complete(context: RuleContext) -> Iterator[Fault]:
    """Yield every axis of the vocabulary that leaves keys out."""
    for axis, keys in VOCABULARY_KEYS.items():
        given = getattr(context.report.vocabulary, axis)
        left_out = [key.value for key in keys if key not in given]
        if left_out:
            yield Fault(
                context.places.of("vocabulary", "", axis),
                f"nothing for {name_list([quoted(key) for key in left_out], 'and')} under {axis}",
                f"label and means for each of {', '.join(key.value for key in keys)}",
                "Add the missing keys, each with a label and means.",
            )
