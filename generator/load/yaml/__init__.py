"""YAML to documents: positions kept, surprises refused."""
