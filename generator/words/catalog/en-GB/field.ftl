field-license = licence
field-programs = earlier programmes
    .one = earlier programme { $key }
field-cycle = budget cycle or financial year
field-cycle_years = financial years in a budget cycle
field-fiscal_year_label = name of financial years
field-fiscal_year_start = first day of the financial year
