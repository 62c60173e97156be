roadmap-years-heading = { $kind ->
    [calendar] By year
   *[fiscal] By financial year
}
roadmap-year = { $kind ->
    [calendar] { $year }
   *[fiscal] Financial year { $year }
}
roadmap-years-text = What happened and what was planned in each { $kind ->
    [calendar] year
   *[fiscal] financial year
}, with sources.
