states-status-cancelled = Cancelled
    .means = Stopped for good before it was delivered.
states-word-partner = Partner
    .means = A department, division or outside organisation that helps develop and carry out { -initiative(form: "indefinite") }.
states-word-evaluation = Evaluation
    .means = The yearly look at progress towards the goals.
states-word-budget-cycle = Budget cycle
    .means = The financial years for which one budget is adopted.
