"""Status updates and roles: who owes what, and files changed in their normal form."""
