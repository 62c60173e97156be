"""Views of the report as a whole: home, topic areas, narrative, sources, data."""
