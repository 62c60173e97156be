"""Whatever an author writes, wherever it is shown: it arrives whole and harms nothing beside it."""

import pytest
from any_prose import Maker, faults_of_page, town
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.derive.editions.editions import EditionSnapshot, open_edition
from generator.derive.snapshot.snapshot import snapshot
from generator.model.edition import Errata
from generator.prose.parser import parse_prose
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_site
from generator.render.pdf.prose import ProseSetter
from generator.views.base.page import PageFrame
from generator.views.base.site_context import SiteContext
from generator.views.registry import page_groups, prose_targets
from tests.spoken import ENGLISH


def with_errata(edition: EditionSnapshot, text: str) -> EditionSnapshot:
    """Return an edition of which a mistake was found."""
    erratum = {"record": "area/harbour", "on": "2024-02-10", "reason": "Wrong."}
    errata = Errata.model_validate({"errata": [erratum], "body": text})
    return EditionSnapshot(edition.edition, edition.then, errata)


@pytest.mark.slow
@settings(max_examples=2, deadline=None)
@given(seed=st.integers(0, 10**9))
@example(seed=1)
def test_any_prose_stands_whole_in_every_place(seed: int) -> None:
    """Every text is on its page with all its words, each id once, links whole, tags nested."""
    made = town(seed, updates=33, pages=8)
    now = snapshot(made.report, made.report.about.as_of)
    errata = Maker(seed + 1).prose()
    texts = {**made.texts, errata.partition(".")[0]: errata}
    editions = tuple(
        with_errata(open_edition(made.report, edition), errata) for edition in made.report.editions
    )
    groups, frame = page_groups(SiteContext(now, editions)), PageFrame("d", "l", "a")
    files = render_site(groups, prose_targets(now), frame, site_environment(ENGLISH))

    shown: set[str] = set()
    wrong: dict[str, list[str]] = {}
    for path, content in files.items():
        text = content.decode()
        if path.endswith(".md") and 'class="prose"' in text:
            reader = Markdown(extensions=["attr_list", "tables", "toc"])
            there, faults = faults_of_page(reader.convert(text.split("---\n", 2)[2]), texts)
            shown |= there
            wrong |= {path: faults} if faults else {}
    assert wrong == {}
    assert shown == texts.keys()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_any_prose_can_be_set_for_paper(seed: int) -> None:
    """A document takes any text that a page takes, with the same footnotes."""
    setter = ProseSetter(lambda address: {"to": address}, ENGLISH, "en", room=100)
    text = Maker(seed).prose()

    blocks = setter.blocks(text, 3)

    assert blocks
    notes = [node for node in parse_prose(text).children if getattr(node, "tag", "") == "notes"]
    assert setter.notes == (len(notes[0].children) if notes else 0)
