timeline-note-fiscal = Each line is 1 January; financial years, from { $start } on, are shaded by turns. The dashed line is { $day }: everything is shown as of that day.
timeline-note-fiscal-cycles = Each line is 1 January; financial years, from { $start } on, are shaded by turns, and a heavier line is the start of a budget cycle. The dashed line is { $day }: everything is shown as of that day.
timeline-note-calendar = Each line is 1 January. The dashed line is { $day }: everything is shown as of that day.
timeline-note-calendar-cycles = Each line is 1 January; a heavier line is also the start of a budget cycle. The dashed line is { $day }: everything is shown as of that day.
