### Charts of measures: their names, keys and labels.

chart-title = { $measure }, { $unit }
# What is read out to those who do not see the chart, after what its figures say.
chart-scale = The scale starts at { $low }. Every figure in the drawing is also in the table below it.

## Labels beside a figure; they must be short.

chart-label-target = target { $figure }
chart-label-earlier-target = earlier target { $figure }
chart-label-baseline = baseline { $figure }
# Twelve months that begin in one year and end in the next, as "2015–16".
chart-two-years = { $first }–{ $last }

## Beside a chart: the files that hold it, and the address by which others can be led to it.

chart-file-drawing = Chart as SVG
chart-file-figures = Figures as CSV
chart-link = Link to this chart
# In the file of a chart: where it is from.
chart-file-note = { $report }, as of { $day }

## Words above a figure that has a row of its own; `date` may be "2017" or "Aug 2016".

chart-row = { $date }: { $figure }
chart-row-of-series = { $series }, { $date }: { $figure }
chart-row-baseline = baseline, { $date }: { $figure }
chart-row-target-due = target, { $date }: { $figure }
chart-row-earlier-target-due = earlier target, { $date }: { $figure }

## The key: what shapes and lines mean.

chart-key-measured = Measured
# An amount that came in one period, drawn as a bar.
chart-key-measured-in-period = Measured in the period
chart-key-not-compared = Not compared: a partial period or a different time span
chart-key-vague = Not exact: “about,” “almost,” “more than,” or the like in the source
chart-key-baseline = Baseline
chart-key-target = Target
chart-key-earlier-target = Earlier target, since replaced

## Why there is no chart.

chart-none-single-figure = There is only one figure so far, so no change over time can be shown.
chart-none-single-figures = There is only one figure of each kind so far, so no change over time can be shown.
chart-none-single-figure-and-target = There is only one figure so far; the table has it beside the target.
chart-none-single-figures-and-target = There is only one figure of each kind so far; the table has them beside the target.
chart-none-unlike-periods = The figures cover different time spans, so they cannot be compared.
