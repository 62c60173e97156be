"""A snapshot as flat tables with a dictionary of their columns: one row a record."""
