### What commands print about the report in plain text.

terminal-ideas = Ideas
terminal-history = History
terminal-no-changes = Nothing changed.
