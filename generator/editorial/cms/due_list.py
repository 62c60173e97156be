"""What is due, as the first thing that the form editor shows: from whom, each with its form.

It is as of the day for which the editor was put into the site; what was posted since is marked by
the page itself (generator/theme/templates/edit/due.js).
"""

import html
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from urllib.parse import quote, urlencode

from generator.editorial.updates.due import DueUpdate, asks, before_text
from generator.model.cycles import Milestone
from generator.words.english import counted, in_english


def due_list(due: Sequence[DueUpdate], day: date) -> str:
    """Return the list as HTML: who is asked for what, and folded, what nobody is."""
    owed = [one for one in due if not one.before]
    return "\n".join(
        [
            "<h1>What is due</h1>",
            f"<p>{_opening(len(owed), day)}</p>",
            *_choice(owed),
            *_by_milestone(owed),
            *_nobodys([one for one in due if one.before]),
        ]
    )


def _opening(number: int, day: date) -> str:
    if not number:
        return f"No update is due as of {in_english(day)}."
    verb = "is" if number == 1 else "are"
    return f"As of {in_english(day)}, {counted(number, 'update')} {verb} due. Choose yours."


def _choice(owed: Sequence[DueUpdate]) -> Iterator[str]:
    """Yield the choice of whose updates are shown, where more than one is asked."""
    asked = sorted({asks(one) for one in owed})
    if len(asked) > 1:
        options = "".join(f"<option>{html.escape(name)}</option>" for name in asked)
        yield '<p><label for="asked">Show what is due from</label>'
        yield f'<select id="asked"><option value="">everybody</option>{options}</select></p>'


def _by_milestone(owed: Sequence[DueUpdate]) -> Iterator[str]:
    for _, found in groupby(owed, key=lambda one: one.milestone.id):
        own = list(found)
        yield f"<h2>{_heading(own[0].milestone, overdue=own[0].overdue)}</h2>"
        yield "<ul>"
        yield from (_row(one) for one in own)
        yield "</ul>"


def _heading(milestone: Milestone, *, overdue: bool) -> str:
    verb = "was due" if overdue else "due"
    return f"{html.escape(milestone.title)}, {verb} {in_english(milestone.due)}"


def _row(one: DueUpdate) -> str:
    link = f"#/collections/updates-{quote(one.milestone.id)}/new?" + urlencode(
        {"initiative": one.initiative}
    )
    more = f"; {counted(one.missed, 'update')} missing" if one.missed > 1 else ""
    return (
        f'<li data-asked="{html.escape(asks(one))}" data-milestone="{one.milestone.id}" '
        f'data-initiative="{one.initiative}"><a href="{html.escape(link)}">'
        f"{html.escape(one.title)}</a> <span>{html.escape(asks(one))}{more}</span></li>"
    )


def _nobodys(before: Sequence[DueUpdate]) -> Iterator[str]:
    """Yield what nobody is asked for, which editors may compile from sources."""
    if not before:
        return
    number = counted(len(before), "update")
    yield f"<details><summary>{number} that nobody is asked for</summary>"
    yield f"<p>{html.escape(before_text(before).strip())}</p>"
    for _, found in groupby(before, key=lambda one: one.milestone.id):
        own = list(found)
        yield f"<h2>{_heading(own[0].milestone, overdue=True)}</h2><ul>"
        yield from (_compiled_row(one) for one in own)
        yield "</ul>"
    yield "</details>"


def _compiled_row(one: DueUpdate) -> str:
    given = {"milestone": one.milestone.id, "initiative": one.initiative}
    link = f"#/collections/records/new?{urlencode(given)}"
    return f'<li><a href="{html.escape(link)}">{html.escape(one.title)}</a></li>'
