"""Documents that others edit, as files of a word processor."""
