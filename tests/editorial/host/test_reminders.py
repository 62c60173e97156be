"""Reminders: one issue for each missing update, said again at most weekly, closed by itself."""

import json
import shutil
import sys
from collections import defaultdict
from datetime import date, timedelta

import pytest
from larkhaven import SAMPLE, larkhaven

from generator.commands import starting
from generator.commands.host import remind
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.host.reminders import (
    CloseIssue,
    CommentOnIssue,
    OpenIssue,
    ReminderIssue,
    plan,
    plan_text,
)
from generator.editorial.starting.scaffold import NewUpdate
from generator.editorial.updates.due import asked_updates
from generator.model.keys import RoleKind

DAY = date(2024, 2, 10)

FAKE_GH = """#!{python}
import json, pathlib, sys
store = pathlib.Path({store!r})
issues = json.loads(store.read_text()) if store.exists() else []
words = sys.argv[1:]
with pathlib.Path({log!r}).open("a") as log:
    log.write(json.dumps(words) + "\\n")
match words[:2]:
    case ["issue", "list"]:
        assert words[words.index("--label") + 1] == "update-reminder"
        print(json.dumps([i for i in issues if i["state"] == "open"]))
    case ["issue", "create"]:
        title = words[words.index("--title") + 1]
        issues.append(dict(number=len(issues) + 1, title=title, body=sys.stdin.read(),
                           comments=[], state="open"))
    case ["issue", "comment"]:
        issues[int(words[2]) - 1]["comments"].append(dict(body=sys.stdin.read()))
    case ["issue", "close"]:
        issues[int(words[2]) - 1]["state"] = "closed"
store.write_text(json.dumps(issues))
"""


def on(day):
    """Return the sample as of a day."""
    return snapshot(larkhaven(), day)


def found(steps, first=1):
    """Return the issues that opening what a plan says would make."""
    opened = [step for step in steps if isinstance(step, OpenIssue)]
    return [ReminderIssue(number, step.body) for number, step in enumerate(opened, start=first)]


def groups(day, *, overdue=True):
    """Return by milestone and holder which initiatives are asked about, as due.py has them."""
    asked = defaultdict(set)
    for update in asked_updates(on(day)):
        if update.overdue or not overdue:
            asked[update.milestone.id, update.asked.id].add(update.initiative)
    return dict(asked)


def test_one_issue_for_each_holder_and_milestone():
    """A first plan opens an issue for each who is asked, with all that is missing then."""
    day = date(2025, 7, 1)
    steps = plan(on(day), ())
    issues = found(steps)
    wanted = groups(day)
    assert {issue.about for issue in issues} == wanted.keys()
    assert len(steps) == len(wanted)
    for issue, step in zip(issues, steps, strict=True):
        for initiative in wanted[issue.about]:
            assert f"content/updates/{issue.about[0]}/{initiative}.md" in issue.body
            assert initiative in step.to[0]


def test_who_is_asked_in_both_roles_gets_one_issue():
    """An Owner who stands in for another as Sponsor is written to once for a milestone."""
    report = larkhaven()
    both = {"night-ferry": ("not_named", "desk-manager"), "one-form": ("desk-manager", "not_named")}
    changed = tuple(
        one.model_copy(
            update={
                "roles": tuple(
                    role.model_copy(update={"holder": both[one.id][role.role is RoleKind.SPONSOR]})
                    for role in one.roles
                )
            }
        )
        if one.id in both
        else one
        for one in report.initiatives
    )
    then = snapshot(report.model_copy(update={"initiatives": changed}), DAY)
    [step] = [s for s in plan(then, (), milestone="mid-2024") if "from:desk-manager" in s.body]
    assert "Front Desk Manager, Owner or Sponsor" in step.body
    assert "night-ferry and one-form" in step.to[0]


def test_one_milestone_is_asked_for_before_it_falls_due():
    """Named, it is planned alone; what else is open is left, and a later run leaves it open."""
    steps = plan(on(DAY), (), milestone="mid-2024")
    issues = found(steps)
    assert {issue.about[0] for issue in issues} == {"mid-2024"}
    assert all("which is due June 30, 2024" in step.body for step in steps)
    later = plan(on(DAY + timedelta(days=30)), issues)
    assert [type(s) for s in later if not isinstance(s, OpenIssue)] == []
    other = found([OpenIssue("t", "<!-- reminder:report-2023:from:nobody -->\n", ())])
    assert all(isinstance(s, OpenIssue) for s in plan(on(DAY), other, milestone="mid-2024"))
    with pytest.raises(GeneratorError, match="mid-2024"):
        plan(on(DAY), (), milestone="mid-2042")


def test_the_plan_says_who_is_written_to():
    """With the role, the initiatives, and whether the host can tell anybody."""
    told = plan_text(plan(on(date(2024, 8, 1)), ()))
    assert "open: Update due: Harbour Director, mid-2024\n" in told
    assert "    to Harbour Director (@larkhaven-harbour), Sponsor, because no Owner" in told
    assert "Front Desk Manager, Owner (no account is known, so nobody is notified)" in told


def test_nothing_twice_on_one_day():
    """What is open already is neither opened nor commented again."""
    assert plan(on(DAY), found(plan(on(DAY), ()))) == ()


