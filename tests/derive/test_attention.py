"""What needs attention is ranked by what the records say: why first, then how much money."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from larkhaven import larkhaven
from press import west_hollywood

from generator.derive.attention import Concern, Matter, matters
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.initiative import Event
from tests.derive.money.test_ledger import funding

DAY = larkhaven().about.as_of


def sample(of: str, **changed: object) -> Snapshot:
    """Return the sample in which one initiative has other values."""
    report = larkhaven()
    initiatives = tuple(
        one.model_copy(update=changed) if one.id == of else one for one in report.initiatives
    )
    return snapshot(report.model_copy(update={"initiatives": initiatives}), DAY)


def of(found: Iterable[Matter]) -> dict[str, Concern]:
    """Return the concern of each initiative, in their order."""
    return {one.state.initiative.id: one.concern for one in found}


def event(kind: str, on: str) -> Event:
    """Return an event of an initiative as a whole."""
    return Event.model_validate(
        {
            "id": f"{kind}-then",
            "on": on,
            "kind": kind,
            "about": ("initiative",),
            "match": "named",
            "text": "It came so.",
            "recorded": "2024-01-01",
            "sources": ("council-minutes",),
        }
    )


def test_a_request_ranks_before_what_is_late():
    """Whoever asks for something waits for an answer."""
    found = of(matters(snapshot(larkhaven(), DAY)))
    assert found == {
        "tide-gauge": Concern.ASKED,
        "night-ferry": Concern.OVERDUE,
        "open-ledger": Concern.OVERDUE,
    }


def test_what_stopped_needs_attention_where_money_is_known():
    """And only until the report after it: by then it was told."""
    money = (funding(1, value="5000"),)
    assert "kiosk-hours" not in of(matters(snapshot(larkhaven(), DAY)))
    seen = sample("kiosk-hours", funding=money)
    assert of(matters(seen))["kiosk-hours"] is Concern.STOPPED
    ended = date(2023, 8, 15)
    assert "kiosk-hours" in of(matters(seen, ended - timedelta(days=1)))
    assert "kiosk-hours" not in of(matters(seen, ended))


@pytest.mark.parametrize(
    ("events", "concern"),
    [
        ([event("approved", "2021-10")], Concern.DECIDED),
        ([event("approved", "2021-10"), event("dropped", "2023-12")], Concern.STOPPED),
        ([event("dropped", "2023-12"), event("launched", "2024-01")], None),
        ([event("approved", "2024-01")], None),
    ],
)
def test_the_newest_event_decides(events: list[Event], concern: Concern | None):
    """What was dropped and taken up again has not stopped; a new decision may take its time."""
    money = (funding(1, value="9", on="2021-09"),)
    seen = sample("youth-council", events=tuple(events), funding=money)
    later = snapshot(seen.report, date(2026, 6, 30))
    assert of(matters(later)).get("youth-council") is concern


def test_of_one_concern_the_most_money_ranks_first():
    """The real content has two that stopped, and several that are silent."""
    found = matters(snapshot(west_hollywood(), west_hollywood().about.as_of))
    for concern in Concern:
        sizes = [one.money.size for one in found if one.concern is concern]
        assert sizes == sorted(sizes, reverse=True)
    assert list(of(found))[:3] == ["weho-fiber", "shared-bicycles", "vision-zero"]


def test_nothing_is_said_of_a_report_without_initiatives():
    """Nor does it fail."""
    bare = larkhaven().model_copy(update={"initiatives": (), "updates": ()})
    assert matters(snapshot(bare, DAY)) == ()
