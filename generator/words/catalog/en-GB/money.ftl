money-chart-title = Money by financial year
money-chart-left-out =
    { $count ->
        [one] { $count } amount that is for no single financial year, or in another currency, is not drawn.
       *[other] { $count } amounts that are for no single financial year, or in another currency, are not drawn.
    }
money-by-period-heading = By financial year
money-by-period = Money by financial year or budget cycle
money-by-period-years = Money by financial year
money-column-period-years = Financial year
money-by-cycle = Money by budget cycle, with the financial years in it
money-of-initiative = Sums by financial year or budget cycle
money-of-initiative-years = Sums by financial year
