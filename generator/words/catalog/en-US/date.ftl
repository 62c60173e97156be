### Dates that are no single day; days, months and their order come from the CLDR.

# A date that editors placed.
date-about = about { $date }
date-or-later = { $start } or later
date-or-earlier = { $end } or earlier
date-interval = { $start } to { $end }
# "March to May 2016"; months by their names.
date-months = { $first } to { $last } { $year }
# "November 15 to 16, 2017"; the month as it is beside a day.
date-days-of-month = { $month } { $first } to { $last }, { $year }
# "March 3 to April 2, 2017"
date-days-of-year = { $start } to { $end }, { $year }

# For narrow places, such as the axis of a chart: "c. Mar 2017", "Mar 2017–May 2017".
date-short-about = c. { $date }
date-short-interval = { $start }–{ $end }
date-short-or-later = { $start }–
date-short-or-earlier = to { $end }
