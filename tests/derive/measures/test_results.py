"""Measures against their targets: like with like, and a reason wherever nothing can be told."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.derive.measures.comparable import comparable_series, replaces
from generator.derive.measures.results import (
    Reason,
    TargetResult,
    Verdict,
    target_in_force,
    target_results,
)
from generator.model.dates import PartialDate
from generator.model.measures import Measure, Target

DAY = date(2024, 2, 10)
MISSING = {"missing": "not_found", "why": "No source gives it."}


def point(value: Any, period: str = "2023-06", **more: Any) -> dict[str, Any]:
    """Return a measured point; a value that is a pair is a range."""
    given_as = {"low": value[0], "high": value[1]} if isinstance(value, tuple) else {"value": value}
    return {"period": period, "reported": "2024", "recorded": "2024-02-01"} | given_as | more


def target(value: Any, **more: Any) -> dict[str, Any]:
    """Return a target, set in 2022 and due in June 2023 unless said otherwise."""
    given_as = {"low": value[0], "high": value[1]} if isinstance(value, tuple) else {"value": value}
    return {"set_on": "2022", "due": "2023-06", "recorded": "2022-12-31"} | given_as | more


def measure(**parts: Any) -> Measure:
    """Return a level that should rise, with what the case is about."""
    whole: dict[str, Any] = {
        "id": "benches",
        "title": "Benches",
        "unit": "benches",
        "kind": "output",
        "direction": "increase",
        "accumulation": "level",
        "classified": {"basis": "compiled", "reason": "It says so."},
        "baseline": MISSING,
        "targets": (target("10"),),
        "actuals": (point("12"),),
    }
    return Measure.model_validate(whole | parts)


def result(**parts: Any) -> tuple[Verdict, Reason]:
    """Return the verdict on a measure of one line, and why."""
    (reading,) = target_results(measure(**parts), DAY)
    return reading.verdict, reading.why


DIRECTIONS = [
    ("increase", "10", "10", True),
    ("increase", "10", "9.99", False),
    ("complete", "10", "11", True),
    ("complete", "10", "9", False),
    ("maintain_at_or_above", "10", "10", True),
    ("maintain_at_or_above", "10", "9", False),
    ("decrease", "10", "10", True),
    ("decrease", "10", "10.01", False),
    ("maintain_at_or_below", "10", "9", True),
    ("maintain_at_or_below", "10", "11", False),
    ("range", ("5", "10"), "5", True),
    ("range", ("5", "10"), "10", True),
    ("range", ("5", "10"), "11", False),
    ("increase", ("5", "10"), "5", True),
    ("increase", ("5", "10"), "4", False),
    ("decrease", ("5", "10"), "10", True),
    ("decrease", ("5", "10"), "11", False),
]


@pytest.mark.parametrize(("direction", "wanted", "found", "met"), DIRECTIONS)
def test_the_direction_decides(direction: str, wanted: Any, found: str, *, met: bool) -> None:
    """A target that is a range is met from its nearer end on."""
    verdict, why = result(direction=direction, targets=(target(wanted),), actuals=(point(found),))

    assert verdict is (Verdict.MET if met else Verdict.NOT_MET)
    assert why is Reason.COMPARED


UNTOLD: list[tuple[Reason, dict[str, Any]]] = [
    (Reason.NO_TARGET, {"targets": MISSING}),
    (Reason.NO_TARGET, {"targets": ()}),
    (Reason.NO_DIRECTION, {"direction": "not_stated"}),
    (Reason.NO_NUMBER, {"targets": ({**target("1"), "value": None, "stated": "many"},)}),
    (Reason.CONTRARY_TARGET, {"targets": (target("10", qualifier="at_most"),)}),
    (
        Reason.CONTRARY_TARGET,
        {"direction": "decrease", "targets": (target("10", qualifier="at_least"),)},
    ),
    (Reason.NO_RANGE, {"direction": "range"}),
    (Reason.NO_FIGURE, {"actuals": MISSING}),
    (Reason.NO_FIGURE, {"actuals": ()}),
    (Reason.NO_FIGURE_BY_DUE, {"actuals": (point("12", "2023-07"),)}),
    (
        Reason.ONLY_PARTIAL,
        {"accumulation": "flow", "actuals": (point("12", "2023-05", partial=True),)},
    ),
    (
        Reason.UNLIKE_PERIODS,
        {"accumulation": "flow", "actuals": (point("12", "2022"), point("1", "2023-05"))},
    ),
    (
        Reason.UNLIKE_PERIODS,
        {
            "accumulation": "cumulative",
            "actuals": (point("12", "2022-01/2023-01"), point("13", "2022-03/2023-05")),
        },
    ),
    (Reason.OLDER_THAN_TARGET, {"actuals": (point("12", "2021-12-31"),)}),
    (
        Reason.OLDER_THAN_TARGET,
        {
            "accumulation": "flow",
            "targets": (target("10", set_on="2023-02", due="2023"),),
            "actuals": (point("12", "2023"),),
        },
    ),
    (
        Reason.OLDER_THAN_TARGET,
        {
            "accumulation": "rate",
            "targets": (target("10", set_on="2023-02"),),
            "actuals": (point("12", "2023-01/2023-06"),),
        },
    ),
    (Reason.NO_START, {"targets": (target("10", more=True),)}),
    (
        Reason.NO_START,
        {
            "targets": (target("10", more=True),),
            "actuals": (point("12", "2022-06", qualifier="about"), point("30")),
        },
    ),
    (
        Reason.NO_DUE_DATE,
        {"targets": (target("20", due=None, why_no_due="No source names a date."),)},
    ),
    (Reason.NOT_EXACT, {"actuals": (point(("9", "11")),)}),
    (Reason.NOT_EXACT, {"actuals": (point("10", qualifier="about"),)}),
    (Reason.NOT_EXACT, {"actuals": (point("9", qualifier="at_least"),)}),
    (Reason.NOT_EXACT, {"actuals": (point("11", qualifier="at_most"),)}),
    (
        Reason.NOT_EXACT,
        {"targets": (target("10", qualifier="about"),), "actuals": (point("9"),)},
    ),
    (
        Reason.RIVAL_VALUES,
        {"actuals": (point("12", also_stated=({"value": "9", "sources": ("x",)},)),)},
    ),
    (Reason.NOT_YET_DUE, {"targets": (target("20", due="2024"),)}),
    (Reason.BEFORE_DUE, {"targets": (target("20", due="2024-01"),)}),
    (
        Reason.BEFORE_DUE,
        {
            "targets": (target("20", due="2023-12"),),
            "actuals": (point("12"), point("25", "2024-01")),
        },
    ),
]


@pytest.mark.parametrize(
    ("why", "parts"), UNTOLD, ids=[f"{why}-{place}" for place, (why, _) in enumerate(UNTOLD)]
)
def test_a_reason_stands_where_nothing_can_be_told(why: Reason, parts: dict[str, Any]) -> None:
    """No verdict is guessed; the first thing in the way is named."""
    assert result(**parts) == (Verdict.CANNOT_BE_TOLD, why)


def test_every_reason_has_an_example() -> None:
    """The table above leaves no reason untried, but those that are tried by themselves."""
    elsewhere = {Reason.COMPARED, Reason.STATED, Reason.JOINT_TARGET, Reason.NOT_ADOPTED}
    assert {why for why, _ in UNTOLD} == set(Reason) - elsewhere


ENOUGH = [
    ("12", "about", Verdict.MET),
    ("8", "about", Verdict.NOT_MET),
    ("10", "almost", Verdict.NOT_MET),
    ("10", "at_least", Verdict.MET),
    ("10", "more_than", Verdict.MET),
    ("9", "at_most", Verdict.NOT_MET),
]


@pytest.mark.parametrize(("value", "qualifier", "verdict"), ENOUGH)
def test_a_vague_figure_may_still_tell(value: str, qualifier: str, verdict: Verdict) -> None:
    """Where all that a figure may mean lies on one side of the target, the result is certain."""
    assert result(actuals=(point(value, qualifier=qualifier),)) == (verdict, Reason.COMPARED)


def test_a_target_that_must_be_passed_is_not_met_at_its_number() -> None:
    """More than ten is not ten."""
    more = {"targets": (target("10", qualifier="more_than"),)}

    assert result(**more, actuals=(point("10"),))[0] is Verdict.NOT_MET
    assert result(**more, actuals=(point("10.1"),))[0] is Verdict.MET


def test_the_newest_figure_counts_and_an_earlier_success_is_kept() -> None:
    """A target that was lost again by its due date is not met; that it was reached is told."""
    (reading,) = target_results(
        measure(actuals=(point("12", "2022-06"), point("0", "2023-06"))), DAY
    )

    assert reading.verdict is Verdict.NOT_MET
    assert reading.reached_before is not None
    assert str(reading.reached_before.period) == "2022-06"


def test_a_rival_value_that_reached_the_target_is_kept() -> None:
    """What one source claims of an earlier time does not decide, and is not hidden either."""
    claimed = point("8", "2022-06", also_stated=({"value": "10", "sources": ("x",)},))
    (reading,) = target_results(measure(actuals=(claimed, point("8", "2023-06"))), DAY)

    assert reading.verdict is Verdict.NOT_MET
    assert reading.reached_before is None
    assert reading.rival is not None
    assert str(reading.rival[1].value) == "10"


def test_a_changed_target_replaces_the_one_before() -> None:
    """The figure is compared with what is asked today."""
    targets = (target("20"), target("10", set_on="2022-12", reason="Too high."))

    assert result(targets=targets)[0] is Verdict.MET


def test_of_targets_for_several_dates_the_one_due_last_counts() -> None:
    """A target for a later year does not hide that this year's was missed."""
    targets = (target("15", due="2023-06"), target("30", due="2030"))
    whole = measure(targets=targets)
    early = target_in_force(whole, None, date(2022, 12, 1))
    late = target_in_force(whole, None, date(2031, 1, 1))

    assert result(targets=targets) == (Verdict.NOT_MET, Reason.COMPARED)
    assert early is not None
    assert late is not None
    assert (str(early.due), str(late.due)) == ("2023-06", "2030")


