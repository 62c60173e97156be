"""Rules ask where something is only once they have something to say of it.

To find places, a file is read a second time, and with care: for thousands of files that is most of
what a check takes.
"""

from dataclasses import replace

from larkhaven import loaded

from generator.check.rule import RuleContext
from generator.check.rules import check_report
from generator.core.issues import RecordLocations


class AskedPlaces(RecordLocations):
    """Places that note the files of which somebody asked for one."""

    def __init__(self, places, asked):
        self._places = places
        self._asked = asked

    def of(self, kind, key="", *path):
        """Return the place, and note its file."""
        at = self._places.of(kind, key, *path)
        self._asked.add(at.path)
        return at


def test_places_are_asked_for_only_where_something_is_told():
    """The files of which a place was asked for are those that the issues name, and no others."""
    report = loaded().report
    files = loaded().places, loaded().media, loaded().files, loaded().translations
    context = RuleContext(report, *files)
    asked = set()
    issues = check_report(replace(context, places=AskedPlaces(loaded().places, asked)))
    assert asked <= {issue.location.path for issue in issues}
