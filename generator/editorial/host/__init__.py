"""The git host: reviewers, reminders, changed files, history."""
