change-heading-dropped = Cancelled, merged or replaced
change-count-dropped = { $count ->
    [one] { $count } was cancelled, merged or replaced
   *[other] { $count } were cancelled, merged or replaced
}
