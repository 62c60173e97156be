"""Views of who is responsible: roles, units, posts, partners."""
