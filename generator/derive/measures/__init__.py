"""Measures and goals: what may be compared, and whether a target was met."""
