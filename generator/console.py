"""What all commands share: the project, exit codes, and words instead of a traceback."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from generator.errors import GeneratorError
from generator.settings import Settings, find_project

P = ParamSpec("P")

FAULTS = 1
WRONG_USE = 2


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """Turn a command's number into its exit code, and what stops a run into words."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
        except GeneratorError as stop:
            click.echo(f"{stop.message}\n{stop.next_step}", err=True)
            code = WRONG_USE
        sys.exit(code)

    return run


def settings_here() -> Settings:
    """Return the settings of the project that the command line names."""
    return find_project(click.get_current_context().obj)
