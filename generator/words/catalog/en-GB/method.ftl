method-cycle = { $years ->
    [one] One financial year each
   *[other] { $years } financial years each
}; a financial year begins on { $begins }
