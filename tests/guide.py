"""The editors' guide as its tests read it: what to fill in, what to run, what is said."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "editors"
FORM, EDITOR, SHEET, TEXT = "by-form", "by-form-editor", "by-spreadsheet", "by-text-editor"
MISTAKES = (
    "A wrong status word",
    "No reason",
    "A second update for the milestone",
    "A source that does not exist",
    "A date that cannot be read",
)
UPDATE = "content/updates/mid-2024/one-form.md"
"""What every way ends with, byte for byte."""


@dataclass(frozen=True)
class Page:
    """One page of the guide."""

    text: str

    def rows(self, first: str) -> dict[str, str]:
        """Return the first two columns of the table whose first heading is `first`."""
        found: dict[str, str] = {}
        table = self.text.split(f"\n| {first} |", 1)[1].split("\n\n", 1)[0]
        for line in table.splitlines()[2:]:
            name, value = (cell.strip().strip("`*") for cell in line.split("|")[1:3])
            found[name] = value
        return found

    def takes(self) -> dict[str, int]:
        """Return what the page says it takes: fields, clicks, commands."""
        said = re.search(r"^\*\*What it takes:\*\* (.+)$", self.text, re.MULTILINE)
        assert said, "the page does not say what it takes"
        return {what: int(number) for number, what in re.findall(r"(\d+) (\w+?)s?\b", said[1])}

    def commands(self) -> list[str]:
        """Return every command that the page gives, in order, without the shortcut's."""
        main = self.text.split("\n## ")
        blocks = re.findall(
            r"```sh\n(.*?)```", "\n## ".join(p for p in main if _is_step(p)), re.DOTALL
        )
        return [line.strip() for block in blocks for line in block.splitlines()]

    def part(self, heading: str) -> str:
        """Return what is below a heading of the second or third level."""
        found = re.search(
            rf"^(##+) {re.escape(heading)}\n(.*?)(?=^##|\Z)", self.text, re.MULTILINE | re.DOTALL
        )
        assert found, heading
        return found[2]

    def message(self, mistake: str) -> str:
        """Return the message that the page gives for a mistake; empty where it cannot be made."""
        block = re.search(r"```text\n(.*?)```", self.part(mistake), re.DOTALL)
        return block[1].strip() if block else ""


def _is_step(part: str) -> bool:
    return not part.startswith(("Or ", "Try ", "Five "))


def page(name: str) -> Page:
    """Return a page of the guide by its name without the ending."""
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    steps, heading, mistakes = text.partition("\n## Five mistakes")
    # What belongs to a numbered step is three spaces in.
    return Page(re.sub(r"^ {3}", "", steps, flags=re.MULTILINE) + heading + mistakes)


def update_file() -> str:
    """Return the file that the page for text editors shows, which every way ends with."""
    block = re.search(r"```text\n(---\n.*?)```", page(TEXT).text, re.DOTALL)
    assert block
    return block[1]


def keep_message(name: str, mistake: str, said: str) -> None:
    """Write a message into a page of the guide, in place of what is there."""
    place = FOLDER / f"{name}.md"
    head, heading, rest = place.read_text("utf-8").partition(f"\n### {mistake}\n")
    block = re.compile(r"```text\n.*?```", re.DOTALL)
    rest = block.sub(lambda _: f"```text\n{said}\n```", rest, count=1)
    place.write_text(f"{head}{heading}{rest}", "utf-8", newline="\n")
