"""The sample town with its issue forms, and issues written with them."""

import html
import json
import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from larkhaven import SAMPLE

from generator.commands import host
from generator.core.settings import Settings
from generator.editorial.forms.form_files import form_path, read_form

EVENTS = Path(__file__).parent / "events"


@pytest.fixture
def town(tmp_path):
    """Return a project of the sample town, with its forms."""
    root = tmp_path / "town"
    shutil.copytree(SAMPLE.content, root / "content")
    settings = Settings(root)
    host.issue_forms(settings, write=True)
    return settings


@pytest.fixture
def written(town):
    """Return the text of an issue as the git host makes it: given answers, the rest left empty."""

    def write(form, **answers):
        fields = read_form((town.root / form_path(form)).read_bytes(), form)
        parts = []
        for field in fields:
            given = answers.get(field.id, "")
            chosen = [option for option in field.options if option.endswith(f" [{given}]")]
            parts.append(f"### {field.label}\n\n{(chosen or [given])[0] or '_No response_'}")
        return "\n\n".join(parts)

    return write


@pytest.fixture
def event(tmp_path):
    """Return the file of an event about an issue with a text and the label of a form."""

    def make(form, body, **changed):
        issue = json.loads((EVENTS / "status-update.json").read_text("utf-8"))["issue"]
        issue |= {"body": body, "labels": [{"name": "form"}, {"name": form}], **changed}
        path = tmp_path / "event.json"
        path.write_text(json.dumps({"action": "opened", "issue": issue}), "utf-8")
        return path

    return make


@pytest.fixture
def sent(town, written, event, tmp_path):
    """Return what comes of a form that is filled in and sent: the change, the answer."""

    def send(form, **answers):
        out = Path(mkdtemp(dir=tmp_path)) / "out"
        change = host.form(town, event(form, written(form, **answers)), out, None)
        said = html.unescape((out / "answer.md").read_text("utf-8"))
        assert change.good == (out / "message.txt").exists()
        return change, said

    return send
