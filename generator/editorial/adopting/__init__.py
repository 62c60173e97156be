"""The repository of a report: files that the program keeps there, and what of them changes."""
