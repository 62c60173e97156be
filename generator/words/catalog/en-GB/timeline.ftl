timeline-note = Each line is the start of a financial year, on { $start }. The dashed line is { $day }: everything is shown as of that day.
timeline-note-cycles = Each line is the start of a financial year, on { $start }; a heavier line also starts a budget cycle. The dashed line is { $day }: everything is shown as of that day.