def test_a_target_for_several_series_together_tells_of_none() -> None:
    """Nothing says whether each is meant or their sum; a target of one series is compared."""
    series = ({"id": "east", "label": "East"}, {"id": "west", "label": "West"})
    targets = (
        target("9", series=("east", "west")),
        target("3", series=("west",), set_on="2022-12", reason="Fewer."),
    )
    actuals = (point("3", series="east"), point("4", series="west"))

    east, west = target_results(measure(series=series, targets=targets, actuals=actuals), DAY)

    assert (east.verdict, east.why) == (Verdict.CANNOT_BE_TOLD, Reason.JOINT_TARGET)
    assert west.verdict is Verdict.MET


numbers = st.integers(-50, 50)


@given(numbers, numbers, st.sampled_from(["increase", "decrease", "complete"]))
def test_of_two_exact_numbers_the_result_is_always_told(
    wanted: int, found: int, direction: str
) -> None:
    """Numbers without qualifiers leave no doubt, and the formula is the plain comparison."""
    verdict, why = result(
        direction=direction, targets=(target(str(wanted)),), actuals=(point(str(found)),)
    )
    reached = found <= wanted if direction == "decrease" else found >= wanted

    assert (verdict is Verdict.MET, why) == (reached, Reason.COMPARED)


def one(**parts: Any) -> TargetResult:
    """Return the result of a measure of one line."""
    (reading,) = target_results(measure(**parts), DAY)
    return reading


