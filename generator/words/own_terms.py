"""The organization's own terms, beside those that the catalogue has for every organization."""

from collections.abc import Mapping
from functools import cache

from fluent.syntax import FluentParser, ast

from generator.model.report import About
from generator.model.terms import OrganizationKind
from generator.words.bundles import Terms, files_of

_ONE = "one"
"""The form of a term that a language does not inflect."""


def own_terms(about: About, language: str) -> dict[str, Mapping[str, str]]:
    """Return the terms that a report has of its own in a language, by their names there.

    An organization that is not called anything is called by its kind.
    """
    written = about.terms.get(related_language(language, about.terms) or "")
    usual = usual_terms(language)
    own: dict[str, Mapping[str, str]] = {}
    for name, forms in written.given() if written else ():
        # Others are a fault of the content (R116), and no language asks for them.
        if known := {form: forms[form] for form in usual[name] if form in forms}:
            own[name] = known
    if about.kind is not OrganizationKind.OTHER and "organization" not in own:
        own["organization"] = usual[f"organization-{about.kind.value}"]
    return own


def related_language(language: str, known: Mapping[str, object]) -> str | None:
    """Return under which of some languages a language finds its words; None where under none.

    Regional variants of one language share what only one of them has.
    """
    if language in known:
        return language
    base = language.partition("-")[0]
    return next((name for name in sorted(known) if name.partition("-")[0] == base), None)


@cache
def usual_terms(language: str) -> Terms:
    """Return every term of the catalogue in a language, with the forms that it has there."""
    found: dict[str, Mapping[str, str]] = {}
    for path in files_of(language):
        if path.name == "terms.ftl":
            for entry in FluentParser().parse(path.read_text("utf-8")).body:
                if isinstance(entry, ast.Term):
                    # What is there already stays: a nearer catalogue goes before a farther one.
                    found.setdefault(entry.id.name, _forms(entry))
    return found


def _forms(term: ast.Term) -> dict[str, str]:
    first = term.value.elements[0]
    if isinstance(first, ast.Placeable) and isinstance(first.expression, ast.SelectExpression):
        variants = first.expression.variants
        return {v.key.name: _text(v.value) for v in variants if isinstance(v.key, ast.Identifier)}
    return {_ONE: _text(term.value)}


def _text(pattern: ast.Pattern) -> str:
    return "".join(e.value for e in pattern.elements if isinstance(e, ast.TextElement))
