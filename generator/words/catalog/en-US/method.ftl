### The method page: what the words mean, and how things are worked out.

method-lead = What the words in this report mean, and how it works out what it shows.

## How the last update is judged; the values are labels.

method-updates-heading = How the last update is judged
method-updates-owed = Every { -initiative } owes an update at each milestone that falls due after its proposal. An update covers its own milestone, all milestones before it, and all that fell due by the time it describes.
# Where there are no budget cycles.
method-updates-missed-milestones = What is missed is the milestones that no update covers. If nothing is missed, the label is “{ $current }”; if one is missed, “{ $late }”; if two or more are missed, “{ $stale }”.
method-updates-exempt-always = Nobody owes an update for { -initiative(form: "indefinite") } that has finished, stopped, merged, or been replaced.
method-updates-age-years = Beside each status is the date of its newest evidence: the newest event that editors cite for it, or the time that a report or record of the { -organization } speaks of. If editors compiled it, and two or more milestones have passed since that evidence, it is shown as “{ $outdated }” or the like: it was so then. Counts say how many are from the last full fiscal year or later, and from which years the others are.
method-updates-missed = What is missed is the larger of two counts: milestones that no update covers, and whole budget cycles since the last update. If nothing is missed, the label is “{ $current }”; if one is missed, “{ $late }”; if two or more are missed, “{ $stale }”.
method-updates-exempt = After the last known budget cycle, there is no way to tell whether an update is due: the label is “{ $not_measurable }”. Nobody owes an update for { -initiative(form: "indefinite") } that has finished, stopped, merged, or been replaced.
method-updates-age = Beside each status is the date of its newest evidence: the newest event that editors cite for it, or the time that a report or record of the { -organization } speaks of. If editors compiled it, and two or more milestones or whole budget cycles have passed since that evidence, it is shown as “{ $outdated }” or the like: it was so then. Counts say how many are from the last full budget cycle or later, and from which years the others are.

method-dates-heading = How dates are read
method-dates = A date is as exact as its source and no more. A date that editors placed is shown with the word “about”; the source says why. Something counts as known on a day once it must have been true by then; for things in the past, at the latest when the newest of its sources appeared. Whether one thing came later than another is said only where it is certain.

method-counts-heading = How counts are made
method-counts = Counts are counts of records. This report works out no percentage of completion; one that a source states is shown as that source’s. What nobody reported is counted as not reported and never guessed.

method-words-heading = Other words

method-results-heading = How results of goals are worked out
method-goals = All goals with their results

## Whose report it is.

method-whose-heading = Whose report this is
method-organization = { CAPITALIZED(-organization) }
method-period = Years with annual reports
method-cycles = Budget cycles
method-cycle = { $years ->
    [one] One fiscal year each
   *[other] { $years } fiscal years each
}; a fiscal year begins on { $begins }
method-fiscal-years = Fiscal years
method-fiscal-year = A fiscal year begins on { $begins }
method-site = Published at
method-sources = Based on
