### The fiscal impact, in the brief, the staff report, and the first page of the report.

fiscal-heading = Fiscal impact
fiscal-largest = The largest sums
fiscal-ended = Money of what ended or was canceled
fiscal-money = Money
fiscal-sum = Sum
fiscal-for = What it is for
fiscal-stated = As of
fiscal-measured = Cost and income, as measured
