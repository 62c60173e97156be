"""The report as of a date: what was visible, and the state of every initiative."""
