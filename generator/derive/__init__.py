"""What follows from the report: snapshots, freshness, totals, differences; pure functions."""
