"""Issues to changes: recorded ones become files, hostile ones are refused or stay mere words."""

import hashlib
import html
import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from renaming import rename

from generator.cli.main import main
from generator.commands import check, host
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.timings import Timings
from generator.editorial.forms.correcting import is_setting
from generator.editorial.forms.questions import CORRECT, PROPOSE, UPDATE
from generator.load.files import find_files, record_types
from generator.load.formatting import format_content
from generator.model.report import About
from generator.storage.sync import files_under, replace

EVENTS = Path(__file__).parent / "events"
GOOD = {
    "status-update": ["content/updates/report-2023/one-form.md"],
    "crlf": ["content/updates/report-2023/one-form.md"],
    "propose-initiative": ["content/initiatives/warm-rooms-in-winter.yml", "content/sources.yml"],
    "suggest-correction": ["content/initiatives/tide-gauge.yml"],
    "shell": ["content/updates/report-2023/one-form.md"],
    "workflow-commands": ["content/updates/report-2023/one-form.md"],
    "path-in-id": ["content/initiatives/github-workflows-evil-yml.yml", "content/sources.yml"],
}
UPDATED = {
    "initiative": "one-form",
    "milestone": "report-2023",
    "as_of": "2023-11-20",
    "basis": "reported",
    "author": "desk-director",
    "status": "on_track",
    "phase": "implementation",
    "confidence": "not_assessed",
}
PROPOSED = {
    "title": "Warm rooms",
    "area": "town-hall",
    "summary": "Open the hall to whoever is cold.",
    "on": "2024-02-01",
    "status": "proposed",
    "why": "Council asked for it.",
    "source_title": "Minutes",
    "source_address": "https://larkhaven.example/minutes",
}
CORRECTED = {
    "about": "tide-gauge",
    "now": "each of the nine quays",
    "should": "each of the eight quays",
    "source": "The harbour map.",
}


def files_in(folder):
    """Return every file below a folder, as paths with `/`."""
    return sorted(files_under(folder))


@pytest.mark.parametrize("name", GOOD)
def test_a_good_issue_becomes_content_that_passes(town, tmp_path, name):
    """The files are where their ids say, in normal form, and pass the check."""
    out = tmp_path / "out"
    change = host.form(town, EVENTS / f"{name}.json", out, None)
    assert change.good
    assert files_in(out) == sorted(["answer.md", "message.txt", "text.sha256", *GOOD[name]])
    for path in GOOD[name]:
        replace(town.root / path, (out / path).read_bytes())
    assert errors_in(check.check(town, Timings()).issues) == []
    assert not set(format_content(town).changed) & set(GOOD[name])
    files, strange = find_files(town)
    assert strange == []
    assert set(GOOD[name]) <= set(record_types(files))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("spoofed-heading", "appears 2 times"),
        ("spoofed-later-heading", "appears 2 times"),
        ("path-in-choice", "not one of the choices"),
    ],
)
def test_a_hostile_issue_is_refused(town, tmp_path, name, words):
    """Only an answer is written, which says what is wrong; no file of the content is."""
    out = tmp_path / "out"
    change = host.form(town, EVENTS / f"{name}.json", out, None)
    assert not change.good
    assert files_in(out) == ["answer.md"]
    assert words in (out / "answer.md").read_text("utf-8")


def test_a_text_of_a_megabyte_is_refused(sent):
    """Too much text is told and not read further."""
    change, said = sent(UPDATE, **UPDATED, body="x" * 1_000_000)
    assert not change.good
    assert "longer than" in said


@pytest.mark.parametrize("name", ["shell", "workflow-commands"])
def test_commands_in_an_issue_stay_words(town, tmp_path, name):
    """What looks like a command is content as typed, and not in the log or git's words."""
    out = tmp_path / "out"
    words = ["--project", str(town.root), "form", "--event", str(EVENTS / f"{name}.json")]
    ran = CliRunner().invoke(main, [*words, "--out", str(out)])
    assert (ran.exit_code, ran.output) == (0, "The issue results in a change.\n")
    update = (out / GOOD[name][0]).read_text("utf-8")
    assert ("$(id)" in update) or ("::error::stop" in update)
    assert (out / "message.txt").read_text("utf-8") == (
        "Status update: one-form, report-2023\n\nProposed-by: @desk-manager\nCloses: #41\n"
    )


def test_an_answer_holds_no_markup_that_was_typed(town, written, event, tmp_path):
    """A mention, a link or a heading in an answer is shown and does nothing."""
    typed = "@everyone <script> [x](https://evil.example) ::error::"
    path = event(UPDATE, written(UPDATE, **UPDATED | {"as_of": typed}))
    assert not host.form(town, path, tmp_path / "out", None).good
    said = (tmp_path / "out" / "answer.md").read_text("utf-8")
    assert "everyone" in said
    for sign in ("@everyone", "<script>", "](", "::error"):
        assert sign not in said


