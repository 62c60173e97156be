"""What happened and what changed, in the order of time."""
