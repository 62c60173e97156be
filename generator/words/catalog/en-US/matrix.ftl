### The matrix: a row for each initiative, with its status in each edition and today.

# Said before it: how to read it. `editions` is how many reports there were.
matrix-text = { $editions ->
    [0] A row is { -initiative(form: "indefinite") }, with its status today.
    [one] A row is { -initiative(form: "indefinite") }, with its status in the report of that year and today.
   *[other] A row is { -initiative(form: "indefinite") }, with its status in each year’s report and today.
}
# Where a status that was last reported long ago is drawn hatched.
matrix-text-hatched = Hatched means that it was so when last reported, long ago.
# Where there is a column of finds.
matrix-text-finds = A dot is something found about it since it was proposed.
# Where there are ideas.
matrix-text-ideas = The last column says about how many of its ideas anything was found.
matrix-caption = { CAPITALIZED(-initiative(form: "other")) }, one in a row
matrix-today = Today
matrix-finds = When anything was found
# The same in print, where it heads a narrow column of years.
matrix-newest = Newest find
matrix-ideas = Ideas found
# About how many ideas something was found, of those proposed.
matrix-idea-share = { $found ->
    [0] none
   *[other] { $found }
} of { $proposed }
# In the cell of a time at which the initiative was not listed yet.
matrix-absent = Not yet listed
# Where nothing was found after the initiative was proposed.
matrix-no-find = none
# Read out in place of the year alone.
matrix-find-count = { $count ->
    [one] one find, in { $year }
   *[other] { $count } finds, the newest in { $year }
}
