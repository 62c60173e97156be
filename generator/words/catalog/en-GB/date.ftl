date-days-of-month = { $first } to { $last } { $month } { $year }
date-days-of-year = { $start } to { $end } { $year }
date-season-autumn = autumn { $year }
