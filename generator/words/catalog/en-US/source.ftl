### Sources.

source-date-gap = Date: { $gap } (given as: { $stated })
source-date-stated = { $date } (given as: { $stated })
