"""Every rule: content that breaks it is named with place and remedy, the nearest right is not."""

import importlib
from pathlib import Path

import pytest

import generator.check as room
from generator.check.rule import Rule
from generator.check.rules import ALL, check_report
from generator.cli.reporting import as_text

FOLDER = Path(__file__).resolve().parents[1] / "rules"
CODES = [rule.code for rule in ALL]


def test_the_base_of_all_cases_breaks_no_rule(case):
    """The tiny city's content has neither errors nor warnings, so a case shows its own faults."""
    assert check_report(case()) == []


@pytest.mark.parametrize("code", CODES)
def test_the_nearest_right_content_breaks_no_rule(code, case):
    """What the good folder of a rule holds passes every rule."""
    assert as_text(check_report(case(f"{code}/good"))) == "0 errors, 0 warnings.\n"


@pytest.mark.parametrize("code", CODES)
def test_wrong_content_is_named_with_its_place_and_remedy(code, case, golden):
    """What the bad folder of a rule holds gives exactly the messages of expected.txt."""
    issues = check_report(case(f"{code}/bad"))
    golden(FOLDER / code / "expected.txt", as_text(issues))
    assert code in {issue.code for issue in issues}
    assert all(issue.location.path != "content" for issue in issues)


def test_every_rule_has_a_good_and_a_bad_folder_and_every_folder_a_rule():
    """No rule goes unproved, and no case is left behind when a rule goes."""
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("R*/*")}
    each = ("good", "bad", "expected.txt")
    assert found == {f"{code}/{name}" for code in CODES for name in each}


def test_rules_are_listed_once_each_in_the_order_of_their_codes():
    """A code means one rule for ever, and readers find it in its place."""
    assert sorted(set(CODES)) == CODES


def test_every_rule_that_is_written_is_applied():
    """A rule in any module of the room is in ALL; none is forgotten."""
    names = [path.stem for path in Path(room.__path__[0]).glob("*.py")]
    modules = [importlib.import_module(f"generator.check.{name}") for name in names]
    values = [value for module in modules for value in vars(module).values()]
    written = {value.code for value in values if isinstance(value, Rule)}
    assert written == set(CODES)


def test_rules_explain_themselves_in_sentences():
    """Promise and harm are sentences that the rules page can print."""
    told = [sentence for rule in ALL for sentence in (rule.title, rule.why)]
    assert [text for text in told if not text[0].isupper() or not text.endswith(".")] == []


def test_issues_come_in_reading_order(case):
    """Messages follow the files from top to bottom, whichever rule found them."""
    issues = check_report(case("R108/bad"))
    assert [issue.location for issue in issues] == sorted(issue.location for issue in issues)
