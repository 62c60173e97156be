"""Chains of successors: each is followed to an end, and one that has none is told whole."""

import pytest

from generator.check.chains import chains_have_an_end
from generator.check.rules import check_report

from .conftest import subject_in

TAKES_OVER = """\
links:
  - kind: "takes_over"
    to: "{}"
    since: "2024-03"
    reason: "Both use the kerb."
    recorded: "2024-06-01"
    sources:
      - "plan-2024"
"""


class Town:
    """The tiny city with initiatives a, b, c..., and what becomes of each."""

    def __init__(self, folder):
        """Begin with the base's content."""
        self.folder = folder
        self.content = folder / "content"
        self.model = (self.content / "initiatives" / "tree-map.yml").read_text("utf-8")

    def initiative(self, name, proposed="2024-03", takes_over=()):
        """Add an initiative."""
        text = self.model.replace("tree-map", name).replace('on: "2024-03"', f'on: "{proposed}"', 1)
        text = text.replace('title: "', f'title: "{name.title() * 3}: ', 1)
        links = "".join(TAKES_OVER.format(other).removeprefix("links:\n") for other in takes_over)
        place = text.rindex("\nsources:\n") + 1
        links = f"links:\n{links}" if links else ""
        made = f"{text[:place]}{links}{text[place:]}"
        (self.content / "initiatives" / f"{name}.yml").write_text(made, "utf-8")

    def update(self, name, day, status, more=""):
        """Add a status update of a day."""
        path = self.content / "updates" / day / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f'---\ninitiative: "{name}"\nmilestone: "{day}"\nas_of: "{day}"\nbasis: "reported"\n'
            f'author: "parks-manager"\nstatus: "{status}"\nreason: "So it was."\n{more}'
            'phase: "not_assessed"\nconfidence: "not_assessed"\nrecorded: "2025-03-30"\n---\nX.\n',
            "utf-8",
        )

    def merged(self, name, heir, day):
        """Let one go on in another from a day on."""
        self.update(name, day, "merged", f'continues_in: "{heir}"\n')

    def faults(self, *codes):
        """Return the faults of the chains, or of other rules."""
        issues = check_report(subject_in(self.folder))
        return [issue for issue in issues if issue.code in (codes or ("R413",))]


@pytest.fixture
def town(case, tmp_path):
    """Return the tiny city, to which initiatives are added."""
    case()
    return Town(tmp_path)


def test_a_chain_that_goes_on_is_right(town):
    """Three merged one after the other into one that is under way: no fault."""
    town.initiative("a")
    town.initiative("b", takes_over=["a"])
    town.initiative("c", takes_over=["b"])
    town.merged("a", "b", "2024-07-01")
    town.merged("b", "c", "2024-08-01")
    town.update("c", "2024-09-01", "under_way")
    assert town.faults("R413", "R404", "R406", "R107") == []


@pytest.mark.parametrize("status", ["completed", "ended", "cancelled"])
def test_a_chain_may_end_by_itself_later(town, status):
    """What goes on and ends afterwards, whatever the end, leaves no promise hanging."""
    town.initiative("a")
    town.initiative("b", takes_over=["a"])
    town.merged("a", "b", "2024-07-01")
    town.update("b", "2024-09-01", status, 'actual_on: "2024-09"\n')
    assert town.faults() == []


@pytest.mark.parametrize("status", ["ended", "cancelled"])
@pytest.mark.parametrize("day", ["2024-06-20", "2024-07-01"])
def test_nothing_goes_on_in_what_had_stopped(town, status, day):
    """Into something that was cancelled or ended by then nothing can be merged."""
    town.initiative("a")
    town.initiative("b", takes_over=["a"])
    town.initiative("z")
    town.merged("z", "a", "2024-06-25")
    town.merged("a", "b", "2024-07-01")
    town.update("b", day, status, f'actual_on: "{day}"\n')
    [fault] = town.faults()
    assert fault.location.path == "content/updates/2024-07-01/a.md"
    assert fault.found == (
        f'"z" continues in "a" continues in "b", which was {status} by then ({day})'
    )


def test_what_was_taken_up_again_goes_on(town):
    """One that was cancelled and later taken up again is not dead."""
    town.initiative("a")
    town.initiative("b", takes_over=["a"])
    town.merged("a", "b", "2024-07-01")
    town.update("b", "2024-06-20", "cancelled", 'actual_on: "2024-06"\n')
    town.update("b", "2024-08-20", "under_way", 'sources:\n  - "plan-2024"\n')
    assert town.faults() == []


def test_a_merger_that_was_undone_is_no_link_of_a_chain(town):
    """After a was taken up again, b may be merged into it: that is no circle."""
    town.initiative("a", takes_over=["b"])
    town.initiative("b", takes_over=["a"])
    town.merged("a", "b", "2024-07-01")
    town.update("a", "2024-08-20", "under_way", 'sources:\n  - "plan-2024"\n')
    town.merged("b", "a", "2024-09-01")
    assert town.faults() == []


@pytest.mark.parametrize("length", [2, 3, 7])
def test_a_circle_is_told_once_and_whole(town, length):
    """However long it is, and whoever else leads into it."""
    names = "abcdefg"[:length]
    for place, name in enumerate(names):
        town.initiative(name, takes_over=[names[place - 1]])
        town.merged(name, names[(place + 1) % length], "2024-07-01")
    town.initiative("y")
    town.merged("y", "b", "2024-07-02")
    [fault] = town.faults()
    circle = " continues in ".join(f'"{name}"' for name in (*names, names[0]))
    assert fault.found == f"a circle: {circle}"
    assert fault.location.line > 1


def test_one_that_was_not_yet_on_the_record_takes_over_nothing(town):
    """A successor that came onto the record only afterwards is an error of dates."""
    town.initiative("a")
    town.initiative("b", proposed="2024-09", takes_over=["a"])
    town.merged("a", "b", "2024-07-01")
    [fault] = town.faults()
    assert fault.found == (
        '"a" continues in "b", which was put on the record later (2024-09, after 2024-07-01)'
    )


def test_into_itself_and_into_nothing_is_told_once(town):
    """One step to nowhere is the fault of a reference; a chain to nowhere is told whole."""
    town.initiative("a")
    town.merged("a", "a", "2024-07-01")
    town.initiative("b")
    town.merged("b", "nowhere", "2024-07-01")
    assert [f.code for f in town.faults("R107", "R413")] == ["R107", "R107"]
    town.initiative("c")
    town.merged("c", "b", "2024-07-02")
    [fault] = town.faults()
    assert fault.found == '"c" continues in "b" continues in "nowhere", which does not exist'


def test_long_chains_are_followed_once(case):
    """Thousands in a row, many into one: each step is looked at a few times, not once for each."""
    subject = case()
    looked = []
    update = next(iter(subject.updates.values()))[-1]

    class Counting(dict):
        def get(self, key, default=None):
            looked.append(key)
            return super().get(key, default)

    number = 3000
    initiative = subject.initiatives["tree-map"]
    initiatives = {f"i-{n}": initiative for n in range(number + 1)}
    updates = {
        f"i-{n}": [update.model_copy(update={"continues_in": f"i-{n + 1}"})] for n in range(number)
    }
    subject.__dict__["initiatives"] = Counting(initiatives)
    subject.__dict__["updates"] = Counting(updates)
    assert list(chains_have_an_end.look(subject)) == []
    assert len(looked) <= 4 * number
