### Documents in print.

## Around every document.

# The report that follows its content, as opposed to an edition.
print-living-report = Current report
print-standing = As of { $day }
# Which report a document belongs to, such as the title of an edition, and as of when it speaks.
print-masthead = { $name }. As of { $day }.
# What a document is about, in a sentence of its own, and as of when it speaks.
print-description = { $summary } As of { $day }.
print-running = { $name }, { $day }
print-page = Page { $page } of { $pages }
# A link inside the document, as it is read out.
print-link = Section, page { $page }
print-reconstructed = Reconstructed in { $made } from public sources as of { $day }; this is not the { -organization }’s own report of { $year }.
# Under the title of what others compiled; a sentence that says so follows.
print-unofficial = Unofficial reconstruction
# The author of what others compiled, in the properties of the file.
print-author-unofficial = The editors of this report, not { $organization }
print-contents = Contents

## Volumes of a long report.

print-volume = Volume { $number } of { $of }: { $subject }
# One of several volumes about the same.
print-volume-part = { $title }, part { $part } of { $of }
print-volume-title = { $report }. { $volume }
print-volume-description = { $volume }. As of { $day }.
print-volume-running = Volume { $number } of { $of }. { $running }
# A heading that is in another volume of the same report.
print-in-volume = { $title } (volume { $number })
# The same behind a link in running text, which has a text of its own.
print-see-volume = (volume { $number })

## Parts of a document.

print-match = (matched by editors)
print-drawing-alt = { $title }. { $description }
print-lanes-alt = { $title }. { $note } { $elsewhere }
# One of several drawings: which of its rows are here.
print-lanes-title = { $title } ({ $first } to { $last })
# A heading with the number of what is under it.
print-counted-heading = { $heading } ({ $count })
# A source in the list of all sources.
print-source = { $title }. { $published } { $address }
print-source-note = { $title }. { $published } { $address }. { $note }
# The date in it; where there is none, a sentence that says why takes its place.
print-source-published = { $date }.

## An initiative.

print-roadmap-of = Roadmap: { $title }
print-roadmap-elsewhere = Its history and plans, which follow, say the same in words.
print-plans = Plans

## What the files that a document carries are.

print-attached-table = The table “{ $table }” of this report
print-attached-report = Every record of this report, and the state of every { -initiative }
