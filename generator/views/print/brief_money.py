"""The brief's word on money: what costs more than was adopted or planned."""

from collections.abc import Iterator

from generator.derive.money.ledger import ledger
from generator.derive.money.periods import ends_of
from generator.derive.money.sums import sum_text
from generator.derive.money.variance import Variance, variances
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.views.base.blocks import Words
from generator.views.base.shared import to_initiative
from generator.views.base.table_builder import Columns, Figures, table
from generator.views.money.sentences import variance_sentences
from generator.views.print.blocks import Empty, Heading, Paragraph, Part, TableBlock
from generator.views.print.shortened import cut
from generator.words.key_labels import key_label
from generator.words.message import listing, msg


def money_parts(snapshot: Snapshot, most: int) -> Iterator[Part]:
    """Yield what costs more than was adopted or planned; nothing where nothing can be compared."""
    found = ledger(snapshot)
    ends = ends_of(snapshot.report, found.postings)
    compared = variances(found.postings, ends)
    if not compared:
        return
    yield Heading(2, msg("brief-money-heading"))
    said = tuple(variance_sentences(snapshot.report, compared, of_one=False))
    yield Paragraph((Words(listing(said, "sentences")),))
    over = [
        (snapshot.state_of(initiative), one)
        for initiative, postings in found.by_initiative.items()
        for one in variances(postings, ends)
        if one.difference.low is not None and one.difference.low > 0
    ]
    over.sort(key=lambda pair: -pair[1].difference.figure)
    if not over:
        yield Empty(msg("brief-money-none-over"))
        return
    columns: Columns[tuple[InitiativeState | None, Variance]] = {
        msg("common-initiative"): lambda p: to_initiative(p[0].initiative) if p[0] else None,
        msg("brief-money-what"): lambda p: key_label(p[1].state),
        Figures(msg("brief-money-sum")): lambda p: sum_text(p[1].sum, p[1].currency),
        Figures(msg("brief-money-base")): lambda p: sum_text(p[1].base, p[1].currency),
        Figures(msg("brief-money-over")): lambda p: sum_text(p[1].difference, p[1].currency),
    }
    caption = cut(msg("brief-money", count=len(over)), over, most)
    yield TableBlock(table("money", caption, over[:most], columns))
