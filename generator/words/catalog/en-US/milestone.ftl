### Milestones of the budget cycle, at which updates are due.

milestone-heading = Milestones
milestone-none = No source names a milestone.
milestone-count = { $count ->
    [one] One milestone
   *[other] { $count } milestones, newest first
}, with numbers of { -initiative(form: "other") }

## What heads a column, or names a fact.

milestone-milestone = Milestone
milestone-kind = Kind
milestone-cycle = Budget cycle
milestone-opens = Updates accepted from
milestone-due = Due
milestone-stated = What the source says
milestone-owed = Update required
milestone-owed-yes = yes
milestone-owed-no = no
milestone-owed-by-all = yes, from every { -initiative } listed before and not closed by then

## One milestone.

milestone-title = Milestone: { $title }
milestone-lede-none = No update was due at this milestone, and none was received.
milestone-lede-unasked = No update was due at this milestone, but { $count ->
    [one] one was received
   *[other] { $count } were received
}.
milestone-lede-owed-none = None of { $all } { -initiative(form: "other") } owed an update.
# `states` lists how many updates came, were covered, are missing, or are expected.
milestone-lede = { $owed } of { $all ->
    [one] 1 { -initiative }
   *[other] { $all } { -initiative(form: "other") }
} owed or gave an update: { $states }.
milestone-counted-came = { $count } received
milestone-counted-covered = { $count } covered by another update
milestone-counted-missing = { $count } missing
milestone-counted-expected = { $count } expected
milestone-all-heading = What was due, what was received, and what is missing
milestone-received-heading = What was received
milestone-covers = An update also covers the milestones before its own, and all that came due by the time it describes.
milestone-no-update = No update was given for this milestone.
milestone-initiatives = { $count ->
    [one] 1 { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
milestone-update = Update
milestone-status = Status it gives
milestone-owner = { CAPITALIZED(-owner) } today
milestone-given = Update of { $date }
milestone-by = by { $date }
milestone-not-yet-listed = not yet listed then
