"""What readers are told of a date is what its record says: read back, it is the same date."""

import calendar
import re
from datetime import date, timedelta

from hypothesis import given
from strategies import partial_dates

from generator.model.dates import PartialDate, Point
from generator.words.localization import Localization

ENGLISH = Localization("en-US")
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36}
SEASONS = {"spring": 21, "summer": 22, "fall": 23, "winter": 24}
_MONTH = "|".join(MONTHS)


@given(partial_dates())
def test_a_date_that_is_shown_reads_back_as_the_record(when: PartialDate) -> None:
    """No end, no bound and no mark of the editors is lost or added, and nothing gets finer."""
    assert _read(ENGLISH(when)) == _plain(when)


def _plain(when: PartialDate) -> str:
    """Return a date as it is written, with an interval of two like ends written once."""
    start, end = when.start, when.end
    if start and start == end and not when.is_moment:
        return start.text
    return when.text


def _read(said: str) -> str:  # noqa: PLR0911 - one line a form
    """Return the date that an English text means, as a record would write it."""
    said = re.sub(r" \([A-Z][^)]+\)", "", said)
    if found := re.fullmatch("sometime after (.+)", said):
        return f"[{_after(_point(found[1]))}..]"
    if found := re.fullmatch("(.+) or sometime later", said):
        return f"[{_point(found[1])}..]"
    if found := re.fullmatch("no later than (.+)", said):
        return f"[..{_point(found[1])}]"
    if found := re.fullmatch("sometime between (.+) and (.+)", said):
        return f"[{_point(found[1])}..{_point(found[2])}]"
    if found := re.fullmatch("(.+) and later", said):
        return f"{_point(found[1])}/.."
    if found := re.fullmatch("(.+) and earlier", said):
        return f"../{_point(found[1])}"
    if found := re.fullmatch("(.+) or (.+)", said):
        return "[{},{}]".format(*_two(found[1], found[2]))
    if found := re.fullmatch("(.+) to (.+)", said):
        return "{}/{}".format(*_two(found[1], found[2]))
    return _point(said)


def _two(first: str, last: str) -> tuple[str, str]:
    """Return two dates, of which the first may leave to the last what they share."""
    if re.fullmatch(rf"(about )?({_MONTH})", first):
        about = first.startswith("about ")
        return _point(f"{first} {last[-4:]}"), _point(f"about {last}" if about else last)
    if found := re.fullmatch(rf"(about )?({_MONTH}) (\d{{1,2}})", first):
        mark = found[1] or ""
        rest = last if last[0].isalpha() else f"{found[2]} {last}"
        return _point(f"{first}, {last[-4:]}"), _point(f"{mark}{rest}")
    return _point(first), _point(last)


def _point(said: str) -> str:
    mark = "~" if said.startswith("about ") else ""
    said = said.removeprefix("about ")
    if re.fullmatch(r"\d{4}", said):
        return said + mark
    if found := re.fullmatch(rf"({_MONTH}) (\d{{1,2}}), (\d{{4}})", said):
        return f"{found[3]}-{MONTHS[found[1]]:02}-{int(found[2]):02}{mark}"
    if found := re.fullmatch(r"the (\w+) quarter of (\d{4})", said):
        return f"{found[2]}-{QUARTERS[found[1]]}{mark}"
    name, year = said.rsplit(" ", 1)
    return f"{year}-{MONTHS.get(name) or SEASONS[name]:02}{mark}"


def _after(point: str) -> str:
    last: date = Point(point).last()
    return (last + timedelta(days=1)).isoformat()[: len(point)]
