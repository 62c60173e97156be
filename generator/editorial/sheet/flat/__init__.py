"""The flat sheet: a whole portfolio in one table of 14 columns, filled in and brought back."""