def test_a_posted_update_is_never_overwritten(sent):
    """A second update for the same initiative and milestone is refused in words."""
    asked = UPDATED | {"initiative": "tide-gauge", "author": "harbour-director"}
    change, said = sent(UPDATE, **asked)
    assert (change.good, change.files) == (False, {})
    assert "never overwritten" in said


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"status": "at_risk"}, "“In danger” without a reason; expected “Reason”: one"),
        ({"as_of": "November"}, "As of"),
        ({"sources": "no-such-source"}, "no-such-source"),
        ({"author": ""}, "expected “Who reports”: the id"),
        ({"status": "off_track", "reason": "It is late."}, "expected “Help needed”, with of"),
        ({"milestone": "another-day", "as_of": "2023-11"}, "full day"),
        ({"ideas": "all of them"}, "“Ideas”: the record of this initiative has no ideas"),
    ],
)
def test_mistakes_are_answered_in_words(sent, answers, words):
    """What the rules hold against an update is said on the issue, with what to do."""
    change, said = sent(UPDATE, **UPDATED | answers)
    assert not change.good
    assert words in said


MERGED = UPDATED | {
    "initiative": "youth-council",
    "milestone": "mid-2024",
    "as_of": "2024-02-01",
    "status": "merged",
    "continues_in": "one-form",
    "reason": "Both ask the same people.",
    "sources": "desk-survey",
}


@pytest.mark.parametrize("status", ["merged", "superseded"])
def test_what_goes_on_elsewhere_is_told_on_both_sides(town, sent, status):
    """The initiative that takes over says so too, and both files pass the check."""
    change, _ = sent(UPDATE, **MERGED | {"status": status})
    assert change.good
    heir = "content/initiatives/one-form.yml"
    assert sorted(change.files) == [heir, "content/updates/mid-2024/youth-council.md"]
    assert '    to: "youth-council"' in change.files[heir].decode()
    for path, content in change.files.items():
        replace(town.root / path, content)
    assert errors_in(check.check(town, Timings()).issues) == []
    assert not set(format_content(town).changed) & set(change.files)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"continues_in": ""}, "“Continues in” not given"),
        ({"sources": ""}, "“Reason” and “Sources”"),
        ({"status": "on_track"}, "only then"),
    ],
)
def test_a_successor_is_named_where_there_is_one_and_only_there(sent, answers, words):
    """What is missing or too much is said in words, and nothing is changed."""
    change, said = sent(UPDATE, **MERGED | answers)
    assert not change.good
    assert words in said


def test_an_update_between_milestones_stands_under_its_day(town, written, event, tmp_path):
    """The day is the folder, and the day of entry is the one that was given."""
    asked = UPDATED | {"milestone": "another-day", "as_of": "2023-12-01", "ideas": "- one: x"}
    asked |= {"ideas": "", "of": "Council", "what": "A clerk.", "by": "2024-03"}
    path = event(UPDATE, written(UPDATE, **asked))
    change = host.form(town, path, tmp_path / "out", "2024-02-09")
    text = change.files["content/updates/2023-12-01/one-form.md"].decode()
    assert 'recorded: "2024-02-09"' in text
    assert 'ask:\n  of: "Council"' in text


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"title": "Tide gauge"}, "already"),
        ({"title": "Flood gauges"}, '"flood-gauges" is now "tide-gauge"'),
        ({"title": "☂☂☂"}, "no letters"),
        ({"title": "{{ evil }}"}, "found"),
        ({"source_title": "", "source_address": ""}, "No source was named"),
        ({"source_address": ""}, "its title, and its address or who holds it"),
        ({"source_address": "javascript:alert(1)"}, "https"),
    ],
)
def test_proposals_that_cannot_be_are_refused(sent, answers, words):
    """A taken id, a title without letters or a proposal without a source makes no file."""
    change, said = sent(PROPOSE, **PROPOSED | answers)
    assert not change.good
    assert words in said


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"now": "no such words"}, "are not in the content"),
        ({"now": "quay", "about": "tide-gauge"}, "Add more of the words"),
        ({"now": "x"}, "at least 3"),
        ({"now": "tide-gauge", "about": "program"}, "times"),
        ({"now": '2021-10-01"\nid: "x', "about": "program"}, "are not in the content"),
    ],
)
def test_corrections_of_no_single_place_are_refused(sent, answers, words):
    """Words that are nowhere, or in several places, change nothing."""
    change, said = sent(CORRECT, **CORRECTED | answers)
    assert not change.good
    assert words in said


