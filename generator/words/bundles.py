"""The catalogue of a language, read from its Fluent files (https://projectfluent.org)."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

CATALOG = Path(__file__).with_name("catalog")
"""A folder a language; in it a file a subject, whose messages' ids begin with its name."""

FIRST_LANGUAGE = "en-US"
"""The language in which every message is written first."""

Terms = Mapping[str, Mapping[str, str]]
"""The organization's own terms: the forms of each, as `{"initiative": {"one": "project"}}`."""

Labels = Mapping[str, tuple[str, str]]
"""Labels and meanings in the organization's own words, by the messages whose place they take."""


def languages() -> tuple[str, ...]:
    """Return the languages of which there is a catalogue."""
    return tuple(sorted(folder.name for folder in CATALOG.iterdir() if folder.is_dir()))


def fallbacks(language: str) -> tuple[str, ...]:
    """Return the catalogues in which a message is looked for, one after the other.

    A regional variant holds only what differs from its language: "en-GB" rests on "en-US", "es-MX"
    on "es". A language without any catalogue is spoken for by the first language.
    """
    base = language.partition("-")[0]
    related = [name for name in languages() if name.partition("-")[0] == base]
    chosen = [name for name in (language, base) if name in related]
    if not chosen and FIRST_LANGUAGE not in related:
        chosen = related[:1]
    return tuple(dict.fromkeys((*chosen, FIRST_LANGUAGE)))


def spoken_for(language: str) -> str:
    """Return the language in which things are said: itself, or the first if it has no catalogue."""
    nearest = fallbacks(language)[0]
    is_related = nearest.partition("-")[0] == language.partition("-")[0]
    return language if is_related else nearest


def files_of(language: str) -> Iterator[Path]:
    """Yield the files in which a message is looked for, the nearest catalogue first."""
    for name in fallbacks(language):
        yield from sorted((CATALOG / name).glob("*.ftl"))


def bundle(language: str, terms: Terms | None = None, labels: Labels | None = None) -> FluentBundle:
    """Return the messages of a language, with an organization's own words in place of the usual.

    Plurals are those of the catalogue that speaks: English has two, whatever it speaks for.
    """
    made = FluentBundle(
        [fallbacks(language)[0].replace("-", "_")],
        use_isolating=False,
        functions={"CAPITALIZED": _capitalized},
    )
    own = (*_own_terms(terms or {}), *_own_labels(labels or {}))
    made.add_resource(FluentResource("\n".join(own)))
    for path in files_of(language):
        # What is there already stays: a nearer catalogue goes before a farther one.
        made.add_resource(_resource(path))
    return made


@cache
def _resource(path: Path) -> Resource:
    """Return what a file says; every organization's own words stand before the same files."""
    return FluentResource(path.read_text("utf-8"))


def _capitalized(text: Any) -> Any:  # noqa: ANN401 - Fluent's own types are texts or numbers
    """Return a text with a capital first, as a heading or a sentence begins."""
    said = str(text)
    return said[:1].title() + said[1:]


def _own_terms(terms: Terms) -> Iterator[str]:
    for name, forms in terms.items():
        default, *_ = forms
        variants = "".join(
            f"\n   {'*' if form == default else ' '}[{form}] {_literal(text)}"
            for form, text in forms.items()
        )
        yield f"-{name} = {{ $form ->{variants}\n}}"


def _own_labels(labels: Labels) -> Iterator[str]:
    for message, (label, means) in labels.items():
        said, last = _literal(label), f"{{ -last-reported(state: {_quoted(label)}) }}"
        yield f"{message} = {said}\n    .means = {_literal(means)}\n    .last = {last}"


def _literal(text: str) -> str:
    """Return a text as a placeable that Fluent reads as nothing but text, in one line."""
    return f"{{ {_quoted(text)} }}"


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
