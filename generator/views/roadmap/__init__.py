"""Views of what is planned when: roadmap and budget cycles."""
