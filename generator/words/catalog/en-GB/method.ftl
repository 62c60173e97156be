method-cycle = { $years ->
    [one] One financial year each
   *[other] { $years } financial years each
}; a financial year begins on { $begins }
method-updates-age-years = Beside each status is the date of its newest evidence: the newest event that editors cite for it, or the time that a report or record of the { -organization } speaks of. If editors compiled it, and two or more milestones have passed since that evidence, it is shown as “{ $outdated }” or the like: it was so then. Counts say how many are from the last full financial year or later, and from which years the others are.
method-fiscal-years = Financial years
method-fiscal-year = A financial year begins on { $begins }
