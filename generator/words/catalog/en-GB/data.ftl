data-reading-dates = As exact as the source: 2016, 2016-08, or 2016-08-30; 2016-21 to 2016-24 are spring, summer, autumn, and winter, and 2016-33 to 2016-36 the quarters of a year; from and to as 2016-03/2016-05; one moment between bounds as [2016-03..2016-05], one of two as [2016-03,2016-05]; an open end as two full stops; a tilde after a date that editors placed (EDTF, levels 0 to 2). Columns of days hold full days.
    .name = Dates.
data-reading-numbers = Digits with a point for decimals, exactly as typed. In the JSON files they are text, so that no software rounds them.
    .name = Numbers.
