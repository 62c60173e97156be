"""The report for machines: schemas now, data in open formats as they come."""
