"""Meetings: what was presented there, kept as it was."""
