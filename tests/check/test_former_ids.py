"""A reference to a former id is told what it is called now, wherever it is; never another name."""

import pytest
from renaming import rename

from generator.check.rules import check_report
from generator.core.issues import errors_in

from .conftest import subject_in

HOME = "content/updates/budget-fy2024-26/urban-canopy.md"
TWICE = "already exists; move what is new to it and remove this file."
SUBJECT_NOW = '"initiative:tree-map" is now "initiative:urban-canopy"'
NOW = '"tree-map" is now "urban-canopy"'


@pytest.fixture
def renamed(case, tmp_path):
    """Return the tiny city after a rename, and a maker of what is still written the old way."""
    case()
    content = tmp_path / "content"
    rename(content, "tree-map", "urban-canopy")

    def write(path="pages/introduction.md", old="\n---\n", new="\n---\n"):
        file = content / path
        text = file.read_text("utf-8") if file.exists() else ""
        assert old in text
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(old, new, 1) if old else new, "utf-8")
        return check_report(subject_in(tmp_path))

    return write


LINK = """\
links:
  - kind: "related"
    to: "tree-map"
    since: "2024-03"
    reason: "Both use the kerb."
    recorded: "2024-06-01"
    sources:
      - "plan-2024"
"""
STEP = """\
    depends_on:
      - "tree-map.first-map"
"""
UPDATE = """\
---
initiative: "tree-map"
milestone: "mid-cycle-2025"
as_of: "2025-03-01"
basis: "reported"
author: "parks-manager"
status: "not_started"
phase: "not_assessed"
confidence: "not_assessed"
recorded: "2025-03-02"
---
It waits.
"""


EVALUATION = """\
---
subject: "initiative:tree-map"
year: 2024
as_of: "2024-12"
basis: "reported"
result: "partially_met"
why: "Half of the trees are on it."
decision: "continue"
recorded: "2025-01-10"
sources:
  - "plan-2024"
---
Half of it.
"""


def step_of(issues, code):
    """Return the next step of the one error."""
    (error,) = errors_in(issues)
    assert error.code == code
    return error.next_step


def test_nothing_is_wrong_after_a_whole_rename(renamed):
    """The new id everywhere and the old one among the former ids: no fault."""
    assert renamed() == []


FUNDING = """\
    recorded: "2024-06-01"
    sources:
      - "plan-2024"
funding:"""

OLD_WAYS = {
    "link": ("initiatives/street-cafes.yml", "pictures:", f"{LINK}pictures:"),
    "step": ("initiatives/street-cafes.yml", FUNDING, f"{STEP}{FUNDING}"),
    "prose": ("pages/introduction.md", "\n---\n", "\n---\nSee [it](initiative:tree-map).\n\n"),
    "subject": ("evaluations/2024/tree-map.md", "", EVALUATION),
    "update": ("updates/mid-cycle-2025/tree-map.md", "", UPDATE),
    "second update": (
        "updates/budget-fy2024-26/tree-map.md",
        "",
        UPDATE.replace("mid-cycle-2025", "budget-fy2024-26"),
    ),
    "file of an update": (
        "updates/mid-cycle-2025/tree-map.md",
        "",
        UPDATE.replace("tree-map", "urban-canopy"),
    ),
}


@pytest.mark.parametrize(
    ("way", "code", "words"),
    [
        ("link", "R107", f"{NOW}. Write that."),
        ("step", "R113", '"tree-map.first-map" is now "urban-canopy.first-map". Write that.'),
        ("prose", "R703", f"{NOW}. Write that."),
        (
            "subject",
            "R111",
            f"{SUBJECT_NOW}. Write that, and rename the file to urban-canopy.md.",
        ),
        ("update", "R107", f"{NOW}. Write that, and rename the file to urban-canopy.md."),
        (
            "second update",
            "R107",
            f"{NOW}. Write that: {HOME} {TWICE}",
        ),
        ("file of an update", "R105", f"{NOW}: rename the file to urban-canopy.md."),
    ],
)
def test_what_is_written_the_old_way_is_told_the_new_one(renamed, way, code, words):
    """The advice is the present id, and where a file bears the old name, to rename it."""
    assert step_of(renamed(*OLD_WAYS[way]), code) == words


def test_a_file_that_kept_the_old_name_is_told(renamed, tmp_path):
    """The initiative's own file is renamed with it."""
    folder = tmp_path / "content" / "initiatives"
    (folder / "urban-canopy.yml").rename(folder / "tree-map.yml")
    step = step_of(renamed(), "R104")
    assert step == f"{NOW}: rename the file to urban-canopy.yml."


def test_an_old_copy_beside_the_renamed_one_is_told(renamed, tmp_path):
    """A merge that brings the old file back is a fault that says which of the two is old."""
    folder = tmp_path / "content" / "initiatives"
    text = (folder / "urban-canopy.yml").read_text("utf-8")
    text = text.replace("urban-canopy", "tree-map").replace('former_ids:\n  - "tree-map"\n', "")
    (folder / "tree-map.yml").write_text(text, "utf-8")
    issues = [i for i in renamed() if i.code == "R103"]
    assert "content/initiatives/tree-map.yml is an old copy" in step_of(issues, "R103")
