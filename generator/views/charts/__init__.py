"""Drawings as plain geometry: what is where, in which look; whoever prints adds the markup."""
