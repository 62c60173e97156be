"""Dates on the command line, judged where they are typed: callbacks of options."""

from collections.abc import Callable
from typing import TypeVar

import click

from generator.core.errors import GeneratorError

Typed = TypeVar("Typed", str, str | None)


def a_date(_: click.Context, __: click.Parameter, value: Typed) -> Typed:
    """Return a whole or partial date as it was typed, as 2016 or 2016-08-30; or that none was.

    Raises click's BadParameter, which names the option, for what is no date.
    """
    # What knows dates is loaded when one is given: help answers at once.
    from generator.editorial.updates.asking import asked_date

    return _judged(value, asked_date)


def a_day(_: click.Context, __: click.Parameter, value: Typed) -> Typed:
    """Return a full day, as 2016-08-30, as `a_date` does."""
    from generator.editorial.updates.asking import asked_day

    return _judged(value, asked_day)


def _judged(value: Typed, read: Callable[[str], object]) -> Typed:
    try:
        if value:
            read(value)
    except GeneratorError as refusal:
        raise click.BadParameter(f"{refusal.message} {refusal.next_step}") from None
    return value
