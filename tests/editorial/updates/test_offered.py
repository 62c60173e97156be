"""What lists offer to whoever posts an update: what is due now, by names that can be told apart."""

from larkhaven import larkhaven

from generator.editorial.updates.offered import CUT_AFTER, offered_milestones, without_mark


def test_what_is_due_now_comes_first_and_says_so():
    """Whoever posts finds the right milestone without reading on."""
    offered = offered_milestones(larkhaven())
    assert next(iter(offered.items())) == ("mid-2024", "Due now: Middle of the 2023 to 2025 cycle")
    assert [name for name in offered.values() if "now" in name] == [offered["mid-2024"]]


def test_names_that_begin_alike_begin_with_the_day_they_are_due():
    """A narrow list that cuts names off still shows different ones."""
    offered = offered_milestones(larkhaven())
    assert offered["mid-2022"] == "2022-06-30: Middle of the 2021 to 2023 cycle"
    assert offered["report-2023"] == "Promises Report 2023"
    assert len({name[:CUT_AFTER] for name in offered.values()}) == len(offered)


def test_a_name_without_its_mark_is_the_title():
    """An answer that was chosen while a milestone was due now means the same milestone later."""
    report = larkhaven()
    titles = {milestone.id: milestone.title for milestone in report.calendar.milestones}
    offered = offered_milestones(report)
    assert {some_id: without_mark(name) for some_id, name in offered.items()} == titles
    assert without_mark("Budget: the second year") == "Budget: the second year"
