"""Faults for the git host: SARIF, a summary in Markdown, and the changed files first."""

import json
import shutil
import subprocess

from click.testing import CliRunner
from larkhaven import SAMPLE

from generator.check.rules import ALL
from generator.cli.main import main
from generator.cli.reporting import (
    as_github,
    as_gitlab,
    as_markdown,
    as_sarif,
    as_short_text,
    as_text,
    changed_first,
)
from generator.commands import host
from generator.core.issues import Issue, Location, Severity, faults_in

FAULTS = [
    Issue("R101", Location("content/a b.yml", 3, 5), "an id\x1b", "another", "Change it."),
    Issue(
        "R901",
        Location("content/c.yml"),
        "::error::x `y` @everyone <b>",
        "[a](b)",
        "Wait.",
        Severity.WARNING,
    ),
]


def test_sarif_names_every_place_and_every_rule():
    """Each fault is a result that points at its rule; rules say what they promise and why."""
    log = json.loads(as_sarif(FAULTS, host.rule_words()))
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert {rule.code for rule in ALL} <= {rule["id"] for rule in rules}
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result, fault in zip(run["results"], FAULTS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == fault.code
        assert result["level"] == fault.severity.value
        assert result["message"]["text"].startswith("Found ")
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/a%20b.yml"
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    described = rules[run["results"][0]["ruleIndex"]]
    assert described["fullDescription"]["text"].startswith(ALL[0].title)


def test_every_code_that_is_documented_is_described(root):
    """What docs/rules.md lists by its own code is in SARIF with its meaning."""
    page = (root / "docs" / "rules.md").read_text("utf-8")
    listed = {line.split(" ")[1] for line in page.splitlines() if line[:3] in ("| F", "| S", "| V")}
    assert listed <= host.rule_words().keys()


def test_a_code_without_words_is_still_a_rule():
    """A fault of a kind that nothing describes keeps its code."""
    [run] = json.loads(as_sarif(FAULTS, {}))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["R101", "R901"]


def test_the_summary_shows_everything_as_words():
    """Errors come first, and nothing that content says is markup, a mention or a command."""
    said = as_markdown(list(reversed(FAULTS)))
    assert said.index("R101") < said.index("R901")
    assert "1 error, 1 warning." in said
    for sign in ("@everyone", "<b>", "[a](b)", "`y`", "\x1b"):
        assert sign not in said
    assert not any(line.startswith("::") for line in said.splitlines())


def test_gitlab_gets_each_fault_once_with_its_place():
    """A code quality report: errors weigh more, and each fault is known by a print of its own."""
    report = json.loads(as_gitlab(FAULTS))
    assert [one["severity"] for one in report] == ["major", "minor"]
    assert report[0]["location"] == {"path": "content/a b.yml", "lines": {"begin": 3}}
    assert report[0]["description"].endswith("Expected: another. Change it.")
    assert len({one["fingerprint"] for one in report}) == 2


def test_errors_and_changed_files_come_first():
    """The host shows ten faults of a step: those that the change is about."""
    late = Issue("R902", Location("content/z.yml"), "x", "y", "z", Severity.WARNING)
    ordered = changed_first([*reversed(FAULTS), late], {"content/z.yml"})
    assert [issue.code for issue in ordered] == ["R101", "R902", "R901"]


def test_a_note_stands_in_every_summary_and_is_no_fault():
    """It is counted neither as error nor as warning, and every format shows it."""
    note = Issue("R905", Location("content/r.yml"), "2\nupdates wait", "y", "z", Severity.NOTE)
    every = [*FAULTS, note]
    assert as_text(every).splitlines()[-1] == "1 error, 1 warning. 2 updates wait."
    assert as_short_text(every).splitlines()[-1] == "1 error, 1 warning. 2 updates wait."
    assert "R905" not in as_short_text(every)
    assert "1 error, 1 warning. 2 updates wait." in as_markdown(every)
    assert "::notice file=content/r.yml" in as_github(every)
    assert json.loads(as_sarif(every, {}))["runs"][0]["results"][-1]["level"] == "note"
    assert faults_in(every) == FAULTS
    assert [i.code for i in changed_first([note, *FAULTS], ())] == ["R101", "R901", "R905"]


def test_a_line_end_in_a_value_is_a_blank():
    """What content holds on several lines is told on one."""
    said = as_text([Issue("R1", Location("a.yml"), "one\n\ttwo", "x\r\ny", "z")])
    assert "found one two\n" in said
    assert "expected: x y\n" in said


def test_check_writes_sarif_and_knows_what_changed(tmp_path):
    """`check --format sarif` is JSON; `--since` reads git, and says so where it cannot."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    where = ["--project", str(tmp_path), "check"]
    ran = CliRunner().invoke(main, [*where, "--format", "sarif"])
    assert (ran.exit_code, json.loads(ran.stdout)["version"]) == (0, "2.1.0")
    assert CliRunner().invoke(main, [*where, "--since", "HEAD"]).exit_code == 2
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        subprocess.run([*git, *words], check=True)
    path = tmp_path / "content" / "initiatives" / "tide-gauge.yml"
    path.write_text(path.read_text("utf-8").replace('area: "harbour"', 'area: "harbor"'), "utf-8")
    ran = CliRunner().invoke(main, [*where, "--since", "HEAD", "--format", "github"])
    assert ran.exit_code == 1
    assert ran.output.startswith("::error file=content/initiatives/tide-gauge.yml,")
    for odd in ("--output=x", "no-such-revision"):
        assert CliRunner().invoke(main, [*where, f"--since={odd}"]).exit_code == 2
