### The full report, in print.

report-full = Full report
# What a table would count none of: their names follow.
report-counted-none = With zero
# `digest` is a checksum of the data that the report is made from.
report-digest = The data of this report, as the file carries it, has the SHA-256 checksum { $digest }. Whoever has the same data gets the same checksum.
# What the first and the last volume of a long report hold; between them are the topic areas.
report-first-chapters = Overview
report-last-chapters = Goals, roles, and sources
report-volumes-heading = The volumes of this report

## How to read it.

report-how-to-read-heading = How to read this report
# Where nothing tells when an update is due.
report-how-to-read-three = The report says three separate things about every { -initiative }: its phase, its status, and how confident anyone is that it will be delivered. Each has its own word and shape, so that no meaning depends on color.
report-how-to-read = The report says four separate things about every { -initiative }: its phase, its status, how confident anyone is that it will be delivered, and how recent its last update is. Each has its own word and shape, so that no meaning depends on color.
report-words-heading = Words and marks
# It follows the mark of a match.
report-match-means = The source describes the matter but does not name the { -initiative }; editors matched the two.
report-numbers-mean = Numbers in brackets refer to the list of sources at the end.
report-results-heading = How results are worked out

## The first page: everything at a glance.

report-dashboard-heading = At a glance
# How many have each status: a column for each edition, and one for today.
report-statuses = { CAPITALIZED(-initiative(form: "other")) } by status
report-matters-heading = What needs attention

## Summary.

report-summary-heading = Summary
report-edition-heading = About this edition
# A claim that the organization made about its own report: `scope` is what it is about.
report-claim-heading = A claim by the { -organization } itself
report-claim = { $text } ({ $scope }).
report-claim-note = { $text } ({ $scope }). { $note }
report-not-known-heading = What is not known

## What changed.

report-changes-heading = What changed since the last report
report-first = This is the first report, so there is nothing to compare it with.
# `said` says how much changed, in sentences.
report-changes = From { $before } ({ $start }) to { $end }: { $said }

## Roadmap.

report-drawn-elsewhere = The history of each { -initiative }, in its section, says the same in words.
report-stages-heading = Now, next, later, and done
report-no-initiative = No { -initiative }.

## Initiatives and topic areas.

report-all-heading = All { -initiative(form: "other") } in one table
report-all = { $count ->
    [one] The only { -initiative }
   *[other] All { $count } { -initiative(form: "other") }
}, by { -area }
report-area-heading = Goals, figures, and background
report-index-heading = Index
report-index-lede = What the titles of { -initiative(form: "other") } are about, and who takes part in them, with the pages on which their sections begin.
# Words that begin many titles or mean little without the others, with blanks between them: verbs,
# adverbs, and words of quantity. The index leaves them out. Readers do not see it.
report-index-left-out = launch launching introduce introducing increase increasing decrease reduce reducing provide providing create creating develop developing build building improve improving enhance enhancing expand expanding establish establishing implement implementing explore exploring encourage encouraging promote promoting celebrate celebrating integrate integrating redesign beautify publicize catalog understand make making take taking keep keeping use using used helping share sharing partner add adding bring bringing open opening get getting set setting support supporting ensure strengthen offer offering offerings start begin complete update plan new better more less many number overall official robust friendly per within without outside inside around across through throughout between into onto toward related based benefits understand their every
