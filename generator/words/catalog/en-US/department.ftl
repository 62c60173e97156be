### A department's packet.

department-title = Packet: { $unit }
department-summary = { $count ->
    [one] One { -initiative } of { $unit }.
   *[other] { $count } { -initiative(form: "other") } of { $unit }.
}
department-initiatives-heading = Its { -initiative(form: "other") }
department-initiatives = { $count ->
    [one] One { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
department-no-initiative = No source connects { -initiative(form: "indefinite") } with it.

# What sources say of the unit itself.
department-record-heading = What sources say of it

## The updates that its initiatives owe.

department-owed-heading = Updates owed
department-owed = { $count ->
    [one] One { -initiative } owes an update
   *[other] { $count } { -initiative(form: "other") } owe an update
}
department-missing = Updates missing
department-expected = Next update due
# A milestone by its title, and when its updates were or are due.
department-milestone = { $milestone } ({ $day })
