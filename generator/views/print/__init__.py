"""Documents for the council as plain values: the brief, the report, packets and sheets."""
