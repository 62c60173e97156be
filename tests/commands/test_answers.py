"""Answers as data: their shape is that of docs/json-output.md, and they say what the words say."""

import json
import re
import shutil

import pytest
from click.testing import CliRunner
from larkhaven import SAMPLE

from generator.cli.main import main

HERE = ["--project", str(SAMPLE.root)]


def run(*words):
    """Run a command; return what it prints."""
    done = CliRunner().invoke(main, [*HERE, *words])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def changed(tmp_path):
    """Return a folder of the sample's content in which a text and a status differ."""
    folder = tmp_path / "changed"
    shutil.copytree(SAMPLE.content, folder / "content")
    update = folder / "content/updates/budget-fy2023-25/one-form.md"
    text = update.read_text("utf-8").replace("The form is in use", "The form is in use everywhere")
    update.write_text(text.replace('author: "desk-manager"', 'author: "desk-director"'), "utf-8")
    return folder


ASKED = {
    "due": ("due",),
    "show": ("show", "one-form"),
    "diff": ("diff", "2021", "2022"),
    "review": ("review", str(SAMPLE.root)),
}


@pytest.fixture
def answers(changed):
    """Return what each command answers."""
    asked = {**ASKED, "review": (*ASKED["review"], str(changed))}
    return {name: json.loads(run(*words, "--json")) for name, words in asked.items()}


def documented(root):
    """Return the keys by command that the page describes, those inside lists behind a point."""
    page = (root / "docs" / "json-output.md").read_text("utf-8")
    parts = re.split(r"^## (\w+)$", page, flags=re.MULTILINE)[1:]
    return {
        name: set(re.findall(r"^\| `([\w.]+)` \|", text, re.MULTILINE))
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


@pytest.mark.slow
def test_every_answer_has_the_shape_that_is_documented(answers, root):
    """All keys, and the keys of what is listed, are on the page, and the page has no others."""
    for name, keys in documented(root).items():
        answer = answers[name]
        inside = {
            f"{key}.{inner}"
            for key, value in answer.items()
            if isinstance(value, list)
            for one in value
            for inner in one
        }
        if name == "review":
            inside = {key for key in inside if not key.startswith(("to_look_at.", "changes."))}
        assert keys == answer.keys() | inside, name


@pytest.mark.slow
def test_the_answers_say_what_the_words_say(answers):
    """Who is asked, what changed, and how the texts read."""
    due = run("due")
    asked = [one for one in answers["due"]["due"] if one["is_asked_for"]]
    assert asked
    assert all(one["title"] in due for one in asked)
    assert answers["due"]["as_of"] == answers["show"]["record_ends"] == "2024-02-10"
    [row] = answers["show"]["tables"]["initiatives"]
    assert (row["id"], row["status"]) == ("one-form", "ongoing")
    assert {one["initiative"] for one in answers["show"]["tables"]["updates"]} == {"one-form"}
    told = " ".join(run("diff", "2021", "2022").split())
    first = answers["diff"]["changes"][0]
    assert first["kind"] == "new"
    assert first["text"].split(".")[0] in told
    review = answers["review"]
    [text] = [one for one in review["texts"] if one["subject"] == "initiative:one-form"]
    assert (text["before"], text["after"]) == (
        "The form is in use.",
        "The form is in use everywhere.",
    )
    assert review["frozen_editions"] is None
    assert not review["is_redacted"]


def test_before_it_was_listed_an_initiative_has_no_row():
    """Data says so with an empty list, where words refuse."""
    answer = json.loads(run("show", "one-form", "--as-of", "2021-10-01", "--json"))
    assert answer["tables"]["initiatives"] == []


def test_where_the_record_ends_is_said():
    """Also where nothing later is asked for."""
    assert "The record ends on February 10, 2024." in run("show", "one-form")
    assert "The record ends on February 10, 2024." in run("diff", "2021", "2022")
    assert "from then to January 1, 2025" in run("show", "one-form", "--as-of", "2025-01-01")
