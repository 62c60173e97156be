"""The two forms of a status update: seven questions for an Owner, and every field for editors."""

import json

from larkhaven import SAMPLE, larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.cms.bundle import page_files
from generator.editorial.cms.update_forms import (
    ASKED,
    BETWEEN,
    owners_form,
    report_of_updates,
    rules_of_updates,
    whole_form,
)
from generator.editorial.cms.widgets import REPORT_DAY, TODAY, Widget, form
from generator.load.report import load_report
from generator.model.statuses import REPORTED, Confidence
from generator.model.updates import Update

AT_MOST = 7
ONLY_IF_NEEDED = {"author", "reason", "actual_on", "continues_in", "confidence_reason"}
WHILE_OPEN = {"ask", "confidence"}


def _shown(fields: list[Widget]) -> list[str]:
    return [widget["name"] for widget in fields if widget["widget"] != "hidden"]


def test_an_owner_is_asked_seven_things_at_most() -> None:
    """Whatever is chosen; why a forecast is given belongs to the question for it."""
    rules = rules_of_updates()
    assert set(_shown(owners_form("mid-2024"))) == set(ASKED)
    for status in rules["status"].values():
        for confidence in rules["confidence"].values():
            asked = set(ASKED) - ONLY_IF_NEEDED | set(status["needs"])
            if status["closed"]:
                asked -= WHILE_OPEN
            else:
                asked |= set(confidence["needs"]) - {"confidence_reason"}
            assert len(asked) <= AT_MOST, (status["label"], asked)


def test_a_change_between_milestones_asks_its_day_in_place_of_another() -> None:
    """It is not asked twice of which day it speaks."""
    shown = _shown(owners_form(BETWEEN))
    assert "as_of" not in shown
    assert shown[-1] == "milestone"


def test_both_forms_hold_every_field() -> None:
    """What a form does not show it keeps: saving an update loses nothing."""
    every = {widget["name"] for widget in form(Update)}
    for made in (
        owners_form("mid-2024"),
        owners_form(BETWEEN),
        whole_form(),
        whole_form(between=True),
    ):
        assert every <= {widget["name"] for widget in made}


def test_only_compiled_records_are_asked_for_what_only_they_have() -> None:
    """Basis, source word, evidence, and why this phase are in their form alone."""
    theirs = {"basis", "source_word", "evidence", "phase_reason", "recorded", "sources"}
    assert theirs <= set(_shown(whole_form()))
    assert not theirs & set(_shown(owners_form("mid-2024")))


def test_days_begin_with_that_of_the_report() -> None:
    """Of which day an update speaks is the report's; any record is entered on the day it is."""
    given = {w["name"]: w.get("default") for w in owners_form("mid-2024")}
    assert (given["as_of"], given["recorded"]) == (REPORT_DAY, TODAY)
    made = json.loads(page_files(larkhaven(), None, "main")["config.json"])
    assert REPORT_DAY not in json.dumps(made)
    [initiatives] = [row for row in made["collections"] if row["name"] == "initiatives"]
    [events] = [field for field in initiatives["fields"] if field["name"] == "events"]
    [recorded] = [field for field in events["fields"] if field["name"] == "recorded"]
    assert recorded["default"] == TODAY


def test_what_a_state_needs_is_that_of_the_table_of_statuses() -> None:
    """Every status that may be typed, and every confidence, with the fields that the check asks."""
    rules = rules_of_updates()
    assert list(rules["status"]) == [status.value for status in REPORTED]
    assert rules["status"]["off_track"]["needs"] == ["reason", "ask"]
    assert rules["status"]["merged"]["needs"] == ["continues_in"]
    assert rules["status"]["completed"] == {
        "label": "Completed",
        "needs": ["actual_on"],
        "closed": True,
    }
    assert list(rules["confidence"]) == [confidence.value for confidence in Confidence]
    assert rules["confidence"]["red"]["needs"] == ["confidence_reason", "ask"]


def test_who_reports_is_the_owner_else_the_sponsor() -> None:
    """Where neither is known nobody is named, and the form asks."""
    known = report_of_updates(snapshot(larkhaven(), larkhaven().about.as_of))["initiatives"]
    assert known["one-form"]["author"] == "desk-manager"
    assert known["one-form"]["by"] == "Front Desk Manager"
    assert known["night-ferry"]["author"] == "harbour-director"
    assert "author" not in known["open-ledger"]


def test_no_title_ends_the_script_that_holds_it() -> None:
    """What editors type is data in the page, never markup."""
    report = load_report(SAMPLE).report
    assert report is not None
    first = report.initiatives[0].model_copy(update={"title": "</script><script>alert(1)"})
    report = report.model_copy(update={"initiatives": (first, *report.initiatives[1:])})
    page = page_files(report, None, "main")["index.html"].decode()
    assert "<script>alert" not in page
