evaluation-list-lede = Every year, progress towards goals and measures is evaluated for the { -program }, its { -area(form: "other") }, and single { -initiative(form: "other") }.
evaluation-lede = { $count ->
    [one] One evaluation
   *[other] { $count } evaluations
} of progress towards goals and measures.
