"""How old what is known is, as the front page says it, draws it, and lists it."""

from datetime import date

from hypothesis import given
from larkhaven import larkhaven
from spoken import ENGLISH, spoken
from strategies import FIRST_DAY, LAST_DAY, Longer, days, longer, partial_dates

from generator.derive.snapshot.snapshot import snapshot
from generator.views.overview.age import age_view
from generator.views.overview.glance import glance

NOW = larkhaven().about.as_of


def numbers(table) -> list[list[str]]:
    """Return the cells of a table as text."""
    return [["".join(piece.text for piece in cell) for cell in row] for row in spoken(table).rows]


@given(day=days, history=longer(partial_dates(FIRST_DAY, LAST_DAY), days))
def test_the_table_has_what_the_drawing_has(day: date, history: Longer) -> None:
    """Every initiative once, in the drawing as in the table."""
    seen = snapshot(history.after, day)
    view = age_view(seen)
    if view is None:
        assert not any(state.owed_milestones.owed for state in seen.states)
        return
    in_table = sum(int(cell) for row in numbers(view.table) for cell in row[1:])
    assert in_table == sum(bar.says for bar in view.chart.bars) == len(seen.states)


def test_the_sentence_counts_by_hand() -> None:
    """The sample: ten initiatives have finds, one has none at all."""
    seen = snapshot(larkhaven(), NOW)
    found = sorted(s.evidence.newest.first().year for s in seen.states if s.evidence.newest)
    nothing = len(seen.states) - len(found)
    said = ENGLISH(age_view(seen).sentence)

    assert f"of the {len(found)} initiatives about which anything was found" in said
    assert f"the newest of all is from {found[-1]}" in said
    assert ("Nothing was found about" in said) == bool(nothing)


def test_nothing_is_called_old_before_an_update_was_due() -> None:
    """A report that has just begun has neither the sentence nor the drawing."""
    whole = glance(snapshot(larkhaven(), date(2021, 12, 31)))

    assert (whole.age, whole.finds) == ("", None)


def test_the_front_page_says_how_old_each_count_is() -> None:
    """A count of what may be otherwise by now has its years, and a bar in two parts."""
    counts = {count.signal.key: count for count in glance(snapshot(larkhaven(), NOW)).counts}

    under_way = counts["under_way"]
    assert "found" in ENGLISH(under_way.age)
    assert under_way.recent <= under_way.width
    assert counts["not_reported"].age == ""
