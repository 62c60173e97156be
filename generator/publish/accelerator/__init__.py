"""A plugin that spares MkDocs what it did before: the same bytes, sooner."""
