"""Views of what changed: between dates, and from edition to edition."""
