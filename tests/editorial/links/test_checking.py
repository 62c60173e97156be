"""What is asked how often, what is told of it, and what is kept of a check."""

from datetime import date
from threading import Lock

from larkhaven import larkhaven

from generator.core.issues import Location, Severity
from generator.editorial.links.asking import Answer, Verdict
from generator.editorial.links.checking import Pace, answers, link_issues, told
from generator.editorial.links.recording import as_recorded
from generator.model.link_checks import LinkChecks

OK = Answer(Verdict.ANSWERED, "200 OK")
GONE = Answer(Verdict.GONE, "404 Not Found")
SHY = Answer(Verdict.UNCHECKED, "403 Forbidden")
WAIT = Answer(Verdict.UNCHECKED, "429 Too Many Requests", is_too_often=True)
DAY = date(2026, 11, 30)


def test_addresses_of_a_site_are_asked_one_by_one_with_a_pause_between() -> None:
    """At no time has a site two questions, and between them there is a pause."""
    events: list[str] = []
    lock = Lock()
    asked = [f"https://{site}.example/{page}" for page in range(3) for site in "ab"]

    def ask(address: str) -> Answer:
        with lock:
            events.append(address)
        return OK

    found = answers(asked, ask, Pace(2, lambda: events.append("pause")))

    assert list(found) == asked
    assert events.count("pause") == 4
    assert [e for e in events if "//a." in e] == [a for a in asked if "//a." in a]


def test_a_site_that_asks_to_wait_is_asked_nothing_more() -> None:
    """What is left of it counts as not checked."""
    asked: list[str] = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return WAIT

    found = answers(["https://a.example/1", "https://A.example/2"], ask, Pace(1, lambda: None))

    assert asked == ["https://a.example/1"]
    assert set(found.values()) == {WAIT}


def test_what_is_gone_is_an_error_until_there_is_a_copy() -> None:
    """A source with an archived copy needs no more; what cannot be checked is a warning."""
    report = larkhaven()
    copied = next(s for s in report.sources if s.archived).address
    bare = next(s for s in report.sources if not s.archived).address
    places = {a: (Location("content/sources.yml", 3, 5),) for a in (copied, bare)}

    assert not list(link_issues(report, places, {copied: GONE}))
    (gone,) = link_issues(report, places, {bare: GONE})
    assert (gone.code, str(gone.location)) == ("L001", "content/sources.yml:3:5")
    assert f"https://web.archive.org/web/*/{bare}" in gone.next_step
    (unsure,) = link_issues(report, places, {bare: SHY})
    assert (unsure.code, unsure.severity) == ("L002", Severity.WARNING)


def test_what_moved_is_told_with_its_place() -> None:
    """A page that moved for good still answers; the new address is for editors to judge."""
    places = {"http://a.example/": (Location("content/sources.yml", 3, 5),)}
    moved = Answer(Verdict.ANSWERED, "200 OK", "https://a.example/new")

    lines = list(told(places, {"http://a.example/": moved}))

    assert lines == [
        "content/sources.yml:3:5: http://a.example/ has moved to https://a.example/new",
        "1 address: 1 answered, 0 gone, 0 could not be checked.",
    ]


def test_what_was_found_gone_keeps_its_first_day() -> None:
    """Also where it cannot be checked again; what answers again is gone no more."""
    urls = [f"https://a.example/{n}" for n in range(4)]
    before = as_recorded(LinkChecks(), dict.fromkeys(urls[:3], GONE), date(2026, 1, 1))

    after = as_recorded(before, dict(zip(urls, (GONE, SHY, OK, SHY), strict=True)), DAY)

    assert [(one.address, one.on) for one in after.gone] == [
        (urls[0], date(2026, 1, 1)),
        (urls[1], date(2026, 1, 1)),
    ]
    assert after.answered == (urls[2],)
    assert [one.address for one in after.unchecked] == [urls[3]]
    assert after.checked == DAY
