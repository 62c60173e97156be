"""Drawings as plain geometry: what stands where, in which look; whoever prints adds the markup."""
