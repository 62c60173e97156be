"""A document to a model, with every misfit as an issue in plain words at its place.

| code | what it means |
| --- | --- |
| S001 | a key is missing |
| S002 | an unknown key |
| S003 | the wrong type: text, a list, and keys with values are three different things |
| S004 | a word that is not one of the allowed ones |
| S005 | a value that is not what is expected, and not of a kind named below |
| S006 | it is not clear which of several forms is meant |
| S007 | too few or too many items |
| S008 | keys of one record that do not go together |
| S010 | a text with no words in it |
| S011 | a title, a name, or a text that is too long |
| S012 | a title or name with characters that are not allowed there |
| S013 | not an id |
| S014 | not a goal |
| S015 | not a fiscal year or budget cycle |
| S016 | not the holder of a role |
| S017 | not a currency |
| S018 | not a web or mail address |
| S019 | not a month and day |
| S020 | not the name of a media file |
| S021 | not a number |
| S022 | not a whole number |
| S023 | neither true nor false |
| S024 | not a full day |
| S025 | a day that is not in the calendar |
| S026 | not a date, whole or partial |
| S027 | an interval that ends before it begins |
| S028 | a status that is worked out and never typed |
| S029 | not a step of a roadmap |
| S030 | an id that no page and no file can have |
| S031 | an id that is too long |
| S032 | not a language by its code |
| S033 | not the address of a repository |
| S034 | not an account at the git host |
| S035 | not the digest of a text |
| S036 | not the name of a package |
| S037 | not a color |
| S040 | not a value of a taxonomy |
"""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.core.issues import Issue, Location
from generator.core.naming import did_you_mean, name_list, nearest, quoted
from generator.load.binding_paths import MISMATCHES, FieldError, field_error, keys_at, one_branch
from generator.load.source_document import Path, Value, YamlDocument
from generator.load.typed_values import MOST_CHOICES, blanks_around, shown
from generator.load.value_to_copy import advice
from generator.model.fields import Field, fields_at, held_elsewhere
from generator.model.references import Ref
from generator.model.values import Record

M = TypeVar("M", bound=Record)

CODES = {
    "empty_text": "S010",
    "long_title": "S011",
    "long_text": "S011",
    "title_characters": "S012",
    "not_an_id": "S013",
    "not_a_goal": "S014",
    "not_a_fiscal_year": "S015",
    "not_a_holder": "S016",
    "not_a_currency": "S017",
    "not_an_address": "S018",
    "not_a_month_day": "S019",
    "not_a_media_file": "S020",
    "not_a_number": "S021",
    "not_a_whole_number": "S022",
    "not_a_flag": "S023",
    "not_a_day": "S024",
    "no_such_day": "S025",
    "not_a_date": "S026",
    "backward_interval": "S027",
    "derived_status": "S028",
    "not_a_step": "S029",
    "reserved_name": "S030",
    "long_id": "S031",
    "not_a_language": "S032",
    "not_a_repository": "S033",
    "not_an_account": "S034",
    "not_a_digest": "S035",
    "not_a_package": "S036",
    "not_a_color": "S037",
    "not_a_taxonomy_value": "S040",
    "value_error": "S008",
    "assertion_error": "S008",
}
"""The code of each refusal that the model's types and records give."""

_CHOICES = {
    "enum": ("S004", "expected"),
    "literal_error": ("S004", "expected"),
    "union_tag_invalid": ("S006", "expected_tags"),
}
_NO_ID = ("not_an_id", "not_a_fiscal_year", "not_a_holder")
"""The refusals of a word that could not be the id of anything."""

_SHAPED = {
    "text": 'Write one text in double quotes: key: "text".',
    "a list": "Write one item per line below the key, each after two spaces, a dash, and a space.",
    "keys with values": "Write one key and its value per line below, each after two spaces.",
}


def bind(
    model: type[M],
    document: YamlDocument,
    at: Path = (),
    added: Mapping[str, Value] | None = None,
) -> tuple[M | None, list[Issue]]:
    """Return the model of the record at `at`, and every way in which the record does not fit it.

    `added` are fields that other files hold, as a Markdown body. The model is None when there is
    an issue, or when the document was faulted at or below `at`. Raises LookupError when nothing
    is at `at`.
    """
    data = document.value(at)
    issues = _misplaced(model, document, at, data)
    if added and isinstance(data, dict):
        data = {**data, **added}
    bound = None
    try:
        bound = model.model_validate(data)
    except ValidationError as fault:
        found = [field_error(error, data) for error in fault.errors(include_url=False)]
        issues += _fault_issue(model, document, at, data, one_branch(found))
    damaged = [path for path in document.faulted if path[: len(at)] == at]
    return (None if issues or damaged else bound), issues


def _fault_issue(
    model: type[Record], document: YamlDocument, at: Path, data: Value, found: list[FieldError]
) -> list[Issue]:
    told = _FaultMessages(model, document, at, data)
    unknown = [told.unknown_key(m) for m in found if m.kind == "extra_forbidden"]
    meant = {key for _, key in unknown}
    issues = [issue for issue, _ in unknown]
    for fault in found:
        if fault.kind == "missing" and (*fault.path, fault.key) in meant:
            continue
        if fault.kind != "extra_forbidden" and not told.is_echo(fault):
            issues.append(told.issue(fault))
    already_told = {document.place(path) for path in document.faulted}
    return [issue for issue in issues if issue.location not in already_told]


