"""Hands that fill in a form or a workbook as the guide says, and nothing else."""

import html
import io
import json

from openpyxl import load_workbook

from generator.commands import host
from generator.editorial.forms.form_files import form_path, read_form
from generator.editorial.forms.questions import UPDATE

DAY = "2024-02-10"
"""The day on which the host got the issue."""


def form_body(town, answers):
    """Return the text of an issue as the git host makes it of answers by their labels."""
    fields = read_form((town.root / form_path(UPDATE)).read_bytes(), form_path(UPDATE))
    assert answers.keys() <= {field.label for field in fields}
    parts = []
    for field in fields:
        given = answers.get(field.label, "")
        chosen = [option for option in field.options if option.endswith(f" [{given}]")]
        assert chosen or not field.options or not given, (field.label, given)
        parts.append(f"### {field.label}\n\n{(chosen or [given])[0] or '_No response_'}")
    return "\n\n".join(parts)


def send(town, body, folder):
    """Send an issue with a text; return the change and the comment as a person reads it."""
    event = folder.parent / f"{folder.name}.json"
    labels = [{"name": "form"}, {"name": UPDATE}]
    issue = {"number": 12, "user": {"login": "desk-manager"}, "labels": labels, "body": body}
    event.write_text(json.dumps({"action": "opened", "issue": issue}), "utf-8")
    change = host.form(town.settings, event, folder, DAY)
    return change, html.unescape((folder / "answer.md").read_text("utf-8"))


def fill(path, **cells):
    """Fill in a new row of the sheet of updates; return its number."""
    book = load_workbook(path)
    sheet = book["updates"]
    heads = [cell.value for cell in sheet[1]]
    row = sheet.max_row + 1
    for name, value in cells.items():
        sheet.cell(row, heads.index(name) + 1).value = value
    save(book, path)
    return row


def put(path, row, **cells):
    """Put other values into cells of a row of the sheet of updates."""
    book = load_workbook(path)
    sheet = book["updates"]
    heads = [cell.value for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(row, heads.index(name) + 1).value = value
    save(book, path)


def save(book, path):
    """Write a workbook back to where it was."""
    kept = io.BytesIO()
    book.save(kept)
    path.write_bytes(kept.getvalue())
