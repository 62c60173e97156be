"""The command line: parse, call the pipeline, print, exit.

Exit codes: 0 good, 1 faults in content, 2 wrong use or environment. What a command works with is
loaded when it runs, so that help and small commands answer at once.
"""

import atexit
import gc
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.completing import ids_of, subjects
from generator.cli.console import (
    FAULTS,
    LateGroup,
    as_json,
    colored,
    failed,
    guarded,
    settings_here,
)
from generator.cli.dates import a_date
from generator.cli.progress import say_timings, stage_timings
from generator.cli.reporting import (
    REPORTERS,
    as_sarif,
    as_text,
    changed_first,
    data_text,
    summary,
)
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, errors_in, faults_in

if TYPE_CHECKING:
    from generator.commands.build import GenerateResult

_CYCLE = ("due", "freeze", "history", "present", "remind", "review", "sheet")
_RECORDS = ("assign", "new")
_UPKEEP = ("audit", "links", "redact")
_ADOPTING = ("eject", "init", "upgrade")
_HOST = ("ci", "codeowners", "form", "forms")
_KINDS = ("brief", "report", "department", "sheet", "staff-report")


@click.group(
    cls=LateGroup,
    late={
        **{name: f"generator.cli.editing:{name}" for name in _CYCLE},
        **{name: f"generator.cli.starting:{name}" for name in _RECORDS},
        **{name: f"generator.cli.upkeep:{name}" for name in _UPKEEP},
        **{name: f"generator.cli.adopting:{name}" for name in _ADOPTING},
        **{name: f"generator.cli.host:{name}" for name in _HOST},
        "import": "generator.cli.importing:import_",
        "completion": "generator.cli.completing:completion",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="innovations-annual-report")
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The report's folder, or one inside it; default: the current folder.",
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Check an organization's report, turn it into pages, and show its history."""
    # A report is many records and no circles: looking for circles as often as Python does by itself
    # took an eighth of a check of 500 initiatives. Still rarer would only cost memory.
    gc.set_threshold(300_000, 50, 100)
    # Nor once more at the end, when all of it goes.
    atexit.register(gc.freeze)
    context.obj = project
    # Colors are left out where that is asked for (https://no-color.org), as where nobody watches.
    context.color = False if os.environ.get("NO_COLOR") else None
    # Letters that a console does not have, as many on Windows lack Cyrillic, are question marks.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _stopper(*, strict: bool) -> Callable[[list[Issue]], bool]:
    """Return what tells whether issues stop a run: errors do, and warnings if strict."""
    return lambda issues: bool(faults_in(issues) if strict else errors_in(issues))


_ALLOW_HOST = "Another name of this computer to answer to; can be repeated."
_strict = click.option("--strict", is_flag=True, help="Stop on warnings too.")
_timings = click.option("--timings", is_flag=True, help="Print how many seconds each stage takes.")


@main.command()
@click.option("--format", "form", type=click.Choice([*REPORTERS, "sarif"]), default="text")
@click.option("--all", "every", is_flag=True, help="Print every warning, not just the first few.")
@click.option("--since", metavar="REVISION", help="List files changed since this revision first.")
@_strict
@_timings
@guarded
def check(form: str, since: str | None, *, every: bool, strict: bool, timings: bool) -> int:
    """Check the content against every rule and print all faults at once."""
    from generator.commands.check import check as check_content

    timed = stage_timings()
    found = issues = check_content(settings_here(), timed).issues
    say_timings(timed, wanted=timings)
    if since:
        from generator.editorial.host.git import changed_since

        issues = changed_first(issues, changed_since(settings_here(), since))
    if form == "sarif":
        from generator.commands.host import rule_words

        click.echo(as_sarif(issues, rule_words()), nl=False)
    else:
        said = (as_text if every and form == "text" else REPORTERS[form])(issues)
        click.echo(colored(said) if form == "text" else said, nl=False)
    return FAULTS if _stopper(strict=strict)(found) else 0


@main.command()
@_strict
@_timings
@guarded
def generate(*, strict: bool, timings: bool) -> int:
    """Write the pages as Markdown into build/docs."""
    from generator.commands.build import generate as generate_pages

    timed = stage_timings(plain=True)
    generated = generate_pages(settings_here(), timed, _stopper(strict=strict))
    say_timings(timed, wanted=timings)
    return _tell(generated)


NO_ADDRESS = (
    "site: its address is not known, so sitemap.xml is empty and the error page links to the top "
    "of the host; add the address as site in content/report.yml, or set SITE_URL."
)


@main.command()
@click.option("--documents/--no-documents", default=True, help="Make the PDFs, or leave them out.")
@click.option("--edit", is_flag=True, help="With the form editor for staff, in site/edit.")
@click.option("--repo", metavar="OWNER/NAME", help="For the form editor, as in cms bundle.")
@click.option("--branch", default="main", help="As --repo.")
@click.option(
    "--preview", is_flag=True, hidden=True, help="To be viewed on the computer where it is made."
)
@_strict
@_timings
@guarded
def build(  # noqa: PLR0913 - as many options as there are
    repo: str | None,
    branch: str,
    *,
    documents: bool,
    edit: bool,
    preview: bool,
    strict: bool,
    timings: bool,
) -> int:
    """Make everything: pages, documents, data, and the public site."""
    from generator.commands.build import build as build_all
    from generator.commands.build import has_form_editor

    timed, stops = stage_timings(plain=not preview), _stopper(strict=strict)
    generated = build_all(settings_here(), timed, stops, documents=documents, preview=preview)
    say_timings(timed, wanted=timings)
    told = _tell(generated)
    if generated.site and not (generated.site.address or preview):
        click.echo(NO_ADDRESS)
    if generated.site and edit:
        _add_form_editor(repo, branch)
    elif generated.site and not (preview or has_form_editor(settings_here())):
        click.echo("site/edit: no form editor; to include it, run annual-report build --edit.")
    return told


def _tell(generated: "GenerateResult") -> int:
    """Print what was made, or every fault that stopped it."""
    issues = generated.issues
    if generated.written is None:
        outcome = "Nothing was written; the last good output stays."
        return failed(REPORTERS["text"](issues), outcome)
    click.echo(f"Content: {summary(issues)}")
    made = generated.written
    click.echo(
        f"build/docs: {len(made.changed)} files written, {len(made.removed)} removed, "
        f"{len(made.unchanged)} unchanged."
    )
    if generated.site:
        changed = len(generated.site.written.changed)
        click.echo(f"site: {generated.site.pages} pages, {changed} files written.")
        if generated.site.alone:
            click.echo(
                f"site: MkDocs built all pages itself, which takes longer: {generated.site.alone}."
            )
    return 0


@main.command()
@click.argument("site", required=False, type=click.Path(file_okay=False, path_type=Path))
@guarded
def index(site: Path | None) -> None:
    """Make the search index of a finished site, whichever builder made it (default: site/)."""
    from generator.commands.build import index as index_site

    files = index_site(site or settings_here().site)
    click.echo(f"search: an index in {files} parts; a reader downloads only a few.")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--allow-host", "allowed", metavar="NAME", multiple=True, help=_ALLOW_HOST)
@click.option("--edit", is_flag=True, help="With the form editor, for the files in this folder.")
@_strict
@guarded
def serve(host: str, port: int, allowed: tuple[str, ...], *, edit: bool, strict: bool) -> None:
    """Show the site on this computer and follow every change."""
    from generator.commands.serve import Screen
    from generator.commands.serve import serve as serve_site

    settings = settings_here()
    if edit and host not in ("127.0.0.1", "localhost", "::1"):
        raise GeneratorError(
            "The form editor is available only on this computer.", "Leave out --host."
        )

    def opened(address: str) -> None:
        if edit:
            click.echo(f"The form editor is at {address}edit/ (Chrome or Edge). Click")
            click.echo(f"Work with Local Repository and choose {settings.root}.")

    screen = Screen(click.echo, REPORTERS["text"], opened)
    serve_site(settings, (host, port, allowed), screen, edit=edit, strict=strict)


@main.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.option(
    "--for",
    "subject",
    metavar="ID",
    default="",
    shell_complete=subjects,
    help="The id of the department or initiative; without it, all that there are are listed.",
)
@click.option("--edition", type=int, metavar="YEAR", help="From an edition, not from today.")
@click.option("--meeting-date", type=click.DateTime(["%Y-%m-%d"]), help="The meeting it is for.")
@click.option("--agenda-item", default="", help="If the meeting's file gives no other.")
@click.option("--a4/--letter", default=None, help="The paper size; default: the report's.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write."
)
@guarded
def pdf(output: Path | None, edition: int | None, **wanted: Any) -> int:  # noqa: ANN401 - options
    """Make a PDF: the brief, the report, a department's packet, or a sheet on an initiative."""
    from generator.commands.documents import pdf as print_pdf
    from generator.commands.documents import pdf_request

    request = pdf_request(**wanted)
    words = [str(edition) if edition else "", request.kind, request.subject]
    path = output or Path(f"{'-'.join(filter(None, words))}.pdf")
    timed = stage_timings()
    checked, made = print_pdf(settings_here(), request, path, edition, timed)
    say_timings(timed)
    if not made:
        return failed(REPORTERS["text"](checked.issues))
    for place, one in made.items():
        if isinstance(one, bytes):
            click.echo(f"{place}: {len(one)} bytes, for whoever edits it.")
        else:
            click.echo(f"{place}: {one.pages} pages, {len(one.content)} bytes.")
    return 0


@main.command()
@click.argument("initiative", shell_complete=ids_of("initiative"))
@click.option(
    "--as-of", callback=a_date, metavar="DATE", help="A date, such as 2016 or 2016-08-30."
)
@as_json
@guarded
def show(initiative: str, as_of: str | None, *, data: bool) -> None:
    """Print the status of an initiative today or on a date."""
    if data:
        from generator.commands.answers import show_data

        click.echo(data_text(show_data(settings_here(), initiative, as_of)), nl=False)
        return
    from generator.commands.edit import show as show_initiative

    click.echo(show_initiative(settings_here(), initiative, as_of), nl=False)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; list the files.")
@click.option(
    "--migrate", is_flag=True, help="Convert content from an earlier version to this one."
)
@guarded
def fmt(*, only_check: bool, migrate: bool) -> int:
    """Put the content's files in their standard form."""
    from generator.commands.check import fmt as format_content
    from generator.commands.check import migrate as migrate_content

    work = migrate_content if migrate else format_content
    formatted = work(settings_here(), write=not only_check)
    if formatted.issues:
        click.echo(colored(as_text(formatted.issues)), nl=False, err=True)
    for refusal in formatted.refused:
        click.echo(refusal, err=True)
    if formatted.issues or formatted.refused:
        click.echo("Files with faults are left as they are.", err=True)
        return FAULTS
    for path, raw in formatted.changed.items():
        done = ("Would change", "Changed") if raw is not None else ("Would remove", "Removed")
        click.echo(f"{done[not only_check]}: {path}")
    return FAULTS if only_check and formatted.changed else 0


@main.command()
@guarded
def schema() -> None:
    """Write the JSON Schemas of the content's files, for editors and programs."""
    from generator.commands.build import schemas

    written = schemas(settings_here())
    click.echo(f"{len(written.changed)} files written.")


@main.command()
@click.option("--format", "form", type=click.Choice(list(REPORTERS)), default="text")
@_strict
@guarded
def verify(form: str, *, strict: bool) -> int:
    """Check the content against the frozen editions: nothing in them may be rewritten."""
    from generator.commands.editions import DIGEST_PROTECTS, verify_editions

    verified = verify_editions(settings_here())
    click.echo(REPORTERS[form](verified.issues), nl=False)
    if form == "text" and verified.since:
        click.echo("".join(f"{line}\n" for line in verified.found_since()), nl=False)
        click.echo(DIGEST_PROTECTS)
    return FAULTS if _stopper(strict=strict)(verified.issues) else 0


@main.command()
@click.argument("before")
@click.argument("after")
@as_json
@guarded
def diff(before: str, after: str, *, data: bool) -> None:
    """Print what changed between two dates, editions (by year), folders, or git revisions."""
    if data:
        from generator.commands.answers import diff_data

        click.echo(data_text(diff_data(settings_here, before, after)), nl=False)
        return
    from generator.commands.editions import diff as changes_between

    click.echo(changes_between(settings_here, before, after), nl=False)


@main.group()
def cms() -> None:
    """Make the form editor's files for the site."""


@cms.command()
@click.option(
    "--repo",
    metavar="OWNER/NAME",
    help="The repository of the content; default: the one in report.yml.",
)
@click.option("--branch", default="main", show_default=True)
@guarded
def bundle(repo: str | None, branch: str) -> int:
    """Add the form editor to the built site."""
    _add_form_editor(repo, branch)
    return 0


def _add_form_editor(repo: str | None, branch: str) -> None:
    from generator.commands.build import add_form_editor

    made = add_form_editor(settings_here(), repo, branch)
    click.echo(f"site/edit: {len(made.changed)} files written, {len(made.unchanged)} unchanged.")
