"""The page of money says what an independent reading of the files adds up to."""

from decimal import Decimal

from press import living

from generator.views.money.page import money_view
from generator.words.message import Money
from tests.content.independent_counts import Content
from tests.statements.said import messages


def test_the_real_page_adds_up_what_has_a_stage_and_counts_the_rest():
    """Sums by stage, initiatives with such, those with others only, those with none."""
    rows = {one["id"]: one.get("funding", []) for one in Content().initiatives}
    stated = {k: [f for f in v if f["state"] != "not_stated"] for k, v in rows.items()}
    known = sum(map(bool, stated.values()))
    some = sum(map(bool, rows.values()))

    view = money_view(living("west-hollywood").snapshot)
    said = {one.id: dict(one.values) for one in messages(view.lede)}
    headline, unstated = said["money-headline"], said["money-unstated"]
    assert (headline["known"], headline["all"]) == (known, len(rows))
    assert (unstated["count"], unstated["added"]) == (some - known, known)
    assert said["money-none-known"]["count"] == len(rows) - some

    total = sum(Decimal(str(f["value"])) for found in stated.values() for f in found)
    assert [one.value for one in _sums(said.values())] == [total]


def _sums(values: object) -> list[Money]:
    found: list[Money] = []
    for one in values:  # type: ignore[attr-defined]
        parts = getattr(one.get("sum"), "items", ())
        found += [part for part in parts if isinstance(part, Money)]
    return found
