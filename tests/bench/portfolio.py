"""What capital programs hold beside what the city's report does: money by year, delays, quarters.

Each of these gives an initiative like another more of one kind; `with_all` gives it everything.
"""

import random
from decimal import Decimal

from generator.model.initiative import Initiative
from generator.model.keys import FundingState
from generator.model.measures import Measure
from generator.model.money import Fund, Funding
from generator.model.report import About
from generator.model.schedule import Schedule

FUNDS = ("general-fund", "transit-tax", "state-grants")
FIRST, YEARS = 2015, 10
SPENT_UNTIL = 2017
"""The last fiscal year, by the year in which it begins, of which the spending is known."""
STATED = {FundingState.SPENT: "2018-06-30"}
"""When money of a stage was stated; all else before the first year."""
PARTS = {FundingState.PLANNED: 1.0, FundingState.ADOPTED: 0.95, FundingState.SPENT: 0.9}


def with_funds(about: About) -> About:
    """Return what report.yml says, with a currency and funds."""
    funds = tuple(Fund(id=one, title=one.replace("-", " ").title()) for one in FUNDS)
    return about.model_copy(update={"currency": "USD", "funds": funds})


def with_all(one: Initiative, draw: random.Random) -> Initiative:
    """Return an initiative with everything that is here."""
    return with_quarters(with_schedule(with_money(one, draw), draw), draw)


def with_schedule(one: Initiative, draw: random.Random) -> Initiative:
    """Return an initiative with a start that came late and an end that was moved."""
    stated = {"recorded": "2018-07-02", "sources": one.sources}
    plan = {"set_on": "2015-06-20", **stated}
    moved = {"on": "2017-03", "to": f"{draw.randint(2018, 2022)}-06", "reason": "Permits."}
    schedule = {
        "start": {
            "planned": {**plan, "original": "2016-01"},
            "actual": {"on": f"2016-0{draw.randint(1, 9)}", **stated},
        },
        "end": {"planned": {**plan, "original": "2017-12", "revised": [{**moved, **stated}]}},
    }
    return one.model_copy(update={"schedule": Schedule.model_validate(schedule)})


def with_quarters(one: Initiative, draw: random.Random) -> Initiative:
    """Return an initiative with a measure of eight quarters more."""
    stated = {"recorded": "2018-07-02", "sources": one.sources}
    missing = {"missing": "not_stated", "why": "The program gives none."}
    points = [
        {
            "period": f"{year}-{quarter}",
            "reported": f"{year}-12",
            "value": str(draw.randint(0, 99)),
            **stated,
        }
        for year in (2016, 2017)
        for quarter in (33, 34, 35, 36)
    ]
    measure = {
        "id": "parts-done-by-quarter",
        "title": "Parts done by quarter",
        "unit": "parts",
        "kind": "output",
        "direction": "increase",
        "accumulation": "flow",
        "classified": {"basis": "compiled", "reason": "Parts that are done are an output."},
        "baseline": missing,
        "targets": missing,
        "actuals": points,
    }
    added = (*one.measures, Measure.model_validate(measure))
    return one.model_copy(update={"measures": added})


def with_money(one: Initiative, draw: random.Random) -> Initiative:
    """Return an initiative with money planned, adopted, and spent, by ten years and three funds."""
    funding = tuple(
        Funding.model_validate(
            {
                "id": f"{fund}-{state.value}",
                "state": state,
                "fund": fund,
                "years": _years(state, draw),
                "on": STATED.get(state, "2015-06-20"),
                "recorded": "2018-07-02",
                "sources": one.sources,
            }
        )
        for fund in FUNDS
        for state in PARTS
    )
    return one.model_copy(update={"funding": funding})


def _years(state: FundingState, draw: random.Random) -> dict[str, Decimal]:
    last = SPENT_UNTIL if state is FundingState.SPENT else FIRST + YEARS - 1
    return {
        f"fy{year}-{(year + 1) % 100}": Decimal(round(draw.randint(5, 900) * 1000 * PARTS[state]))
        for year in range(FIRST, last + 1)
    }
