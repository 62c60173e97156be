"""The work of a report's cycle: editions frozen, verified and compared."""