def _misplaced(model: type[Record], document: YamlDocument, at: Path, data: Value) -> list[Issue]:
    """Report keys whose value is elsewhere, as a Markdown file's body."""
    return [
        Issue(
            "S002",
            document.place((*at, name)),
            f'the key "{name}" among the keys',
            f"this text in {field.in_file}"
            if "." in field.in_file
            else "this text below the second line ---",
            "Move the text there and remove the key.",
        )
        for field in held_elsewhere(model)
        if isinstance(data, dict) and (name := field.name) in data
    ]


def _count(context: Mapping[str, Any]) -> tuple[str, str]:
    least, most = context.get("min_length"), context.get("max_length")
    if least is not None:
        return f"at least {least} here", "Add what is missing."
    return f"at most {most} here", "Remove the extra ones."


class _FaultMessages:
    """Tells misfits of one record of one document."""

    def __init__(self, model: type[Record], document: YamlDocument, at: Path, data: Value) -> None:
        self._model = model
        self._document = document
        self._at = at
        self._data = data
        self._keys: dict[Path, tuple[dict[str, Field], list[str]]] = {}

    def is_echo(self, fault: FieldError) -> bool:
        """Whether a list seems too short only because its faulty items were not counted."""
        if fault.kind != "too_short":
            return False
        return len(self._value(fault.path)) >= int(fault.context["min_length"])

    def issue(self, fault: FieldError) -> Issue:
        """Return any misfit but an unknown key in plain words."""
        if fault.kind == "missing":
            return self._missing(fault)
        code, expected, next_step = self._expectation(fault)
        return self._told(code, fault, expected, next_step)

    def _expectation(self, fault: FieldError) -> tuple[str, str, str]:
        context = fault.context
        code = CODES.get(fault.kind, "S005")
        said = fault.message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
        expected, next_step = said[:1].lower() + said[1:], "Correct it or remove it."
        if "next_step" in context:
            expected, next_step = str(context["expected"]), str(context["next_step"])
        elif fault.kind in MISMATCHES:
            code, expected = "S003", MISMATCHES[fault.kind]
            next_step = _SHAPED[expected]
        elif fault.kind in _CHOICES:
            code, names = _CHOICES[fault.kind]
            expected, next_step = self._one_of(fault, names)
        elif fault.kind == "union_tag_not_found":
            code, key = "S006", str(context["discriminator"]).strip("'")
            expected, next_step = f"the key {key}, which says what kind it is", "Add it."
        elif "min_length" in context or "max_length" in context:
            code, expected, next_step = "S007", *_count(context)
        return code, expected, next_step

    def unknown_key(self, fault: FieldError) -> tuple[Issue, Path]:
        """Return the issue, and the path of the key that was probably meant (else of its own)."""
        parent, key = fault.path[:-1], str(fault.path[-1]) if fault.path else ""
        known, absent = self._keys_at(parent)
        meant = nearest(key, absent)
        issue = Issue(
            "S002",
            self._place(fault.path),
            f'the unknown key "{shown(key)[1:-1]}"',
            f"one of these keys: {name_list(known, most=MOST_CHOICES)}",
            did_you_mean(key, absent).rstrip() or "Remove it, or use one of these keys.",
        )
        return issue, (*parent, meant or key)

    def _missing(self, fault: FieldError) -> Issue:
        field = self._keys_at(fault.path)[0].get(str(fault.key))
        says = field.meaning if field else ""
        return Issue(
            "S001",
            self._place(fault.path),
            f'no key "{fault.key}"',
            f'the key "{fault.key}"' + (f": {says}" if says else ""),
            advice(field, str(fault.key)),
        )

    def _one_of(self, fault: FieldError, names: str) -> tuple[str, str]:
        allowed = re.findall(r"'([^']*)'", str(fault.context[names]))
        value = fault.context.get("tag", self._value(fault.path))
        question = did_you_mean(value, allowed) if isinstance(value, str) else ""
        words = name_list(allowed, most=MOST_CHOICES)
        return f"one of: {words}", question.rstrip() or "Write one of these words."

    def _told(self, code: str, fault: FieldError, expected: str, next_step: str) -> Issue:
        name = next((step for step in reversed(fault.path) if isinstance(step, str)), None)
        if fault.loc and fault.loc[-1] == "[key]":
            found = f"the key {shown(str(name))}"
        else:
            typed = self._value(fault.path)
            value = shown(typed)
            if around := blanks_around(typed):
                next_step = f"Remove the space {around}. {next_step}"
            found = value if name is None else f'{value} for "{shown(name)[1:-1]}"'
            if fault.kind in _NO_ID and isinstance(typed, str) and (ref := self._ref(fault.path)):
                step = f"Write its id, such as {quoted(ref.example)}."
                at, no_id = self._place(fault.path), (ref.to, typed.strip())
                return Issue(code, at, found, ref.expected, step, no_id=no_id)
        return Issue(code, self._place(fault.path), found, expected, next_step)

    def _ref(self, path: Path) -> Ref | None:
        """Return what the field at a path names, if it names anything."""
        return next((field.ref for field in fields_at(self._model, path) if field.ref), None)

    def _keys_at(self, path: Path) -> tuple[dict[str, Field], list[str]]:
        """Return the keys a record may have, with their fields, and those it has not."""
        if path not in self._keys:
            record = self._value(path)
            present = record if isinstance(record, dict) else {}
            known = keys_at(self._model, path, present)
            self._keys[path] = known, [name for name in known if name not in present]
        return self._keys[path]

    def _value(self, path: Path) -> Value:
        here = self._data
        for step in path:
            here = here[step]  # type: ignore[index]
        return here

    def _place(self, path: Path) -> Location:
        return self._document.place((*self._at, *path))
