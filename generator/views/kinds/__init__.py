"""The kinds of pages in each section of the site."""
