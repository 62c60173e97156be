"""The command that brings in the export of another system, and makes a first mapping for it."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.console import failed, guarded, say, settings_here
from generator.cli.dates import a_day
from generator.cli.reporting import as_text
from generator.commands import exports
from generator.core.errors import GeneratorError

_MOST_FILES = 20
"""Files that are named one by one."""
_MOST_LINES = 60
"""Lines of sentences that are printed; `review` prints all of them."""
_UNDO = "To undo all of it: git restore content && git clean -fd content"
_UNDO_FORCED = "To undo it, put your copy of content/ back: git does not have what was there."


@click.command("import")
@click.argument("files", nargs=-1, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--map", "mapping", metavar="FILE", help="The mapping file, or one of --maps.")
@click.option(
    "--as-of", callback=a_day, metavar="DAY", help="The day of the export; updates stand under it."
)
@click.option("--guess", is_flag=True, help="Write a first mapping, to the file of --map if given.")
@click.option(
    "--maps", "listed", is_flag=True, help="List the mappings that come with the program."
)
@click.option(
    "--recorded", callback=a_day, metavar="DAY", help="The day of entry; default: the report's day."
)
@click.option("--apply", is_flag=True, help="Write the content; default: only show what changes.")
@click.option("--force", is_flag=True, help="Write it though the content has changes of its own.")
@guarded
def import_(
    files: tuple[Path, ...],
    mapping: str | None,
    as_of: str | None,
    recorded: str | None,
    **wanted: bool,
) -> int:
    """Bring in an export of another system, as a mapping file says what its columns mean."""
    if wanted["listed"]:
        for place, about in exports.shipped_mappings():
            say(f"{Path(place).stem}: {about}\n    {place}\n")
        click.echo("Name one with --map, or copy its file and name the copy.")
        return 0
    if not files:
        raise GeneratorError("No file was named.", "Name the export: CSV, XLSX, or JSON lines.")
    if wanted["guess"]:
        return _guess(files[0], mapping)
    if not mapping:
        raise GeneratorError("No mapping was named.", "Add --map FILE; --guess writes a first one.")
    if not as_of:
        raise GeneratorError(
            "It was not said from which day the export is.",
            "Add --as-of YEAR-MONTH-DAY: updates stand under that day.",
        )
    asked = exports.ExportRequest(
        files, mapping, as_of, recorded, apply=wanted["apply"], force=wanted["force"]
    )
    undo = _UNDO_FORCED if asked.force else _UNDO
    return _tell(exports.import_export(settings_here(), asked), undo, apply=asked.apply)


def _guess(file: Path, mapping: str | None) -> int:
    if not mapping:
        say(exports.guess_mapping(settings_here(), file, "map.yml"))
        return 0
    marks = exports.write_guess(settings_here(), file, Path(mapping))
    click.echo(f"Written: {mapping}. Lines with a ? that are still to be said: {marks}.")
    return 0


def _tell(outcome: exports.ExportOutcome, undo: str, *, apply: bool) -> int:
    for line in outcome.told:
        say(f"{line}\n")
    if outcome.faults:
        return failed(as_text(outcome.faults), "Nothing was written.")
    if not outcome.proposed.files:
        click.echo("Nothing changes.")
        return 0
    click.echo()
    _tell_changes(outcome.proposed.told)
    click.echo()
    _tell_files(sorted(outcome.proposed.files), undo, apply=apply)
    return 0


def _tell_changes(told: str) -> None:
    lines = told.splitlines()
    say("".join(f"{line}\n" for line in lines[:_MOST_LINES]))
    if len(lines) > _MOST_LINES:
        click.echo(f"... and {len(lines) - _MOST_LINES:,} more lines; review prints all of them.")


def _tell_files(files: Sequence[str], undo: str, *, apply: bool) -> None:
    done = "Written" if apply else "Would be written"
    for path in files[:_MOST_FILES]:
        click.echo(f"{done}: {path}")
    if len(files) > _MOST_FILES:
        click.echo(f"{done}: {len(files) - _MOST_FILES:,} more files.")
    if apply:
        click.echo(undo)
    else:
        click.echo("Nothing was written; use --apply to write it.")
