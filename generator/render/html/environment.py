"""The strict Jinja environment of the templates: nothing undefined, nothing unsafe.

Whatever a template prints is made safe on the way out, so that no template can forget to.
"""

import re
from functools import partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.statuses import SIGNALS
from generator.render.glyphs import MARKS, SHAPES, SQUARES
from generator.render.html.cells import Cells
from generator.render.html.text import text
from generator.theme import TEMPLATES
from generator.words.localization import Localization
from generator.words.marking import MarkingLocalization, differ, other_language
from generator.words.message import Text, msg

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


class SiteEnvironment(Environment):
    """The environment of the site's templates, which speak one language."""

    words: Localization
    written_in: str
    """The language of what somebody typed, where passages of another one are marked; else empty."""
    to_first: str
    """The way from the top of this language's pages to that of the first language."""

    def other_language(self, text: Text) -> str:
        """Return the language of a text that is not in that of its page; else ""."""
        return other_language(text, self.words, self.written_in) if self.written_in else ""


def site_environment(words: Localization, written_in: str = "") -> SiteEnvironment:
    """Return the environment of the site's templates.

    In a template `t` is a message by its id and values, and `lettered` places the words of a
    drawing. `written_in` is the language of the content, that of `words` unless it is given.
    """
    written_in = written_in or words.language
    is_marked = written_in != words.language or differ(written_in, words.speaks)
    said = MarkingLocalization(words, written_in) if is_marked else words
    finished = partial(safe, said)
    environment = SiteEnvironment(
        auto_reload=False,
        loader=FileSystemLoader(TEMPLATES / "site"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.words, environment.written_in = words, written_in if is_marked else ""
    environment.to_first = "../" if written_in != words.language else ""
    environment.globals |= {
        "t": msg,
        "cells": Cells(environment, finished, said),
        "signal_shape": lambda axis, key: SHAPES[SIGNALS[axis](key).shape],
        "lettered": lambda letterer: letterer(words),
        "marks": MARKS,
        "square_shapes": SQUARES,
        "shapes": SHAPES,
    }
    return environment


def safe(words: Localization, value: object) -> object:
    """Return the value as a page shows it: said in a language, escaped; finished HTML as it is.

    Ids and keys are harmless everywhere and stay readable in the generated Markdown. Numbers that
    are no text, such as the places of a drawing, are printed by `| safe` as they are.
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    if isinstance(value, StrictUndefined):
        return str(value)  # which raises jinja2.UndefinedError
    said = words(value)  # type: ignore[arg-type] # it has no case for what is no text
    # Marks around an id are no part of it.
    bare = value if isinstance(value, str) else said
    return Markup(said) if _TOKEN.fullmatch(bare) else text(said)  # noqa: S704
