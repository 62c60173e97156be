### One initiative on one page.

# A table that is cut to its first rows.
sheet-first-rows = { $caption } ({ $shown } of { $all })
sheet-earlier = Earlier
sheet-more-entries = { $count ->
    [one] one more entry in the full report
   *[other] { $count } more entries in the full report
}
