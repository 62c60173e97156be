"""What everything builds on: located faults, what stops a run, settings, timings."""
