"""The story of each command, a few lines each."""
