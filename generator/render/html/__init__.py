"""Pages to Markdown through strict templates."""
