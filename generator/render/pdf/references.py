"""What leads a reader on, as plain data: the sources of a section, all sources, the index."""

from generator.render.pdf.cells import CellSetter
from generator.render.pdf.prose import Data
from generator.views.base.blocks import Inline, LinkTo, SideNote, Strong, Words, phrase
from generator.views.print.blocks import Bibliography, Index, SourceList
from generator.views.print.key_words import index
from generator.words.message import msg


def source_list_data(cells: CellSetter, part: SourceList) -> Data:
    """Return the sources of a section as data: their numbers, and where they are found."""
    rows = [
        {
            "n": cells.numbers.get(s.target, 0),
            "t": cells.printed(s.text),
            "at": s.target,
            **cells.source(s.target),
        }
        for s in part.sources
    ]
    return {
        "t": cells.printed(msg("common-sources")),
        "rows": sorted(rows, key=lambda row: row["n"]),
        "short": all(s.target in cells.spots for s in part.sources),
    }


def source_data(cells: CellSetter, part: Bibliography) -> Data:
    """Return a source as data, with all that is known about it in one sentence or two."""
    date = part.published
    is_sentence = cells.words(date).endswith(".")
    pieces: dict[str, Inline] = {
        "title": Strong(part.title),
        "published": Words(date if is_sentence else msg("print-source-published", date=date)),
        "address": LinkTo(part.address, part.address) if part.address else Words(part.held),
    }
    said = phrase(msg("print-source"), **pieces)
    if part.note:
        said = phrase(msg("print-source-note"), **pieces, note=SideNote(part.note))
    number = cells.numbers[part.anchor]
    held = (Words(part.held),) if part.held and part.address else ()
    return {"anchor": part.anchor, "n": number, "c": cells.cell((said, *held, *part.seen))}


def index_data(cells: CellSetter, part: Index) -> Data:
    """Return an index as data, made of the words that are left in the language of the document."""
    small_words, words_of_lists = msg("search-small-words"), msg("report-index-left-out")
    left_out = f"{cells.words(small_words)} {cells.words(words_of_lists)}".split()
    return {
        "rows": [
            {
                "t": cells.printed(entry.text),
                "places": [_place(cells, place) for place in entry.places],
            }
            for entry in index(part.titles, part.names, left_out)
        ]
    }


def _place(cells: CellSetter, place: LinkTo) -> Data:
    """Return where a section is: on a page of this document, or in another volume."""
    found = cells.link(place.target)
    if volume := found.pop("volume", None):
        found["t"] = cells.words(msg("print-see-volume", number=str(volume)))
    return found
