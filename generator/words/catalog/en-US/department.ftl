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
