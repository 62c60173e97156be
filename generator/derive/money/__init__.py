"""Money: what is planned, adopted and spent, period by period, and in all."""
