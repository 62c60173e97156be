### Pages: their names, what search engines and previews of links say of them, and what every page
### may carry. `nav` is the name in the navigation, where there is little room.

## Sections of the site, each a way in; the others are called as their first page is.

page-section-initiatives = { CAPITALIZED(-initiative(form: "other")) }
page-section-goals = Goals
page-section-data = Data and sources

## Pages that every report has.

page-changes = What changed
    .nav = From edition to edition
    .description = What is new, what moved, and what ended, from edition to edition and up to today.
page-editions = Editions
    .description = The report as it was at earlier times.
page-data = Data
    .description = The whole report as JSON, as tables in CSV, and in print, free to download and use again.
page-dictionary = Tables and columns
    .description = What each table of the open data holds, what its columns mean, and how its cells are written.
page-ideas = Ideas
    .description = Every idea for putting the { -initiative(form: "other") } into practice, and what was found about each.
page-unknown = What we do not know
    .description = Gaps, open questions, and points on which sources disagree.
page-method = Method
    .description = What the words mean, and how statuses, updates, and counts are worked out.
page-sources = Sources
    .description = Every source that the report is based on.
page-matches = Editors’ matches
    .description = What this site’s editors connected with { -initiative(form: "other") } that the sources do not name, and which statuses rest on that alone.
page-audit = Check a sample
    .description = Claims drawn at random, each with its page, its record, and its sources, for whoever checks the report.
page-accessibility = Accessibility
    .description = What was tested, by which engines, when, and what is known to be missing.
page-about = About this report
    .nav = About
    .description = Why it exists, how it is made, and who may use it.
page-areas = { CAPITALIZED(-area(form: "other")) }
    .description = What the report covers, and how many { -initiative(form: "other") } each { -area } has.
# `listed-description` is for a report in which nobody tells how they are doing.
page-initiatives = All { -initiative(form: "other") }
    .description = Every { -initiative } with its status in each report and today, and a filter.
    .listed-description = Every { -initiative }, with a filter.
page-roadmap = Roadmap
    .description = What was planned, what happened, and what comes next, by fiscal year.
    .area-description = Phases, steps, and events of these { -initiative(form: "other") } along one time axis.
page-responsibility = Who is responsible
    .description = Who is responsible for each { -initiative }, and who takes part in it.
page-partners = Partners
    .description = Who takes part in { -initiative(form: "other") } from outside the { -organization }.
page-meetings = Meetings
    .description = What was presented to the { -governing-body }, as it was.
page-cycles = Budget cycles
    .description = What was due at each milestone, what arrived, and what is missing.
page-milestones = Milestones
page-goals = Goals and measures
page-evaluations = Evaluations
page-money = Money
page-search = Search
    .description = Find any { -initiative } and everything else in this report.

## An address at which { -initiative(form: "indefinite") } was before.

page-moved = Moved: { $title }
    .description = This { -initiative } has a new address.
# In front of a link to it.
page-moved-to = This { -initiative } has a new address:
page-moved-list-to = This list has a new address:
    .description = This list has a new address.

## A fact that the editors of the report, and not its source, connected with an initiative.

page-match = Matched by this site’s editors
    .aside = (matched by this site’s editors)
    .legend = Matched by this site’s editors: the source describes the matter but does not name the { -initiative }.

## Footnotes of prose, for those who have the page read out to them.

page-notes = Notes
page-note-back = Back to mark { $number } in the text
