"""Views of goals, measures, results and evaluations."""
