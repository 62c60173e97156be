### Schedules: when an initiative and its steps begin and end, as planned, as forecast, as they came.

schedule-caption = When it begins and ends
schedule-what = What
schedule-part-start = Start
schedule-part-end = End
schedule-forecasts = Forecast
schedule-actual = What came
schedule-timing = Timing
# When a forecast was made; after the date that was forecast.
schedule-said-on = forecast { $date }
# A step that has begun, and when.
schedule-begun = Begun ({ $date })

## Beside a signal, the dates behind it.

# Behind "since": the end of a year, a quarter, or a month that was planned.
schedule-end-of = the end of { $date }
# `since` is a day, or the above.
schedule-overdue-start = start planned for { $planned }, not begun
schedule-overdue-end = since { $since }
schedule-overdue-step = since { $since }
schedule-reforecast-start = start planned for { $planned }, not begun, now expected { $expected }
schedule-reforecast-end = since { $since }, now expected { $expected }
schedule-reforecast-step = since { $since }, now expected { $expected }
schedule-came-start = began { $came }, first planned for { $first }
schedule-came-end = finished { $came }, first planned for { $first }
schedule-came-step = reached { $came }, first planned for { $first }
schedule-forecast-start = start expected { $expected }, first planned for { $first }
schedule-forecast-end = expected { $expected }, first planned for { $first }
schedule-forecast-step = expected { $expected }, first planned for { $first }
schedule-moved-start = start planned for { $planned }, first planned for { $first }
schedule-moved-end = planned for { $planned }, first planned for { $first }
schedule-moved-step = planned for { $planned }, first planned for { $first }

## In drawings.

schedule-lane = Schedule
# All dates of a schedule, apart from each other by semicolons.
schedule-dates = Schedule: { $dates }.
schedule-key-planned = Schedule: still to come
schedule-key-taken = Schedule: time since it began
schedule-key-overdue = Schedule: overdue
schedule-drawn-start-planned = start first planned for { $date }
schedule-drawn-end-planned = end first planned for { $date }
schedule-drawn-start-moved = start moved to { $date }
schedule-drawn-end-moved = end moved to { $date }
schedule-drawn-start-forecast = start forecast for { $date }
schedule-drawn-end-forecast = end forecast for { $date }
schedule-drawn-start-came = began { $date }
schedule-drawn-end-came = finished { $date }

## What is overdue or behind schedule, in documents.

schedule-late-heading = Overdue or behind schedule
# A list of the counts below.
schedule-late = What is late: { $counts }
schedule-late-initiatives-overdue = { $count ->
    [one] one { -initiative } overdue
   *[other] { $count } { -initiative(form: "other") } overdue
}
schedule-late-initiatives-behind = { $count ->
    [one] one { -initiative } behind schedule
   *[other] { $count } { -initiative(form: "other") } behind schedule
}
schedule-late-steps-overdue = { $count ->
    [one] one step overdue
   *[other] { $count } steps overdue
}
schedule-late-steps-behind = { $count ->
    [one] one step behind schedule
   *[other] { $count } steps behind schedule
}
schedule-late-none = Of what has a planned date, nothing is overdue or behind schedule.
schedule-late-step = step: { $step }
