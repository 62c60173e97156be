"""Editions: what each held, and what became of it in today's content."""
