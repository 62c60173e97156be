"""What the site's own templates say around every page, as the builder's configuration holds it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.responsibility.budget_cycle import keeps_cycles
from generator.derive.snapshot.filled import names_responsible
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base.addresses import CYCLES, RESPONSIBILITY, file_of
from generator.views.base.presence import absent_pages
from generator.views.page_kinds import PAGE_KINDS
from generator.words.bundles import FIRST_LANGUAGE
from generator.words.localization import Localization
from generator.words.message import Message, Text, msg


def frame_words(words: Localization) -> dict[str, str]:
    """Return the words of overrides/ by their names there; a name in braces is filled in later."""
    said = {
        "menu": msg("frame-menu"),
        "main": msg("frame-main"),
        "crumbs": msg("frame-crumbs"),
        "toc": msg("frame-toc"),
        "top": msg("frame-top"),
        "notice": msg("frame-notice"),
        "table": msg("frame-table", name="{name}"),
        "heading": msg("frame-heading", name="{name}"),
        "languages": msg("frame-languages"),
        "page_foot": msg("frame-page-foot"),
        "correct": msg("frame-correct"),
        "correction": msg("frame-correction", title="{title}"),
        "cite": msg("frame-cite"),
        "citation": msg("frame-citation", title="{title}", report="{report}", as_of="{as_of}"),
        "missing_heading": msg("frame-missing-heading"),
        "missing": msg("frame-missing"),
        "missing_status": msg("frame-missing-status"),
        "missing_home": msg("frame-missing-home"),
    }
    return {name: words(message) for name, message in said.items()}


def in_configuration(whole: dict[str, Any], words: Localization) -> dict[str, Any]:
    """Return a configuration in which what the program's own file says in English is translated.

    That is what pages are called in the nav, and what the palettes and links to sections are. What
    a report words otherwise is as it is in each language.
    """
    english = Localization(FIRST_LANGUAGE)
    said = {english(text): words(text) for text in _texts()}
    return {
        key: _nav(value, said) if key == "nav" else _named(value, said)
        for key, value in whole.items()
    }


def own_nav(snapshot: Snapshot, editions: Sequence[EditionSnapshot]) -> dict[str, Message | None]:
    """Return which files of the nav a report calls otherwise, and None for those it has not."""
    own: dict[str, Message | None] = {}
    if not keeps_cycles(snapshot.report):
        own[file_of(CYCLES)] = msg("page-milestones")
    if not names_responsible(snapshot):
        own[file_of(RESPONSIBILITY)] = msg("page-partners")
    return own | {file_of(address): None for address in absent_pages(snapshot, editions)}


def with_own_nav(nav: Any, own: Mapping[str, str | None]) -> Any:  # noqa: ANN401 - as YAML gives it
    """Return a nav, or a part of one: each file as it is called, none that is not there.

    A section of which one page is left leads to that page.
    """
    if isinstance(nav, list):
        return [left for entry in nav if (left := with_own_nav(entry, own))]
    if not isinstance(nav, dict):
        return None if own.get(nav, nav) is None else nav
    made: dict[str, Any] = {}
    for title, to in nav.items():
        match with_own_nav(to, own):
            case [dict() as only] if len(to) > 1:
                made[title] = next(iter(only.values()))
            case left if left:
                made[own.get(str(to)) or title] = left
    return made


def _texts() -> Iterator[Text]:
    for kind in PAGE_KINDS:
        yield from (kind.section, kind.nav)
    yield msg("frame-palette-dark")


def _nav(value: Any, said: Mapping[str, str]) -> Any:  # noqa: ANN401 - as YAML gives it
    """Return a nav, or a part of one, with its titles in the language."""
    if isinstance(value, list):
        return [_nav(entry, said) for entry in value]
    if isinstance(value, dict):
        return {said.get(title, title): _nav(entry, said) for title, entry in value.items()}
    return value


def _named(value: Any, said: Mapping[str, str]) -> Any:  # noqa: ANN401 - as YAML gives it
    """Return a value with what is under keys for readers in the language."""
    if isinstance(value, list):
        return [_named(entry, said) for entry in value]
    if isinstance(value, dict):
        return {
            key: said.get(entry, entry)
            if key == "name" and isinstance(entry, str)
            else _named(entry, said)
            for key, entry in value.items()
        }
    return value