def test_what_came_after_the_due_date_is_told_and_does_not_decide() -> None:
    """150 bicycles in 2016 met the target of 2016, though none were left in 2019."""
    reading = one(
        targets=(target("150", set_on="2015-08-17", due="2016"),),
        actuals=(point("150", "2016-06"), point("150", "2017-03"), point("0", "2019-08-30")),
    )

    assert (reading.verdict, reading.surely_by_due) == (Verdict.MET, True)
    assert reading.judged is not None
    assert reading.later is not None
    assert (str(reading.judged.period), str(reading.later.period)) == ("2016-06", "2019-08-30")


def test_a_level_whose_date_may_be_the_due_date_meets_and_says_so() -> None:
    """About 2016 may be spring 2016; that it may also be later is told."""
    spring = (target("150", set_on="2015-08-17", due="2016-21"),)
    reading = one(targets=spring, actuals=(point("150", "2016~"), point("0", "2019-08-30")))

    assert (reading.verdict, reading.surely_by_due) == (Verdict.MET, False)
    assert result(targets=spring, actuals=(point("149", "2016~"),)) == (
        Verdict.CANNOT_BE_TOLD,
        Reason.NO_FIGURE_BY_DUE,
    )


def test_a_target_reached_too_late_is_not_met_and_when_it_was_is_told() -> None:
    """What came late came."""
    actuals = (point("8"), point("11", "2023-09"), point("12", "2023-12"))
    reading = one(actuals=actuals)

    assert (reading.verdict, reading.why) == (Verdict.NOT_MET, Reason.COMPARED)
    assert reading.reached_later is not None
    assert str(reading.reached_later.period) == "2023-09"


def test_what_is_asked_on_top_counts_from_what_there_was() -> None:
    """Fifty more than two are fifty-two."""
    asked = {"targets": (target("50", more=True, set_on="2022-05"),)}
    start = point("2", "2022-05")

    assert result(**asked, actuals=(start, point("51"))) == (Verdict.NOT_MET, Reason.COMPARED)
    assert result(**asked, actuals=(start, point("52"))) == (Verdict.MET, Reason.COMPARED)


def test_a_rate_of_part_of_a_period_is_compared() -> None:
    """Collisions per month in five months are collisions per month."""
    actuals = (point("4.4", "2021"), point("2.2", "2022"), point("2.7", "2023-01/2023-06"))
    reading = one(
        accumulation="rate",
        direction="decrease",
        targets=(target("3", set_on="2022-12"),),
        actuals=actuals,
    )

    assert reading.verdict is Verdict.MET
    assert reading.judged is not None
    assert str(reading.judged.value) == "2.7"


