"""Views: one frozen value for each template, and the list of pages there are."""
