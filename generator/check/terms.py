"""R116-R117: the organization's own terms have all their forms, in a language of the report."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import name_list, quoted
from generator.words.own_terms import related_language, usual_terms


@rule(
    "R116",
    "A term of the organization's own has each form that its language uses, and no other.",
    "A sentence about several would speak of one, or the same thing would have two names.",
)
def terms_have_all_forms(context: RuleContext) -> Iterator[Fault]:
    """Yield every own term without a form that sentences use, or with one that none uses."""
    for language, terms in context.report.about.terms.items():
        for name, forms in terms.given():
            usual = usual_terms(language)[name]
            as_usual = "; ".join(f"{form}: {quoted(text)}" for form, text in usual.items())
            wanted = f"the forms {name_list(list(usual), 'and')}, as in {as_usual}"
            at = (language, name.replace("-", "_"))
            for form in forms:
                if form not in usual:
                    yield Fault(
                        context.places.of("about", "", "terms", *at, form),
                        f"the form {quoted(form)} of a term",
                        wanted,
                        f"Write it as one of these, or remove the line {form}.",
                    )
            if missing := [quoted(form) for form in usual if form not in forms]:
                yield Fault(
                    context.places.of("about", "", "terms", *at),
                    f"no form {name_list(missing, 'and')} of a term",
                    wanted,
                    "Add a line for each below the term, with the words that sentences should use.",
                )


@rule(
    "R117",
    "The organization's own terms are in a language of the report.",
    "Nobody would ever see them.",
)
def terms_are_in_a_language_of_the_report(context: RuleContext) -> Iterator[Fault]:
    """Yield every language of the terms in which the report is not published."""
    about = context.report.about
    published = name_list([quoted(language) for language in about.languages], "and")
    for language in about.terms:
        if related_language(language, dict.fromkeys(about.languages)) is None:
            yield Fault(
                context.places.of("about", "", "terms", language),
                f"terms in {quoted(language)}",
                f"terms in {published}, in which the report is published",
                f"Write {about.languages[0]} instead, or remove these terms.",
            )
