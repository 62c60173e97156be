"""Documents to plain data that the print templates set."""
