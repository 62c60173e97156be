"""A review: all about one subject together, texts whole, and what waits for a later day."""

from functools import cache

import pytest
from larkhaven import larkhaven

from generator.derive.snapshot.not_yet_shown import shown_from
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.model.translations import TranslatedText, Translation, digest_of
from generator.model.updates import Update
from generator.views.changes.review import ReviewedSubject, ReviewView, review_view
from generator.views.changes.reviewed_translations import reviewed_translations
from tests.spoken import ENGLISH, spoken

BODY = "The gauge at the *old quay* sends no level.\n\n- It is wet.\n"


@cache
def town() -> Report:
    """Return the sample report."""
    return larkhaven()


def at_its_day(report: Report) -> Snapshot:
    """Return the report as of its own day."""
    return snapshot(report, report.about.as_of)


def without(report: Report, initiative: str) -> Report:
    """Return a report before an initiative was proposed."""
    return report.model_copy(
        update={
            "initiatives": tuple(i for i in report.initiatives if i.id != initiative),
            "updates": tuple(u for u in report.updates if u.initiative != initiative),
        }
    )


def reported(milestone: str, as_of: str, author: str | None = "harbour-director") -> Update:
    """Return a new update of the tide gauge."""
    some = next(u for u in town().updates if u.initiative == "tide-gauge")
    return some.model_copy(
        update={
            "milestone": milestone,
            "as_of": PartialDate(as_of),
            "author": author,
            "body": BODY,
            "phase_reason": "It hangs on the wall.",
        }
    )


def updated(update: Update) -> Report:
    """Return the report with one more update."""
    return town().model_copy(update={"updates": (*town().updates, update)})


def only(view: ReviewView) -> ReviewedSubject:
    """Return the one subject of a review."""
    [subject] = view.subjects
    return subject


def test_a_new_update_is_shown_whole_with_who_reports():
    """Not only its status: each of its texts, and whose word it is."""
    subject = only(
        review_view(at_its_day(town()), at_its_day(updated(reported("2024-02-02", "2024-02-02"))))
    )
    texts = [(ENGLISH(text.name), text.after) for text in subject.texts]
    assert (
        "status update February 2, 2024, reason for the phase",
        "It hangs on the wall.",
    ) in texts
    assert texts[-1] == ("status update February 2, 2024, text", BODY)
    assert [ENGLISH(item) for item in subject.facts[0].items] == [
        "Harbour Director, for February 2, 2024"
    ]


def test_an_update_without_an_author_says_on_whose_word_it_is():
    """Nobody is named, and the basis is."""
    update = reported("2024-02-02", "2024-02-02", author=None)
    subject = only(review_view(at_its_day(town()), at_its_day(updated(update))))
    assert "for February 2, 2024" in ENGLISH(subject.facts[0].items[0])
    assert "those responsible" in ENGLISH(subject.facts[0].items[0])


def test_a_reworded_text_is_shown_as_it_is_now_and_was():
    """No sentence repeats it with its beginning and end in quotation marks."""
    areas = tuple(
        a.model_copy(update={"question": "How do we live by the water?"})
        if a.id == "harbour"
        else a
        for a in town().areas
    )
    after = town().model_copy(update={"areas": areas})
    subject = only(review_view(at_its_day(town()), at_its_day(after)))
    assert subject.told is None
    assert spoken(subject.who).text == "Harbour, shore & flood"
    [text] = subject.texts
    assert (text.before, text.after) == (
        "How do we live well beside the water?",
        "How do we live by the water?",
    )


def test_of_a_newcomer_all_is_said_that_its_records_say():
    """Who holds its roles, each idea, and the first figures of its measures."""
    before = at_its_day(without(town(), "tide-gauge"))
    view = review_view(before, at_its_day(town()))
    subject = next(s for s in view.subjects if spoken(s.who).text == "Tide gauges on every quay")
    said = {ENGLISH(fact.name): [ENGLISH(item) for item in fact.items] for fact in subject.facts}
    assert any(item.startswith("Owner: ") for item in said["roles"])
    assert any(item.startswith("Sponsor: ") for item in said["roles"])
    tide = next(i for i in town().initiatives if i.id == "tide-gauge")
    assert len(said["ideas"]) == len(tide.ideas)
    assert any("Gauges that send a level" in item for item in said["measures"])


def test_a_role_that_nobody_is_entered_for_is_told():
    """Not even a vacancy is written down, and whoever approves sees it."""
    tide = next(i for i in town().initiatives if i.id == "tide-gauge")
    others = tuple(i for i in town().initiatives if i is not tide)
    after = town().model_copy(
        update={"initiatives": (*others, tide.model_copy(update={"roles": ()}))}
    )
    view = review_view(at_its_day(without(town(), "tide-gauge")), at_its_day(after))
    subject = next(s for s in view.subjects if spoken(s.who).text == "Tide gauges on every quay")
    roles = next(fact for fact in subject.facts if ENGLISH(fact.name) == "roles")
    assert [ENGLISH(item) for item in roles.items] == ["No Owner is named.", "No Sponsor is named."]


@pytest.mark.parametrize("day", ["2024-03-05", "2025-01-01"])
def test_what_is_dated_later_is_shown_as_on_its_day(day):
    """What is approved now is read now, though the report shows it later."""
    after = updated(reported(day, day))
    shown = shown_from(town(), after)
    assert str(shown) == day
    later = (snapshot(town(), shown), snapshot(after, shown))
    view = review_view(at_its_day(town()), at_its_day(after), later)
    assert view.subjects == ()
    [subject] = view.later
    assert subject.texts[-1].after == BODY
    assert str(view.later_from) == day


def test_nothing_changed_is_nothing_to_read():
    """Two reports that are alike give an empty review."""
    view = review_view(at_its_day(town()), at_its_day(town()))
    assert (view.subjects, view.lists, view.later) == ((), (), ())
    assert shown_from(town(), town()).year == 1


def test_new_translations_are_shown_whole():
    """Readers of the language read them, and whoever approves reads them before."""
    about = town().about.model_copy(update={"languages": ("en-GB", "es")})
    report = town().model_copy(update={"about": about})
    title = next(i for i in report.initiatives if i.id == "tide-gauge").title
    text = TranslatedText(of=digest_of(title), text="Mareógrafos en cada muelle")
    part = {("initiative", "tide-gauge"): Translation(texts={"title": text})}
    [language] = reviewed_translations((report, {}), (report, {"es": part}))
    [new] = language.texts
    assert (language.name, new.before, new.after) == (
        "Español",
        "",
        "Mareógrafos en cada muelle",
    )
    assert ENGLISH(new.name) == f"{title}, title"
    assert reviewed_translations((report, {"es": part}), (report, {"es": part})) == ()
