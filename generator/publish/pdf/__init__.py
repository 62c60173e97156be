"""Documents to PDF: set by Typst, then finished."""
