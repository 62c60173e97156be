### Dates that are no single day; days, months and their order come from the CLDR.

# A date that editors placed.
date-about = about { $date }

## What lasted from one date to another.

date-or-later = { $start } and later
date-or-earlier = { $end } and earlier
date-interval = { $start } to { $end }
# "March to May 2016"; months by their names.
date-months = { $first } to { $last } { $year }
# "November 15 to 16, 2017"; the month as it is beside a day.
date-days-of-month = { $month } { $first } to { $last }, { $year }
# "March 3 to April 2, 2017"
date-days-of-year = { $start } to { $end }, { $year }

## One moment, of which only bounds are known.

date-sometime-between = sometime between { $start } and { $end }
# It was after that date, and not in it.
date-sometime-after = sometime after { $date }
date-sometime-from = { $start } or sometime later
date-no-later = no later than { $end }
# One of two dates, and nothing in between.
date-either = { $first } or { $second }
# "May or June 2016"; months by their names.
date-either-month = { $first } or { $second } { $year }

## Seasons.

date-season-spring = spring { $year }
date-season-summer = summer { $year }
date-season-autumn = fall { $year }
date-season-winter = winter { $year }
# "spring 2016 (March to May)", "winter 2015 (December 2015 to February 2016)"
date-in-season = { $season } ({ $first } to { $last })

## Quarters.

# "the first quarter of 2016"
date-quarter = the { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }
date-quarter-short = Q{ $quarter } { $year }
# `year` is what the fiscal year is called, as "FY2025-26".
date-fiscal-quarter = the { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }, { $date }

## For narrow places, such as the axis of a chart: "c. Mar 2017", "Mar 2017–May 2017".

date-about-short = c. { $date }
date-short-interval = { $start }–{ $end }
date-short-interval-or-later = { $start }–
date-short-interval-or-earlier = to { $end }
date-short-moment = sometime { $start }–{ $end }
date-short-moment-or-later = { $start } or later
date-short-moment-or-earlier = by { $end }
