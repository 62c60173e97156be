"""The report as frozen, typed values: the words of the design, nothing computed."""
