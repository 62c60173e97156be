"""What the front page says of the report as a whole, as parts of documents."""

from collections.abc import Iterator

from generator.views.base.blocks import Words
from generator.views.overview.glance import Glance
from generator.views.print.blocks import DrawingBlock, Heading, Paragraph, Part, TableBlock
from generator.words.message import msg


def headline(whole: Glance) -> Iterator[Part]:
    """Yield what was proposed, and about how much of it anything was found since."""
    for said in (whole.headline, whole.age):
        if said:
            yield Paragraph((Words(said),))


def newest_finds(whole: Glance) -> Iterator[Part]:
    """Yield how old what is known is, in a sentence, drawn, and as a table."""
    if whole.finds:
        yield Heading(3, msg("age-heading"))
        yield Paragraph((Words(whole.finds.sentence),))
        yield DrawingBlock(whole.finds.chart, msg("age-chart-unit"))
        yield TableBlock(whole.finds.table)
