"""The strict Jinja environment of the templates: nothing undefined, nothing unsafe.

Whatever a template prints is made safe on the way out, so that no template can forget to.
"""

import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.statuses import AXES
from generator.render.glyphs import MARKS, SHAPES
from generator.render.html.cells import Cells
from generator.render.html.text import text
from generator.theme import TEMPLATES

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


def site_environment() -> Environment:
    """Return the environment of the site's templates."""
    environment = Environment(
        auto_reload=False,
        loader=FileSystemLoader(TEMPLATES / "site"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "cells": Cells(environment, finished),
        "signal_shape": lambda axis, key: SHAPES[AXES[axis](key).shape],
        "marks": MARKS,
    }
    return environment


def finished(value: object) -> object:
    """Return the value as a page shows it: plain text escaped, finished HTML as it is.

    Ids and keys are harmless everywhere and stay readable in the generated Markdown.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return Markup(value) if _TOKEN.fullmatch(value) else text(value)  # noqa: S704
    return text(str(value)) if value is not None else ""