def test_a_correction_cannot_become_other_keys(sent):
    """What replaces words stays inside the text that it replaces."""
    change, _ = sent(CORRECT, **CORRECTED | {"should": 'x"\nid: "../../evil"\nrest: "'})
    assert list(change.files) == ["content/initiatives/tide-gauge.yml"]
    assert change.files["content/initiatives/tide-gauge.yml"].startswith(b'id: "tide-gauge"\n')


@pytest.mark.parametrize(
    "raw", ["", "[]", "{}", '{"issue": {}}', '{"issue": 3}', "[" * 100_000, '{"issue": null}']
)
def test_an_event_without_an_issue_stops_with_words(town, tmp_path, raw):
    """A file that is not contain an event about an issue ends in words and not in a traceback."""
    (tmp_path / "event.json").write_text(raw, "utf-8")
    with pytest.raises(GeneratorError, match="not contain an event about an issue"):
        host.form(town, tmp_path / "event.json", tmp_path / "out", None)


def test_an_account_that_cannot_be_is_not_told_to_git(town, tmp_path):
    """A trailer is written only for an account that the git host could have."""
    event = json.loads((EVENTS / "status-update.json").read_text("utf-8"))
    event["issue"]["user"]["login"] = "x\nSigned-off-by: somebody"
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    host.form(town, tmp_path / "event.json", tmp_path / "out", None)
    assert "somebody" not in (tmp_path / "out" / "message.txt").read_text("utf-8")


@pytest.mark.parametrize("labels", [[], ["form"], ["form", UPDATE, PROPOSE], ["bug"]])
def test_labels_say_which_form_it_is(town, event, tmp_path, labels):
    """Without the label of one form nothing is read."""
    path = event(UPDATE, "x", labels=[{"name": name} for name in labels])
    with pytest.raises(GeneratorError, match="labels"):
        host.form(town, path, tmp_path / "out", None)


def test_nothing_is_written_over(town, tmp_path):
    """A folder that holds something is refused, so that no work is lost."""
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    with pytest.raises(GeneratorError, match="not an empty folder"):
        host.form(town, EVENTS / "status-update.json", tmp_path, None)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Łódź", "lodz"), ("Тёплые комнаты зимой", "teplye-komnaty-zimoy"), ("Θέρμανση", "thermansi")],
)
def test_a_title_of_any_script_has_an_address(sent, title, name):
    """Letters that are not Latin are written in Latin ones; nobody is asked to translate."""
    change, _ = sent(PROPOSE, **PROPOSED | {"title": title, "source_title": title, "ideas": title})
    assert change.good
    [path] = [path for path in change.files if "/initiatives/" in path]
    assert path == f"content/initiatives/{name}.yml"
    assert f'title: "{title}"' in change.files[path].decode()


@pytest.mark.parametrize("title", ["Index", "CON", "Lpt1!"])
def test_a_title_whose_address_stands_for_something_else_is_refused(sent, title):
    """The answer says why, and what to do."""
    change, said = sent(PROPOSE, **PROPOSED | {"title": title})
    assert not change.good
    assert "Add a word to the title" in said


def test_ids_that_nobody_chose_are_never_reserved(sent):
    """An idea or a source may be called anything."""
    change, _ = sent(
        PROPOSE, **PROPOSED | {"ideas": "Index\nCon\nInitiative", "source_title": "Con"}
    )
    assert change.good
    words = b"".join(change.files.values()).decode()
    for name in ("index-2", "con-2", "initiative-2"):
        assert f'id: "{name}"' in words


def test_the_patch_touches_the_content_only(town, tmp_path):
    """As the workflow makes it, the patch of a hostile title stays below content/."""
    git = ["git", "-C", str(town.root), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        subprocess.run([*git, *words], check=True)
    out = tmp_path / "out"
    host.form(town, EVENTS / "path-in-id.json", out, None)
    for path in files_in(out / "content"):
        replace(town.content / path, (out / "content" / path).read_bytes())
    subprocess.run([*git, "add", "."], check=True)
    said = subprocess.run(
        [*git, "diff", "--cached", "--name-only"], check=True, capture_output=True, text=True
    )
    assert said.stdout.splitlines() == GOOD["path-in-id"]


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("program", "https://git.example/larkhaven/report"),
        ("program", "@larkhaven/promises"),
        ("program", "https://larkhaven.example/report/"),
        ("program", "mailto:editors@larkhaven.example"),
        ("program", "The Larkhaven editors"),
        ("program", "Creative Commons Zero"),
        ("program", "en-GB"),
        ("program", "larkhaven-harbour"),
        ("tide-gauge", "flood-gauges"),
    ],
)
def test_settings_are_not_corrected(sent, about, words):
    """Where the site is, who is asked and where the content is kept no stranger's form changes."""
    change, said = sent(CORRECT, **CORRECTED | {"about": about, "now": words, "should": "@evil/x"})
    assert (change.good, change.files) == (False, {})
    assert "That is a setting" in said