@pytest.mark.parametrize(("days", "expected"), [(6, 0), (7, 1), (30, 1)])
def test_comments_come_at_most_weekly(days, expected):
    """An issue is commented once a week has gone by since it last said something."""
    issues = found(plan(on(DAY), ()))
    steps = plan(on(DAY + timedelta(days=days)), issues)
    assert [type(step) for step in steps] == [CommentOnIssue] * len(issues) * expected
    if steps:
        said = [
            ReminderIssue(i.number, i.body, (s.body,)) for i, s in zip(issues, steps, strict=True)
        ]
        assert plan(on(DAY + timedelta(days=days + 6)), said) == ()


def test_the_sponsor_is_asked_after_the_second_miss_or_some_weeks():
    """A first miss asks the Owner; weeks later, or after a second miss, the Sponsor too."""
    (first,) = [d for d in asked_updates(on(DAY)) if d.overdue and d.initiative == "one-form"]
    soon = first.last_day + timedelta(days=7)

    def opening(day, weeks=4):
        return next(s.body for s in plan(on(day), (), weeks) if "/one-form.md" in s.body)

    assert "Front Desk Manager, Owner" in opening(soon)
    assert "Sponsor: please follow up" not in opening(soon)
    assert "Sponsor: please follow up" in opening(soon, weeks=1)
    assert "Sponsor: please follow up" in opening(first.last_day + timedelta(weeks=4))
    missed_twice = opening(date(2024, 7, 1), weeks=1000)
    assert "2 milestones have passed without an update" in missed_twice


def test_an_update_that_came_closes_its_issue():
    """Once nothing is missing for the pair, the issue is closed and says why."""
    body = "<!-- reminder:report-2023:from:desk-manager -->\n"
    (issue,) = found([OpenIssue("t", f"{body}`content/updates/report-2023/night-ferry.md`", ())], 7)
    report = larkhaven()
    kept = tuple(one for one in report.initiatives if one.id != "one-form")
    rest = tuple(one for one in report.updates if one.initiative != "one-form")
    without = report.model_copy(update={"initiatives": kept, "updates": rest})
    (close,) = [s for s in plan(snapshot(without, DAY), [issue]) if isinstance(s, CloseIssue)]
    assert (close.number, "was posted" in close.body) == (7, True)


def test_an_issue_about_what_is_gone_is_closed_and_a_double_too():
    """An initiative that left the record, and a second issue for one pair, do not stay open."""
    issues = found(plan(on(DAY), ()))
    twin = ReminderIssue(99, issues[0].body)
    gone = ReminderIssue(98, "<!-- reminder:mid-2022:from:no-such-post -->\n")
    steps = plan(on(DAY), [*issues, gone, twin])
    assert [(type(s), s.number) for s in steps] == [(CloseIssue, 98), (CloseIssue, 99)]


def test_an_issue_without_a_marker_is_left_alone():
    """What somebody labeled by hand is never touched."""
    mine = ReminderIssue(5, "Please <!-- reminder:../x --> help <!-- reminded:2024-99-99 -->")
    assert [s for s in plan(on(DAY), [mine]) if not isinstance(s, OpenIssue)] == []
    assert mine.last_said == date.min


@pytest.fixture
def host(tmp_path, monkeypatch):
    """Return a project and the state of a git host that only pretends."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    tools = tmp_path / "tools"
    tools.mkdir()
    store, log = tmp_path / "issues.json", tmp_path / "log.jsonl"
    script = FAKE_GH.format(python=sys.executable, store=str(store), log=str(log))
    (tools / "gh").write_text(script)
    (tools / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools), prepend=":")

    def issues(state="open"):
        return [i for i in json.loads(store.read_text()) if i["state"] == state]

    return Settings(tmp_path), issues, log


@pytest.mark.posix
def test_with_a_git_host_first_n_then_none_then_one_closed(host):
    """The first run opens what is missing, the second nothing, and an update closes its issue."""
    project, issues, _ = host
    told = remind(project, None, 4, apply=True)
    wanted = len(groups(DAY))
    assert f"{wanted} to open, 0 to remind again, 0 to close." in told
    assert len(issues()) == wanted
    assert "0 to open, 0 to remind again, 0 to close." in remind(project, None, 4, apply=True)
    made = starting.start_update(
        project,
        NewUpdate("one-form", "report-2023", "on_track", "reported", as_of="2024-02-09"),
        None,
    )
    assert made.made, made.errors
    assert "0 to open, 0 to remind again, 1 to close." in remind(project, None, 4, apply=True)
    (closed,) = issues("closed")
    assert closed["title"] == "Update due: Front Desk Manager, report-2023"
    assert closed["comments"][-1]["body"] == "Every update was posted. Thank you."


@pytest.mark.posix
def test_a_dry_run_only_reads(host):
    """Without being asked to act, nothing but the list of issues is asked for."""
    project, _, log = host
    assert "to open" in remind(project, None, 4, apply=False)
    assert [json.loads(line)[:2] for line in log.read_text().splitlines()] == [["issue", "list"]]


def test_without_the_program_it_is_said(tmp_path, monkeypatch):
    """A plan can be shown without gh; acting without it is refused in words."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    monkeypatch.setenv("PATH", str(tmp_path))
    project = Settings(tmp_path)
    assert "no way to know which issues are already open" in remind(project, None, 4, apply=False)
    with pytest.raises(GeneratorError, match="gh, which opens and closes"):
        remind(project, None, 4, apply=True)
