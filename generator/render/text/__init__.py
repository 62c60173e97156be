"""Plain text for the command line."""
