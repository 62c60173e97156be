"""The page of money: sums in a sentence, drawn by year, and in tables; absent without money."""

from decimal import Decimal

from larkhaven import larkhaven
from site_pages import pages

from generator.derive.money.ledger import ledger
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.report import Report
from generator.views.base.sections import SectionsView
from generator.views.money.by_year import chart_by_year
from generator.views.money.page import MOST_INITIATIVES, money_view
from generator.views.overview.home import home_view
from generator.views.print.attention import matter_views
from tests.derive.money.test_ledger import funding
from tests.spoken import ENGLISH, spoken

DAY = larkhaven().about.as_of


def with_money(**funding_of: tuple[object, ...]) -> Snapshot:
    """Return the sample with the funding of some initiatives, by their ids, and no other."""
    report = larkhaven()
    initiatives = tuple(
        one.model_copy(update={"funding": funding_of.get(one.id.replace("-", "_"), ())})
        for one in report.initiatives
    )
    return snapshot(report.model_copy(update={"initiatives": initiatives}), DAY)


def anchors(view: SectionsView) -> list[str]:
    """Return the anchors of a page's sections."""
    return [section.anchor for section in view.sections]


def test_there_is_a_page_where_there_is_money():
    """And only there do pages lead to it."""
    for seen, there in (
        (with_money(tide_gauge=(funding(1, value="5"),)), True),
        (with_money(), False),
    ):
        assert any(page.target == "money/" for page in pages(seen)) is there
        ways = [way.target for door in home_view(seen).doors for way in door.ways]
        assert ("money/" in ways) is there


def test_a_single_sum_is_a_sentence_and_the_initiative_it_is_of():
    """Tables of one row would say the same again."""
    view = money_view(with_money(tide_gauge=(funding(1, value="1250000"),)))
    assert ENGLISH(view.lede).replace("\N{NO-BREAK SPACE}", " ") == (
        "Sources state LKC 1.25 million adopted, for 1 of 11 initiatives. "
        "No sum is known for 10 initiatives."
    )
    assert anchors(view) == ["by-initiative"]


def test_what_tells_groups_apart_is_shown():
    """Years are drawn where there are two; sums of several initiatives are compared in all."""
    years = {"fy2021-22": "20", "fy2022-23": "30"}
    view = money_view(
        with_money(
            tide_gauge=(funding(1, years=years), funding(2, "spent", value="35", on="2023-08")),
            one_form=(funding(1, value="8", fund="general-fund"),),
        )
    )
    assert anchors(view) == [
        *("compared", "by-period", "by-area", "by-unit", "by-fund", "by-initiative")
    ]
    said = spoken(view)
    assert "Both are known for 1 initiative (FY2022-23)" in str(said)
    assert view.sections[1].drawing is not None


def test_amounts_that_are_not_drawn_are_counted():
    """Those for a whole cycle, for no period, or in another currency."""
    seen = with_money(
        tide_gauge=(
            funding(1, years={"fy2021-22": "20", "fy2022-23": "30"}),
            funding(2, value="9", cycle="fy2023-25"),
            funding(3, value="9", cycle=None, what="Paint"),
            funding(4, value="9", currency="EUR"),
        )
    )
    drawn = chart_by_year(seen.report, ledger(seen))
    assert drawn
    assert "3 amounts that are for no single fiscal year" in ENGLISH(drawn.sentence)
    assert [bar.says for bar in drawn.drawing.bars] == [Decimal(20), Decimal(30)]


def test_many_initiatives_are_listed_with_their_areas():
    """The page itself stays short."""
    report = larkhaven()
    (one,) = (i for i in report.initiatives if i.id == "tide-gauge")
    many = tuple(
        one.model_copy(update={"id": f"gauge-{n}", "former_ids": ()})
        for n in range(MOST_INITIATIVES + 1)
    )
    seen = snapshot(_of(report, many), DAY)
    assert money_view(seen).sections[-1].table is None
    few = snapshot(_of(report, many[:MOST_INITIATIVES]), DAY)
    assert money_view(few).sections[-1].table is not None


def _of(report: Report, initiatives: tuple[object, ...]) -> Report:
    return report.model_copy(update={"initiatives": initiatives, "updates": ()})


def test_what_is_over_needs_attention():
    """With both sums and their difference; what is within its budget does not."""
    over = with_money(
        tide_gauge=(funding(1, value="20"), funding(2, "spent", value="25", on="2023-08")),
        one_form=(funding(1, value="20"), funding(2, "spent", value="90", on="2023-08")),
        bench_map=(funding(1, value="20"), funding(2, "spent", value="15", on="2023-08")),
    )
    updates = tuple(u for u in over.report.updates if u.initiative != "tide-gauge")
    seen = snapshot(over.report.model_copy(update={"updates": updates}), DAY)
    found = [one for one in spoken(matter_views(seen)) if "Over budget" in str(one.sign)]
    assert [one.initiative.text for one in found] == ["One form for every request"]
    assert "70 more" in found[0].why
