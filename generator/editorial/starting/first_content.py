"""The first files of a report's content: whose it is, and nothing that nobody said."""

from generator.core.settings import Settings
from generator.editorial.starting.answers import NOBODY, Answers
from generator.editorial.updates.content_files import ContentFile, Fields, place_for, written
from generator.load.source_document import Value
from generator.model.keys import HeldBy
from generator.model.report import CONTENT_VERSION

SOURCE = "own-records"
"""The id of the one source that a report begins with: the organization's own records."""


def first_content(settings: Settings, answers: Answers) -> dict[str, bytes]:
    """Return the files of content with which a report begins, by path, in their normal form."""
    records: dict[str, Fields] = {
        "report": _about(answers),
        "organization": {"units": [], "posts": [], "partners": []},
        "sources": {"sources": [_source(answers["name"])]},
    }
    return {
        (path := place_for(settings, (kind,))): written(ContentFile((kind,), path, fields))
        for kind, fields in records.items()
    }


def _about(answers: Answers) -> Fields:
    name, first = answers["name"], answers.languages[0]
    fields: Fields = {
        "content_version": str(CONTENT_VERSION),
        "title": answers["title"],
        "program": answers["program"],
        "city": name,
        "kind": answers["kind"],
        "terms": {first: {key: dict(forms) for key, forms in answers.terms.items()}}
        if answers.terms
        else {},
        "summary": f"What {name} set out to do, and what became of it.",
        "languages": [*answers.languages],
        "paper": answers["paper"],
        "as_of": answers["as_of"],
        "fiscal_year_start": answers["fiscal_year_start"],
        "currency": answers["currency"],
        "cycle_years": answers["cycle_years"].removeprefix("0"),
        "roles": _roles(answers),
        "site": answers["site"],
        "contact": _contact(answers),
        "license": {
            "title": "No license yet",
            "text": "Nothing has been said yet about what others may do with the content.",
        },
        "disclaimer": "This report has just begun. It does not say yet whose work it is.",
        "reporting_period": {"span": f"{answers['as_of'][:4]}/..", "sources": [SOURCE]},
        "sources": [SOURCE],
    }
    return {key: value for key, value in fields.items() if value}


def _contact(answers: Answers) -> Value:
    """Return where readers can write; until somebody says so, `check` asks for it."""
    if not answers["contact"]:
        return {
            "missing": "not_stated",
            "why": "Nobody has been named yet to whom readers can write.",
        }
    return {
        "title": answers["name"],
        "text": "Tell us of mistakes and gaps in this report, and ask questions about it.",
        "address": answers["contact"],
    }


def _roles(answers: Answers) -> Value:
    """Return the policy of roles; nothing of it where both are held by posts."""
    said: dict[str, Value] = {}
    for role in ("owner", "sponsor"):
        if answers[role] == NOBODY:
            said[role] = {"asked": "false"}
        elif answers[role] != HeldBy.POST:
            said[role] = {"asked": "true", "held_by": answers[role]}
    return said


def _source(name: str) -> Value:
    return {
        "id": SOURCE,
        "title": f"Records of {name}",
        "holder": name,
        "published": {
            "missing": "not_applicable",
            "why": "These are records that are kept, and no publication.",
        },
    }
