"""Rules between records: each a small function with its code, reason and examples."""
