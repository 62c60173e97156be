"""Redaction: everywhere or nowhere, with a mark, a new digest, and a word on what stays."""

import json
import subprocess

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.commands.check import check
from generator.commands.editions import freeze, verify_editions
from generator.commands.redact import RedactRequest, redact
from generator.commands.review import review
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.timings import Timings
from generator.editorial.editions.frozen_files import digest_of
from generator.load.formatting import format_content
from generator.load.report import load_report
from generator.model.translations import digest_of as text_digest
from generator.storage.sync import files_under
from generator.views.changes.editions import edition_view
from tests.spoken import ENGLISH

NAME = "Jo Lund-Example"
MARK = "[removed on 10 February 2024: asked for by the person]"
REASON = "asked for by the person."


def bytes_of(settings):
    """Return every file of the content with its bytes."""
    return {path: (settings.content / path).read_bytes() for path in files_under(settings.content)}


def where(settings, word):
    """Return the files that hold a word."""
    return [path for path, raw in bytes_of(settings).items() if word.encode() in raw]


def git(settings, *words):
    """Let git do something in the project."""
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", *who, *words], cwd=settings.root, check=True)


def asked(*texts, addresses=(), reason=REASON):
    """Return a request."""
    return RedactRequest(texts, addresses, reason)


def write(settings, path, old, new):
    """Put something else into a file of the content."""
    place = settings.content / path
    text = place.read_text("utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def named(town):
    """Return the frozen town with a person's name in fields, prose, a picture, and editions."""
    report = load_report(town).report
    initiative = next(i for i in report.initiatives if i.pictures)
    path = f"initiatives/{initiative.id}.yml"
    write(
        town,
        path,
        f'summary: "{initiative.summary}',
        f'summary: "{NAME} says: {initiative.summary}',
    )
    caption = next(p.caption for p in initiative.pictures if p.caption)
    write(town, path, caption, f"{caption} Photo of {NAME}")
    introduction = town.content / "editions" / "2022" / "introduction.md"
    introduction.write_text(
        f"{introduction.read_text('utf-8')}\nThanks to {NAME}\nfor all.\n", "utf-8"
    )
    folder = town.content / "translations" / "es" / "initiatives"
    folder.mkdir(parents=True)
    summary = f"{NAME} says: {initiative.summary}"
    (folder / f"{initiative.id}.yml").write_text(
        f'texts:\n  summary:\n    of: "{text_digest(summary)}"\n    text: "{NAME} dice mucho."\n',
        "utf-8",
    )
    write(town, "report.yml", '  - "en-GB"\n', '  - "en-GB"\n  - "es"\n')
    for year in (2021, 2022, 2023):
        errors, written = freeze(town, year, "A person is named.")
        assert written, errors
    assert not list(errors_in(check(town, Timings()).issues))
    return town


def test_without_apply_every_place_is_told_and_nothing_is_written(named):
    """Files that people write and frozen ones, with the line of each place."""
    before = bytes_of(named)

    result = redact(named, asked(NAME), apply=False)

    assert bytes_of(named) == before
    reached = {reached.at.path.removeprefix("content/") for reached in result.plan.reach.places}
    assert reached == set(where(named, NAME))
    assert not result.errors
    for place in result.plan.reach.places:
        line = (named.root / place.at.path).read_text("utf-8").split("\n")[place.at.line - 1]
        assert NAME in line


def test_it_goes_from_everywhere_and_verify_holds(named):
    """A mark is left, digests are renewed, and only a note says so; translations stay with it."""
    folder = named.content / "editions" / "2023"
    former = (folder / "digest").read_text("utf-8").split(" ")[0]
    untouched = (named.content / "sources.yml").read_bytes()

    result = redact(named, asked(NAME), apply=True)

    assert result.made
    assert where(named, NAME) == []
    assert f"Thanks to {MARK}\nfor all." in (
        named.content / "editions" / "2022" / "introduction.md"
    ).read_text("utf-8")
    assert (folder / "digest").read_bytes() == digest_of((folder / "snapshot.json").read_bytes())
    assert (named.content / "sources.yml").read_bytes() == untouched
    verification = verify_editions(named)
    assert errors_in(verification.issues) == []
    notes = [issue for issue in verification.issues if issue.code == "V015"]
    assert all("asked for by the person" in note.found for note in notes)
    edition = next(e for e in verification.as_frozen() if e.edition.year == 2023)
    (redaction,) = edition.edition.redactions
    assert (redaction.digest, str(redaction.on)) == (former, "2024-02-10")
    view = edition_view(edition, None)
    assert ENGLISH(view.redactions.rows[0][0][0].text) == "February 10, 2024"
    assert not format_content(named).changed
    translations = load_report(named).translations["es"]
    (texts,) = (t.texts for t in translations.values())
    summary = next(i.summary for i in load_report(named).report.initiatives if MARK in i.summary)
    assert texts["summary"].of == text_digest(summary)


def test_a_review_does_not_tell_it_once_more(named):
    """The pull request that removes something begins with the frozen files, and quotes nothing."""
    for words in (["init", "-q"], ["add", "content"], ["commit", "-qm", "first"]):
        git(named, *words)
    redact(named, asked(NAME), apply=True)
    git(named, "commit", "-qam", "second")
    said = []

    review(named, "HEAD~1..HEAD", said.append)

    told = "".join(said)
    assert told.startswith("FROZEN EDITIONS: this changes")
    assert "not told once more" in told
    assert NAME not in told


def test_the_second_redaction_keeps_the_first(named):
    """Each stays on the edition's page with its digest."""
    redact(named, asked(NAME), apply=True)
    summary = next(i for i in load_report(named).report.initiatives if MARK in i.summary)
    word = summary.title

    assert redact(named, asked(word, reason="a trial"), apply=True).made

    stored = json.loads((named.content / "editions" / "2023" / "snapshot.json").read_bytes())
    reasons = [one["reason"] for one in stored["edition"]["redactions"]]
    assert reasons == ["asked for by the person", "a trial"]
    assert errors_in(verify_editions(named).issues) == []


def test_an_account_is_left_out_and_a_contact_is_withheld(town):
    """What can hold no mark goes, or gives way to a reason."""
    report = load_report(town).report
    account = next(p.account for p in report.organization.posts if p.account)
    address = report.about.contact.address

    assert redact(town, asked(account), apply=True).made
    result = redact(town, asked(address.removeprefix("mailto:")), apply=True)

    assert result.made, [str(e) for e in result.errors]
    after = load_report(town).report
    assert where(town, account) == []
    assert after.about.contact.missing == "withheld"
    assert after.about.contact.why.startswith("Removed on 10 February 2024: asked for")
    assert errors_in(verify_editions(town).issues) == []


def test_a_record_is_named_by_its_address(town):
    """Only what is there goes, from the content and every edition that holds it."""
    report = load_report(town).report
    source = next(s for s in report.sources if s.note)

    result = redact(town, asked(addresses=(f"sources/{source.id}/note",)), apply=True)

    assert result.made
    after = load_report(town).report
    assert [s.note for s in after.sources if s.id == source.id] == [MARK]
    assert [s for s in after.sources if s.id != source.id] == [
        s for s in report.sources if s.id != source.id
    ]
    assert errors_in(verify_editions(town).issues) == []


def test_what_stands_in_the_way_is_named_and_nothing_is_written(town):
    """An id, a comment, an address that is needed: all are told, none is half done."""
    report = load_report(town).report
    source = report.sources[0]
    write(town, "cycles.yml", "cycles:", f"# as {source.id} said\ncycles:")
    before = bytes_of(town)

    by_id = redact(town, asked(source.id), apply=True)
    needed = redact(town, asked(source.address), apply=True)

    assert {at.path for at in by_id.plan.left} >= {"content/sources.yml", "content/cycles.yml"}
    assert [at.path for at in needed.plan.reach.stuck]
    assert not by_id.made
    assert not needed.made
    assert bytes_of(town) == before


def test_only_whole_words_go_and_likenesses_are_told(town):
    """A name inside another word stays; other capitals are for people to judge."""
    write(town, "report.yml", 'summary: "', 'summary: "Leeds knows Lee and LEE. ')
    result = redact(town, asked("Lee"), apply=True)

    assert result.made
    assert load_report(town).report.about.summary.startswith(f"Leeds knows {MARK} and LEE.")
    assert "content/report.yml" in {at.path for at in result.plan.similar}


@pytest.mark.parametrize(
    "request_",
    [
        RedactRequest((), (), REASON),
        RedactRequest(("a",), ("sources",), REASON),
        RedactRequest((" ",), (), REASON),
        RedactRequest(("a",), (), " "),
        RedactRequest(("a",), (), "see [x]"),
        RedactRequest((), ("sources/nothing-there",), REASON),
        RedactRequest((), ("organization/posts",), REASON, "soon"),
    ],
)
def test_a_request_that_says_too_little_is_refused(town, request_):
    """Before anything is read twice or written."""
    before = bytes_of(town)
    with pytest.raises(GeneratorError):
        redact(town, request_, apply=True)
    assert bytes_of(town) == before


def test_the_command_says_what_it_does_not_reach(named):
    """First the places, then the files, then what only people can do; 1 where nothing is found."""
    run = CliRunner().invoke
    words = ["--project", str(named.root), "redact", "--reason", REASON]

    shown = run(main, [*words, "--text", NAME])
    assert shown.exit_code == 0, shown.output
    assert NAME not in shown.output
    assert "the history of the repository" in shown.output
    assert shown.output.rstrip().endswith("Nothing was written; use --apply to remove it.")

    absent = run(main, [*words, "--text", "Nobody Of That Name"])
    assert absent.exit_code == 1
    assert "not found" in absent.output
