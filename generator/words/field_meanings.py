"""What the fields of the model mean, for readers of the open data, in any language."""

from generator.model.fields import Field
from generator.words.message import Translatable


def field_meaning(field: Field) -> Translatable:
    """Return what a field means: as the model says it, or a language's own entry for it."""
    return Translatable(field_id(field), field.meaning)


def field_id(field: Field) -> str:
    """Return the entry in which a language's catalogue may say what a field means."""
    return f"dictionary-field-{field.record.__name__.lower()}-{field.name}"