def test_a_target_to_be_kept_without_an_end_can_be_missed() -> None:
    """What should stay at or above a number is missed on any day on which it is not."""
    undated = target("20", due=None, why_no_due="It is for all time.")
    kept = {"direction": "maintain_at_or_above", "targets": (undated,)}

    assert result(**kept) == (Verdict.NOT_MET, Reason.COMPARED)


STANDINGS = ("proposed", "other_body", "earlier")
days_known = st.dates(date(2021, 1, 1), date(2024, 1, 31))
points_known = st.lists(
    st.builds(
        lambda day, value, exact: point(
            str(value), day.isoformat() if exact else f"{day:%Y-%m}", also_stated=()
        ),
        days_known,
        numbers,
        st.booleans(),
    ),
    max_size=5,
)


@given(numbers, points_known, st.sampled_from(STANDINGS), st.booleans())
def test_a_target_that_was_not_adopted_is_never_judged(
    value: int,
    actuals: list[dict[str, Any]],
    standing: str,
    due: bool,  # noqa: FBT001 - drawn
) -> None:
    """Whatever was measured; and beside an adopted target it changes nothing."""
    other = target(str(value), standing=standing, due="2023-06" if due else None)
    alone = one(targets=(other,), actuals=actuals)
    own = target("10")
    later = {**other, "set_on": "2023-01", "reason": "It asks for more."}

    assert (alone.verdict, alone.why) == (Verdict.NOT_JUDGED, Reason.NOT_ADOPTED)
    assert alone.target is None
    assert alone.not_adopted is not None
    assert result(targets=(own, later), actuals=actuals) == result(targets=(own,), actuals=actuals)
    assert not replaces(Target.model_validate(later), Target.model_validate(own))


@given(numbers, points_known, st.lists(numbers, min_size=1, max_size=4), st.data())
def test_the_result_at_the_due_date_never_depends_on_later_figures(
    wanted: int, actuals: list[dict[str, Any]], values: list[int], data: st.DataObject
) -> None:
    """A report of the same day judges alike with all that came later and without it."""
    accumulation = data.draw(st.sampled_from(["level", "flow", "rate"]))
    parts = {"targets": (target(str(wanted)),), "accumulation": accumulation}
    until = [a for a in actuals if PartialDate(a["period"]).last(DAY) <= date(2023, 6, 30)]
    after = st.dates(date(2023, 7, 1), date(2024, 1, 31))
    later = [point(str(v), data.draw(after).isoformat()) for v in values]
    known, grown = one(**parts, actuals=until), one(**parts, actuals=[*until, *later])

    assert (known.verdict, known.judged) == (grown.verdict, grown.judged)


@given(numbers, numbers, st.sampled_from(["flow", "cumulative"]))
def test_a_figure_that_is_not_like_the_others_never_decides(
    wanted: int, found: int, accumulation: str
) -> None:
    """Neither a partial one nor one of another length or start."""
    assume(wanted != found)
    years = [point("5", "2021-01/2021-12"), point("6", "2022-01/2022-12")]
    if accumulation == "cumulative":
        years = [point("5", "2021-01/2021-12"), point("6", "2021-01/2022-12")]
    odd = point(str(found), "2023-02/2023-06")
    parts = {"accumulation": accumulation, "targets": (target(str(wanted)),)}

    unlike = one(**parts, actuals=[*years, odd])
    assert not unlike.is_told
    assert unlike.judged is None or unlike.judged.period.text != odd["period"]
    partial = one(**parts, actuals=[*years, {**odd, "partial": True}])
    assert (partial.verdict, partial.why) == result(**parts, actuals=years)


def stated(how: str, period: str = "2023-06") -> dict[str, Any]:
    """Return how a measure came out, as a source says without a number."""
    return {"period": period, "reported": "2024", "recorded": "2024-02-01", "result": how}


@pytest.mark.parametrize("how", ["met", "partially_met", "not_met"])
def test_a_result_without_a_number_is_taken_as_the_source_says_it(how: str) -> None:
    """With a target, and where the promise has none."""
    for targets in ((target("10"),), MISSING):
        found = result(targets=targets, actuals=(stated(how),))
        assert found == (Verdict(how), Reason.STATED)


def test_a_newer_figure_decides_before_a_result_without_a_number() -> None:
    """And what is stated of a time after the due date does not decide."""
    older = (stated("not_met", "2023-03"), point("12"))
    assert result(actuals=older) == (Verdict.MET, Reason.COMPARED)
    later = (point("9"), stated("met", "2023-09"))
    assert result(actuals=later) == (Verdict.NOT_MET, Reason.COMPARED)


def test_a_result_without_a_number_is_no_point() -> None:
    """It is compared with nothing, and no chart draws it."""
    found = comparable_series(measure(actuals=(point("12"), stated("met"))), DAY)
    assert [p.record.value for run in found for p in run.points] == [12]
