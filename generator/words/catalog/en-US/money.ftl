### Money of initiatives: requested, planned, adopted, forecast, and spent, added up and compared.
### Sums are exact in tables; sentences may have them in words of scale, as “$1.25 million”.

# What money is called of which no source says what it is for, or who pays.
money-unnamed = Money
# What money or a figure is called, and as of when it is.
money-named-on = { $name }, { $date }
# Another sum with its name follows.
money-and-more = { $name };

## Sentences about sums. `sums` is a list of sums by stage, each one of the five after it.

# `known` of `all` initiatives have sums that can be added up.
money-headline = { $known ->
    [one] Sources state { $sums }, for { $known } of { $all } { $all ->
        [one] { -initiative }
       *[other] { -initiative(form: "other") }
    }.
   *[other] Sources state { $sums }, for { $known } of { $all } { $all ->
        [one] { -initiative }
       *[other] { -initiative(form: "other") }
    }.
}
money-sum-requested = { $sum } requested
money-sum-planned = { $sum } planned
money-sum-adopted = { $sum } adopted
money-sum-forecast = { $sum } forecast
money-sum-spent = { $sum } spent
# After the sentence before it, or alone; `added` is how many initiatives that one speaks of.
money-unstated = { $added ->
    [0] For { $count } of { $all } { $all ->
        [one] { -initiative }
       *[other] { -initiative(form: "other") }
    }, sources give sums without saying whether they are planned, adopted, or spent, so these sums are not added up.
   *[other] For { $count } more, sources give sums without saying whether they are planned, adopted, or spent, so these sums are not added up.
}
money-none-known = No sum is known for { $count } { $count ->
    [one] { -initiative }
   *[other] { -initiative(form: "other") }
}.

## Comparisons. `difference` is one of those below; `periods` is a list of years, or says how many
## there are; `initiatives` is 0 where the page is about one of them.

money-compared-heading = What was spent and what was adopted
money-compared-spent = { $initiatives ->
    [0] Of { $base } adopted ({ $periods }), { $sum } was spent: { $difference }.
    [one] Both are known for { $initiatives } { -initiative } ({ $periods }): of { $base } adopted, { $sum } was spent, { $difference }.
   *[other] Both are known for { $initiatives } { -initiative(form: "other") } ({ $periods }): of { $base } adopted, { $sum } was spent, { $difference }.
}
money-compared-spent-so-far = Of { $base } adopted ({ $periods }), { $sum } had been spent when that was last reported.
money-compared-forecast = { $initiatives ->
    [0] The forecast ({ $periods }) is { $sum }, and { $base } was planned: { $difference }.
    [one] A forecast and a plan are known for { $initiatives } { -initiative } ({ $periods }): { $sum } is forecast, and { $base } was planned, { $difference }.
   *[other] A forecast and a plan are known for { $initiatives } { -initiative(form: "other") } ({ $periods }): { $sum } is forecast, and { $base } was planned, { $difference }.
}
money-difference-none = no difference
money-difference-more = { $sum } more
money-difference-less = { $sum } less
# The sums are ranges, or open on one side.
money-difference-unclear = whether that is more is not clear
money-periods-many = { $count } periods
money-periods-none = no period stated
money-periods-some-unnamed = some without a stated period
# Beside a difference, where one side has money from funds that the other does not name.
money-same-funds = of the funds named on both sides

## The drawing of sums by fiscal year, which is of one currency.

money-chart-title = Money by fiscal year
# Above its scale; `unit` is a currency, or as “millions of USD”.
money-chart-unit = In { $unit }
# What a narrow bar in front of a wide one stands for.
money-chart-key-narrow = { $stage } (narrow bar)
money-most-requested = The most that was requested for any one year is { $sum }, for { $period }.
money-most-planned = The most that was planned for any one year is { $sum }, for { $period }.
money-most-adopted = The most that was adopted for any one year is { $sum }, for { $period }.
money-most-forecast = The highest forecast for any one year is { $sum }, for { $period }.
money-most-spent = The most that was spent in any one year is { $sum }, in { $period }.
money-chart-left-out = { $count ->
    [one] { $count } amount that is for no single fiscal year, or in another currency, is not drawn.
   *[other] { $count } amounts that are for no single fiscal year, or in another currency, are not drawn.
}

## Tables of sums: what each is called, and what heads its columns.

# `unit` is what the cells count, as “millions of USD”.
money-in-unit = { $caption }, in { $unit }
# `currency` is its code.
money-unit-thousand = thousands of { $currency }
money-unit-million = millions of { $currency }
money-unit-billion = billions of { $currency }
money-initiatives = { CAPITALIZED(-initiative(form: "other")) }
money-against-spent = Spent against adopted
money-against-forecast = Forecast against planned
money-in-all = In all
money-by-period-heading = By fiscal year
money-by-period = Money by fiscal year or budget cycle
money-by-period-years = Money by fiscal year
money-column-period = Year or cycle
money-column-period-years = Fiscal year
money-no-period = No year stated
money-by-area-heading = By { -area }
money-by-area = Money by { -area }
money-column-area = { CAPITALIZED(-area) }
money-no-area = No { -area }
money-by-cycle-heading = By budget cycle
money-by-cycle = Money by budget cycle, with the fiscal years in it
money-column-cycle = Budget cycle
money-no-cycle = In no listed cycle
money-by-unit-heading = By department
money-by-unit = Money by the department of the { -owner }, or of the work plan where no { -owner } is known
money-column-unit = Department
money-no-unit = No department known
money-by-fund-heading = By fund
money-by-fund = Money by fund
money-column-fund = Fund
money-no-fund = No fund stated
money-of-initiative = Sums by fiscal year or budget cycle
money-of-initiative-years = Sums by fiscal year
money-by-initiative-heading = By { -initiative }
money-initiatives-elsewhere = Each { -initiative } is listed on the page of its { -area }, under Money.
money-by-initiative = Money of each { -initiative } of which a sum is known
# An amount of one of several years, in a list of such.
money-amount-of-year = { $year }: { $amount }

## Amounts of which no source says whether they are planned, adopted, or spent.

money-unstated-column = Stage not stated
money-unstated-why = { $count ->
    [one] { $count } sum is not added up: its source does not say whether it is planned, adopted, or spent.
   *[other] { $count } sums are not added up: their sources do not say whether they are planned, adopted, or spent, and some of them may be the same money.
}