def test_what_readers_are_told_of_the_report_can_be_corrected(sent):
    """The words of report.yml stay open to whoever knows better."""
    asked = {"about": "program", "now": "won the Gull Prize", "should": "won the Tern Prize"}
    change, _ = sent(CORRECT, **CORRECTED | asked)
    assert list(change.files) == ["content/report.yml"]


def test_every_word_of_the_report_that_may_be_corrected_is_a_field_of_it():
    """A field that is renamed or new in report.yml is a setting until somebody says otherwise."""
    fields = [(name,) for name in About.model_fields]
    open_to_all = [way for way in fields if not is_setting(About, way)]
    assert len(open_to_all) == 9
    assert is_setting(About, ("what-may-come",))


def test_a_form_from_before_a_rename_is_about_what_it_is_now(town, sent):
    """An open page still offers the former id; what is sent with it goes to the initiative."""
    rename(town.content, "one-form", "single-form")
    change, _ = sent(UPDATE, **UPDATED)
    assert list(change.files) == ["content/updates/report-2023/single-form.md"]
    assert change.files["content/updates/report-2023/single-form.md"].startswith(
        b'---\ninitiative: "single-form"\n'
    )


def test_a_correction_and_a_successor_may_be_named_by_a_former_id(town, written, event, tmp_path):
    """Whatever a form says of an initiative by its former id is about the one that had it."""
    rename(town.content, "one-form", "single-form")
    path = event(UPDATE, written(UPDATE, **MERGED))
    change = host.form(town, path, tmp_path / "merged", None)
    assert sorted(change.files) == [
        "content/initiatives/single-form.yml",
        "content/updates/mid-2024/youth-council.md",
    ]
    asked = CORRECTED | {"about": "one-form", "now": "One form for every request", "should": "One"}
    change = host.form(town, event(CORRECT, written(CORRECT, **asked)), tmp_path / "it", None)
    assert list(change.files) == ["content/initiatives/single-form.yml"]


def test_a_title_that_was_reworded_does_not_spoil_a_form(town, sent):
    """The key in brackets says what is meant, whatever the title says by now."""
    path = town.content / "initiatives" / "one-form.yml"
    path.write_text(path.read_text("utf-8").replace('title: "', 'title: "Really: ', 1), "utf-8")
    assert sent(UPDATE, **UPDATED)[0].good


@pytest.mark.parametrize(
    ("form", "answers", "words"),
    [
        (PROPOSE, PROPOSED | {"ideas": "Again\n" * 2_000}, "“Ideas” lists 2000"),
        (UPDATE, UPDATED | {"ideas": "a: in_place\n" * 500}, "“Ideas” lists 500"),
        (UPDATE, UPDATED | {"sources": "a, " * 500}, "“Sources” lists 500"),
        (UPDATE, UPDATED | {"body": "### x\n" * 300}, "begin with “###”"),
    ],
)
def test_more_than_anybody_means_is_refused_at_once(sent, form, answers, words):
    """Lists and headings without end are counted, and not worked through."""
    change, said = sent(form, **answers)
    assert not change.good
    assert words in said


def test_half_a_sign_is_a_sign_for_one(town, written, event, tmp_path):
    """What is no text in any writing becomes the sign that stands for it."""
    body = written(UPDATE, **UPDATED | {"body": "Half \\ud83d here."})
    path = event(UPDATE, body)
    raw = path.read_text("utf-8").replace("\\\\ud83d", "\\ud83d")
    path.write_text(raw, "utf-8")
    assert not host.form(town, path, tmp_path / "out", None).good
    said = html.unescape((tmp_path / "out" / "answer.md").read_text("utf-8"))
    assert '“What happened”: found the character "\ufffd"' in said


def test_the_sum_of_the_text_is_handed_on(town, tmp_path):
    """What is accepted later is compared with it; lines may end either way."""
    out = tmp_path / "out"
    host.form(town, EVENTS / "crlf.json", out, None)
    body = json.loads((EVENTS / "crlf.json").read_text("utf-8"))["issue"]["body"]
    lines = body.replace("\r\n", "\n")
    assert "\r\n" in body
    assert (out / "text.sha256").read_text() == f"{hashlib.sha256(lines.encode()).hexdigest()}\n"


