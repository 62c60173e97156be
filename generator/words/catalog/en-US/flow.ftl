### How statuses moved from edition to edition, and up to today: a drawing, a table, lists.

flow-title = Status in each edition and today
flow-today = Today
# An initiative of another time.
flow-not-listed = Not listed
# In front of how many initiatives had each status; `counts` goes on as in flow-count.
flow-lede = In the { $year } edition: { $were }. Today, { $day }: { $now }.
flow-count = { $count } “{ $status }”
# What the drawing is of, and what its bands lead to.
flow-how = Each column is a time, each band the { -initiative(form: "other") } that went from one status to another, as thick as there are many. A band leads to the list of them.
flow-newest = The drawing has the newest { $count } editions; the table has all.
# What appears beside the pointer.
flow-band = { $count } from “{ $was }” to “{ $now }”
flow-table = From each edition to the next, and up to today: how many { -initiative(form: "other") } went from which status to which
flow-from = From
flow-to = To
flow-status-before = Status before
flow-status-after = Status after
flow-initiatives = { CAPITALIZED(-initiative(form: "other")) }
# `was` and `now` are statuses.
flow-went = { $was } → { $now }: { $count }
flow-list = { $count ->
    [one] One { -initiative }: “{ $now }”, before “{ $was }”
   *[other] { $count } { -initiative(form: "other") }: “{ $now }”, before “{ $was }”
}
# How many of the initiatives of an edition or of today have a status.
flow-held = { $status }: { $count }
flow-held-list = { $count ->
    [one] One { -initiative }: “{ $status }”
   *[other] { $count } { -initiative(form: "other") }: “{ $status }”
}
flow-more = { $count } more
flow-no-moves = No { -initiative } moved to another status.
