### What several pages and documents say alike.

common-as-of = as of { $date }
common-since = since { $date }
# Where no update says how an initiative stands: the last status that one gave.
common-last-known = last known: { $status }, { $date }
# Above a table, in front of what every one of its rows says; `name` is that of the column.
common-in-every-row = { $name }, in every row:
# A name in front of its value.
common-name = { $name }:

# What is between the items of a list that have commas of their own; with the blanks around it.
common-apart = ;{ " " }
# What comes between two whole sentences.
common-between-sentences = { " " }

## On whose word an update rests.

common-basis-reported = reported by those responsible
common-basis-official = from records of the { -organization }
common-basis-compiled = compiled from public sources

## Who holds a role.

common-vacant = Vacant
common-not-named = Not named
common-not-named-since = in public sources since { $date }

## Why a value is not there; `why` is a sentence of the record.

common-gap-unseen = Not known on this date.
common-gap-not_found = Not found. { $why }
common-gap-not_collected = Not collected. { $why }
common-gap-not_yet_due = Not yet due. { $why }
common-gap-withheld = Withheld. { $why }
common-gap-not_applicable = Not applicable. { $why }
common-gap-not_stated = Not stated. { $why }
common-expected = { $gap } Expected: { $date }.

## Figures, as exact as their sources give them.

# A measured result that its source gives without a number.
common-result-met = met, no figure given
common-result-partially_met = partly met, no figure given
common-result-not_met = not met, no figure given
common-range = { $low } to { $high }
common-figure-of-unit = { $figure } { $unit }
# On top of what there was, as "50 more".
common-more = { $figure } more
common-qualified-about = about { $figure }
common-qualified-almost = almost { $figure }
common-qualified-more_than = more than { $figure }
common-qualified-at_least = at least { $figure }
common-qualified-at_most = at most { $figure }
# The source's own words.
common-stated = “{ $wording }”

## What heads a column or names a fact on many pages.

common-initiative = { CAPITALIZED(-initiative) }
common-area = { CAPITALIZED(-area) }
common-sources = Sources
common-date = Date
common-note = Note
# The title of a source that appeared after the time of which an edition speaks.
common-source-later = { $title } (published later)
# What came later than the text above it tells, from its own date on.
common-later = { CAPITALIZED($date) }: { $text }

## Where a page or a document is empty.

common-no-initiative = No { -initiative } is listed on this date.

## Headings of parts that many pages have.

common-signals-heading = What the symbols mean
# What a status, a phase and the like means, where several axes are explained in one list.
common-legend = { $axis }. { $means }
# A drawing's facts in words.
common-as-table = The same as a table
