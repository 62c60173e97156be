"""Editions frozen, verified and compared."""
