# What the import of a flat sheet writes into the content, in the language of the report.

sheet-not-given = The sheet does not give it.
sheet-date-changed = A later sheet gives another date.
# What an amount in the column "Budget" is for.
sheet-budget = Budget
