"""The first lines of new records."""
