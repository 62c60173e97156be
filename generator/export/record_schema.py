"""JSON Schemas of records in which every field has the words of the catalog of fields."""

from enum import StrEnum

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import EnumSchema, ModelSchema

from generator.model.fields import Field, Holds, Shape, fields_of
from generator.model.values import Record
from generator.words.states import usual_meanings

_TYPED_AS_TEXT = frozenset({Holds.ID, Holds.TEXT, Holds.ADDRESS, Holds.DATE, Holds.DAY})


class RecordSchema(GenerateJsonSchema):
    """Writes schemas as pydantic does, with label, meaning, need and example of every field."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Return the schema of a record."""
        made = super().model_schema(schema)
        record: type[Record] = schema["cls"]
        for field in fields_of(record).values():
            if field.name not in made["properties"]:
                continue  # Kept in files alone.
            described = made["properties"][field.name]
            of_its_type = described.get("description", "")
            described.update(self._words(field))
            described["description"] = f"{described['description']} {of_its_type}".strip()
        return made

    def enum_schema(self, schema: EnumSchema) -> JsonSchemaValue:
        """Return the schema of an enumeration, with what each key is called and means."""
        return super().enum_schema(schema) | key_words(schema["cls"])

    def _words(self, field: Field) -> JsonSchemaValue:
        if self.mode == "serialization":
            # Who reads what was written need not know when to write it.
            return {"title": field.label, "description": field.meaning}
        words = {"title": field.label, "description": f"{field.meaning} {field.needed}"}
        if field.holds in _TYPED_AS_TEXT and field.shape is Shape.ONE:
            return words | {"examples": [field.example]}
        return words


def key_words(keys: type[StrEnum]) -> JsonSchemaValue:
    """Return what a schema says of each key of an enumeration, in the order of the keys.

    `enumDescriptions` is what editors such as VS Code show; validators pass over it.
    """
    told = usual_meanings(keys)
    return {"enumDescriptions": list(told.values())} if told else {}
