"""Views of initiatives: one by one, by status, and their ideas."""