@pytest.mark.parametrize(
    ("body", "bound"),
    [
        ("[" * 1000 + "a" * 18_000, "1,000 brackets are open at once"),
        ("|a" * 4000 + "|\n" + "|-" * 4000 + "|", "a table has 4,000 columns"),
        ("# a\n" * 4000, "4,000 headings, rules, or addresses"),
        ("1" * 5000 + ". a", "number of a list item has 5,000 digits"),
        ("\\* " * 6000, "12,000 Markdown symbols"),
    ],
)
def test_a_text_that_would_take_minutes_is_answered_with_its_bound(sent, body, bound):
    """A stranger's form is read at once, and the answer says what there is too much of."""
    change, said = sent(UPDATE, **UPDATED, body=body)

    assert not change.good
    assert bound in said


def test_all_faults_are_told_at_once(sent):
    """Those of answers and those of rules, each with the name of its question."""
    asked = {"as_of": "soon", "status": "off_track", "by": "later", "sources": "nope"}
    change, said = sent(UPDATE, **UPDATED | asked | {"of": "Council", "what": "Decide."})
    assert (change.good, change.files) == (False, {})
    for words in (
        "“As of”: found “soon”; expected a date as exact as you know it",
        "“Help needed: by when”: found “later”",
        "“Status”: found status “Off course” without a reason",
        '“Sources”: found sources "nope"',
    ):
        assert words in said
    assert said.count("\n- ") == 4


def test_all_faults_of_a_proposal_are_told_at_once(sent):
    """Neither a taken title nor a source without an address hides the rest."""
    asked = {"title": "Tide gauge", "on": "soon", "source_address": "minutes", "sources": "nope"}
    _, said = sent(PROPOSE, **PROPOSED | asked)
    for words in (
        "“Proposed on”: found “soon”",
        "“New source: address”: found “minutes”",
        "already a record “tide-gauge”",
        '"nope", which does not exist',
    ):
        assert words in said


def test_a_date_as_people_type_it_is_confirmed_in_words(sent):
    """The file has the date of content, the answer the day with its month in letters."""
    change, said = sent(UPDATE, **UPDATED | {"as_of": "11/20/2023"})
    assert b'as_of: "2023-11-20"' in change.files["content/updates/report-2023/one-form.md"]
    assert "“As of”: 11/20/2023 was read as November 20, 2023." in said


def test_pasted_text_becomes_lists_and_paragraphs(sent):
    """The answer says what was seen, and shows the text as it will be read."""
    change, said = sent(UPDATE, **UPDATED, body="Next steps\n•\tAsk\n•\tPrint")
    text = change.files["content/updates/report-2023/one-form.md"].decode()
    assert text.endswith("---\nNext steps\n\n- Ask\n- Print\n")
    assert "“What happened”: a heading and 2 bullet characters became paragraphs and lists." in said
    assert "> Next steps\n>\n> - Ask\n> - Print\n" in said


def test_a_picture_is_told_how(sent):
    """What the host puts where a picture is dropped is no HTML that somebody typed."""
    change, said = sent(UPDATE, **UPDATED, body='<img src="https://git.example/a.png">')
    assert not change.good
    assert "“What happened”: found 1 picture or file dropped into the answer" in said
    assert "docs/editors/add-a-picture.md" in said


GAUGE = UPDATED | {
    "initiative": "tide-gauge",
    "milestone": "another-day",
    "as_of": "2024-02-02",
    "author": "harbour-director",
}


def test_ideas_are_offered_by_name_and_taken_with_a_box_ticked(sent):
    """The answer has lines to copy; filled in, they are the states of ideas."""
    _, said = sent(UPDATE, **GAUGE)
    start = said.index("    Add sirens.")
    lines = said[start:].split("\n\n")[0].replace("\n    ", "\n").strip()
    assert lines.startswith("Add sirens.\n- [ ] ")
    ticked = lines.replace("- [ ] Given up", "- [x] Given up")
    change, said = sent(UPDATE, **GAUGE, ideas=ticked)
    assert (
        b'ideas:\n  sirens: "dropped"' in change.files["content/updates/2024-02-02/tide-gauge.md"]
    )
    assert "copy the lines" not in said


def test_the_answer_shows_each_new_text_whole(sent):
    """Whoever sent the form reads what the public will read, and who says so."""
    _, said = sent(UPDATE, **GAUGE, body="Sirens *work* now.")
    assert "> Sirens work now.\n" in said
    assert "Who reports: Harbour Director, for 2 February 2024" in said
