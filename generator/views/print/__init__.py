"""Documents as plain values: the brief, the report, packets and sheets."""
