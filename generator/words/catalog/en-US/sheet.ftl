# What the import of a flat sheet writes into the content, in the language of the report.

# Beside a planned date: why nobody knows on which day it was set.
sheet-not-given = The sheet does not say when this was planned.
sheet-date-changed = A later sheet gives another date.
# What an amount in the column "Budget" is for.
sheet-budget = Budget

## One initiative on one page.

# A measure in front of what its figures say.
sheet-measure = { $title } ({ $unit }):
sheet-more-measures = { $count ->
    [one] The full report has one more measure.
   *[other] The full report has { $count } more measures.
}
sheet-earlier = Earlier
sheet-more-entries = { $count ->
    [one] one more entry in the full report
   *[other] { $count } more entries in the full report
}
