"""Exports of other systems, brought in by a mapping file that declares what each column means."""
