"""The report as of a date: what was visible, and how every initiative stood."""
