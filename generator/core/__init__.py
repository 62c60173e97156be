"""What everything stands on: located faults, what stops a run, settings, timings."""
