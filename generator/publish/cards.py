"""Pictures that go with a link where people share one, drawn by Typst."""

import json
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import typst

from generator.core.errors import GeneratorError
from generator.model.report import About
from generator.publish.pdf.typesetting import PRINT_TEMPLATES, Typefaces, fonts_of
from generator.render.pdf.document import language_and_region
from generator.render.pdf.marks import PALETTE
from generator.views.base.share_card import ShareCard
from generator.words.localization import Localization


def cards_as_data(
    cards: Mapping[str, ShareCard], about: About, words: Localization
) -> dict[str, object]:
    """Return what the template of the pictures reads, but for its typefaces."""
    return {
        "language": language_and_region(words),
        "title": about.title,
        "color": about.look.color or PALETTE["accent"],
        "ink": PALETTE["ink"],
        "quiet": PALETTE["quiet"],
        "paper": PALETTE["paper"],
        "cards": [
            {"report": words(card.report), "title": words(card.title), "answer": words(card.answer)}
            for card in cards.values()
        ],
    }


def draw_cards(data: Mapping[str, object], typefaces: Typefaces) -> list[bytes]:
    """Return the pictures as PNG, 1200 by 630 pixels, in the order of the data.

    Raises GeneratorError where Typst refuses to draw them.
    """
    families, places = fonts_of(typefaces)
    with TemporaryDirectory(prefix="cards-") as name:
        folder = Path(name)
        copyfile(PRINT_TEMPLATES / "cards.typ", folder / "cards.typ")
        (folder / "cards.json").write_text(json.dumps({**data, "families": families}), "utf-8")
        try:
            drawn = typst.compile(
                str(folder / "cards.typ"),
                root=str(folder),
                font_paths=[str(place) for place in places],
                ignore_system_fonts=True,
                format="png",
                ppi=72,
            )
        except typst.TypstError as refusal:
            raise GeneratorError(
                f"The pictures for shared links could not be drawn: {refusal.message}.",
                "Run annual-report check; if it finds nothing, report this to whoever maintains "
                "the program.",
            ) from refusal
    # One picture comes alone, several in a list.
    return [drawn] if isinstance(drawn, bytes) else list(drawn)
