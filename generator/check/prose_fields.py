"""R701-R704: prose that renders, links that lead somewhere, images that are described."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import TypeAlias

from generator.check.rule import Fault, ProseField, RuleContext, rule
from generator.core.issues import Issue, Location
from generator.core.naming import Guesses, name_list, now_called, quoted
from generator.model.pictures import Picture
from generator.prose.faults import faults_in
from generator.prose.parser import parse_prose
from generator.prose.tree import images, links

NO_ALTERNATIVE = "P005"
"""The prose fault that R702 tells."""

_SAYS_NOTHING = re.compile(r"(?i)(?:an? |the )?(?:image|photo|picture|graphic|logo|img)[\s\d]*")


@rule(
    "R701",
    "A text is written in the report's own Markdown.",
    "HTML, unusual links, and broken tables would be lost or shown as typed.",
)
def prose_is_clean(context: RuleContext) -> Iterator[Fault]:
    """Yield what the dialect of prose refuses; missing alternative texts are R702's."""
    yield from (fault for code, fault in _of_dialect(context.prose) if code == "R701")


def _of_dialect(fields: Iterable[ProseField]) -> Iterator[tuple[str, Fault]]:
    """Yield what the dialect refuses, in the words of rules, each with the rule that tells it."""
    for field in fields:
        if not field.prose.faults:
            continue
        for told in faults_in(field.prose, field.at.path, field.at.line):
            found = told.found[:1].lower() + told.found[1:].removesuffix(".")
            expected = told.expected.removesuffix(".")
            code = "R702" if told.code == NO_ALTERNATIVE else "R701"
            at = field.at if field.is_quoted else told.location
            yield code, Fault(at, found, expected, told.next_step)


@rule(
    "R702",
    "Every image has words that say what it shows.",
    "Readers who cannot see it would get nothing, or would hear a file name.",
)
def images_are_described(context: RuleContext) -> Iterator[Fault]:
    """Yield images in prose without alternative text, and pictures whose text says nothing."""
    yield from (fault for code, fault in _of_dialect(context.prose) if code == "R702")
    for part, picture in context.each(Picture):
        name = PurePosixPath(picture.file)
        if picture.alt in (name.name, name.stem) or _SAYS_NOTHING.fullmatch(picture.alt.strip()):
            yield Fault(
                context.at(part, "alt"),
                f"the text {quoted(picture.alt)} for {picture.file}",
                "a sentence that says what the image shows",
                "Describe it as you would to someone on the phone.",
            )


def issues_of(markdown: str, at: Location, media: Collection[str]) -> Iterator[Issue]:
    """Yield what R701, R702 and R704 say of a text that begins at a place and is shown.

    It is for texts that are no field of the report, as what an edition's errata say.
    """
    fields = (ProseField(lambda: at, parse_prose(markdown)),)
    yield from (fault.issue(code) for code, fault in _of_dialect(fields))
    yield from (fault.issue("R704") for fault in _not_there(_shown(fields), media))


@rule(
    "R703",
    "A link within the report leads to something that exists.",
    "Readers would get an error page.",
)
def links_lead_somewhere(context: RuleContext) -> Iterator[Fault]:
    """Yield links in prose to sources, initiatives, areas or pages that do not exist."""
    report = context.report
    known = {
        "source": {source.id for source in report.sources},
        "initiative": {initiative.id for initiative in report.initiatives},
        "area": {area.id for area in report.areas},
        "page": {page.id for page in report.pages},
    }
    guesses = {scheme: Guesses() for scheme in known}
    for field in context.prose:
        for link in links(field.prose):
            if link.scheme in known and link.name not in known[link.scheme]:
                yield Fault(
                    field.line(link.line),
                    f"a link to {quoted(link.address)}, which does not exist",
                    f"{link.scheme}: followed by an id that exists",
                    _renamed_link(context, link.scheme, link.name)
                    or f"{guesses[link.scheme].of(link.name, known[link.scheme])}Correct the id.",
                )


def _renamed_link(context: RuleContext, scheme: str, name: str) -> str:
    present = context.renamed.get(name) if scheme == "initiative" else None
    return f"{now_called(name, present)}. Write that." if present else ""


@rule(
    "R704",
    "Every image that is shown is in content/media.",
    "Readers would see an empty frame.",
)
def media_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield pictures and images in prose whose file is not there."""
    pictures = (
        (partial(context.at, part, "file"), one.file) for part, one in context.each(Picture)
    )
    logo = context.report.about.look.logo
    logos = [(partial(context.places.of, "about", "", "look", "logo"), logo)] if logo else []
    yield from _not_there(chain(logos, pictures, _shown(context.prose)), context.media)


_Shown: TypeAlias = tuple[Callable[[], Location], str]
"""A file that is shown, behind a function that tells where."""


def _shown(fields: Iterable[ProseField]) -> Iterator[_Shown]:
    """Yield the files that images in prose show, with where they do."""
    for field in fields:
        for image in images(field.prose):
            if image.scheme == "media":
                yield partial(field.line, image.line), image.name


def _not_there(shown: Iterable[_Shown], media: Collection[str]) -> Iterator[Fault]:
    there, guesses = name_list(sorted(media)), Guesses()
    for find, name in shown:
        if name not in media:
            yield Fault(
                find(),
                f"the file {quoted(name)}, which is not in content/media",
                f"a file in content/media: {there}",
                f"{guesses.of(name, media)}Put the file there, or correct the name.",
            )
