"""What readers read: dates, numbers and lists in words."""
