### Sources.

source-lead = { $count ->
    [0] This report cites no source.
    [one] This report cites one source. Its title and its facts belong to those who published it.
   *[other] This report cites { $count } sources. Titles and facts belong to those who published them.
}

# Over the sources on which most pages of the report rest, where there are many sources.
source-most-used-heading = What most pages rest on
source-most-used = Sources by how many pages rest on them
source-title = Source
source-uses = Pages
source-by-year-heading = All sources by year
# Each unfolds the sources that appeared in one year; `year` is its number.
source-of-year = { $count ->
    [one] { $year }: one source
   *[other] { $year }: { $count } sources
}
source-of-no-year = { $count ->
    [one] Date not known: one source
   *[other] Date not known: { $count } sources
}

# When somebody last looked whether the sources are still at their addresses.
# `found` is a list of the three below, those that are so.
source-checked = When the addresses of the sources were last checked, on { $date }, { $found }.
source-checked-answered = { $answered ->
    [0] none of { $count } answered
   *[other] { $answered } of { $count } answered
}
source-checked-gone = { $gone ->
    [one] one was gone
   *[other] { $gone } were gone
}
source-checked-unchecked = { $unchecked ->
    [one] one could not be checked
   *[other] { $unchecked } could not be checked
}
# A link to the copy that an archive of the web keeps; `date` is the day of the copy.
# `holder` is who keeps it, and under which name or number.
# Behind the link to a source: a link to what is noted about it; and its name when it is read out.
source-note = note
source-note-of = Note on “{ $title }”
# Behind the link to a source in a list of sources: a link to its record.
source-record = about this source
source-record-of = About this source: “{ $title }”
source-held = Held by { $holder }
source-archived = Archived copy of { $date }
# `found` is what a program found there, as "404 Not Found".
source-gone = Gone since { $gone } or earlier ({ $found })
# The title of the source leads to the copy; `address` is a link to where it first was.
source-gone-copied = This is an archived copy of { $date }. The page itself, { $address }, has been gone since { $gone } or earlier ({ $found }).

# `stated` is the date as the source gives it.
source-date-gap-alone = Date: { $gap }
source-date-gap = Date: { $gap } (given as: { $stated })
# A source that appeared after the time of which an edition speaks.
source-later = published later, { $date }
source-date-stated = { $date } (given as: { $stated })

## What uses a source. A list of links and of the uses below comes after the colon.

source-used-for = Used for:
# Unfolds the list of links.
source-used-for-pages = { $count ->
    [one] Used for one page
   *[other] Used for { $count } pages
}
source-pages = { $count ->
    [one] one page
   *[other] { $count } pages
}
source-users-title = Pages that use { $source }
source-users-heading = Pages
source-users = Pages that use this source
source-page = Page

source-use-about = the { -program }
source-use-organization = departments, posts, and partners
source-use-calendar = the calendar of updates
source-use-history = earlier efforts
source-use-survey = the survey
source-use-salons = the salons
source-use-discrepancies = points on which sources disagree
source-use-evaluation = evaluations
source-use-edition = earlier reports
