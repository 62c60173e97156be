### The page of all initiatives, with a filter, and ready-made lists.

## By what initiatives can be told apart.

status-axis-area = { CAPITALIZED(-area) }
status-axis-status = Status
status-axis-phase = Phase
status-axis-confidence = Confidence
status-axis-timing = Timing
status-axis-freshness = Last update
status-axis-department = Department
status-axis-owner = { CAPITALIZED(-owner) }
status-axis-sponsor = { CAPITALIZED(-sponsor) }

status-lead = { $count ->
    [one] This is the one { -initiative }
   *[other] These are all { $count } { -initiative(form: "other") }
} as of { $day }.
status-by-status-heading = By status
status-by-area-heading = By { -area } and status
status-by-area-alone = { CAPITALIZED(-initiative(form: "other")) } of each { -area }
status-by-area = { CAPITALIZED(-initiative(form: "other")) } by status and year of evidence
# The last column of that table: the sum of a row.
status-by-area-all = All
status-all-heading = All { -initiative(form: "other") }
status-part-description = A part of the table of all { -initiative(form: "other") }.
status-part-note = There are too many rows for one page. Words and filters look only at these rows; the { $lists } hold every { -initiative }.
    .lists = ready-made lists
status-departments = Departments
# By the roles that the organization asks for.
status-departments-note-both = Departments are those of the { -owner } and the { -sponsor }, those whose work plan lists the { -initiative }, and those that a source names as taking part.
status-departments-note-owner = Departments are those of the { -owner }, those whose work plan lists the { -initiative }, and those that a source names as taking part.
status-departments-note-sponsor = Departments are those of the { -sponsor }, those whose work plan lists the { -initiative }, and those that a source names as taking part.
status-departments-note-none = Departments are those whose work plan lists the { -initiative }, and those that a source names as taking part.
status-departments-none = none on record

## Values of the filter where there is no record of its own.

status-no-department = None on record

## The filter.

status-filter = Filter
status-filter-words = Words in the row
status-filter-every = All
# Leads from the filter to what it leaves.
status-filter-submit = Go to the list
status-filter-reset = Show all
# What is shown, read out after each change: all rows, some, or none. `shown` is a number and `filter`
# what was chosen, as a list of choices; `rows` says which rows of a long table this part has.
status-filter-all = { $count ->
    [one] The one { -initiative } is shown.
   *[other] All { $count } { -initiative(form: "other") } are shown.
}
status-filter-some = Shown: { $shown } of { $count } { -initiative(form: "other") }. Filter: { $filter }.
status-filter-none = Shown: none of { $count } { -initiative(form: "other") }. Filter: { $filter }. Change the filter or show all.
status-filter-part-all = All { $count } { -initiative(form: "other") } of this part ({ $rows }) are shown.
status-filter-part-some = Shown: { $shown } of { $count } { -initiative(form: "other") } of this part ({ $rows }). Filter: { $filter }.
status-filter-part-none = Shown: none of { $count } { -initiative(form: "other") } of this part ({ $rows }). Filter: { $filter }. Change the filter or show all.
# One choice, as "Status: On track".
status-filter-choice = { $name }: { $value }

## The order of the rows: by topic area, unless another one is chosen.

status-sort = Order
status-sort-title = By title
status-sort-newest = Newest find first
status-sort-oldest = Oldest find first

## Ready-made lists.

status-lists-heading = Ready-made lists
status-lists-text = The same lists that the filter makes, each at its own address.
status-list-link = { $value } ({ $count })
status-list-title = { $axis }: { $value }
status-list-caption = { $count ->
    [one] { $title } (1 { -initiative })
   *[other] { $title } ({ $count } { -initiative(form: "other") })
}
status-list-none = No { -initiative } is in this list.
status-lists-by-department = { CAPITALIZED(-initiative(form: "other")) } by department
status-lists-by-owner = { CAPITALIZED(-initiative(form: "other")) } by { -owner }
status-lists-by-sponsor = { CAPITALIZED(-initiative(form: "other")) } by { -sponsor }
status-index-phase = { CAPITALIZED(-initiative(form: "other")) } by phase
status-index-confidence = { CAPITALIZED(-initiative(form: "other")) } by confidence
status-index-freshness = { CAPITALIZED(-initiative(form: "other")) } by last update
status-value-means = What it means
status-lists-lede = As of { $day }.
# `note` says which departments are listed.
status-lists-lede-department = As of { $day }. { $note }
# At the top of a page of lists, where it is the same for all; `name` is that of a column.
status-of-every = { $name } of every { -initiative }
status-lists-more = All { -initiative(form: "other") }, with a filter
