"""What an organization calls things: its own terms, in each language of the report."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from pydantic import Field

from generator.model.values import Id, Record, Title


class OrganizationKind(StrEnum):
    """What the organization is, which is what it is called where it has no term of its own."""

    CITY = "city"
    COUNTY = "county"
    DEPARTMENT = "department"
    AGENCY = "agency"
    OTHER = "other"


class OwnTerms(Record):
    """The organization's own terms in one language, each in all its forms.

    They are in the order of the alphabet, in which the form editor writes them.
    """

    area: dict[Id, Title] = Field(default={})
    """What a group of initiatives is called. Label: Topic area. Example: one: priority"""
    governing_body: dict[Id, Title] = Field(default={})
    """Who decides, and receives the report. Example: one: Board of Supervisors"""
    initiative: dict[Id, Title] = Field(default={})
    """What one proposal that the report follows is called. Example: one: project"""
    organization: dict[Id, Title] = Field(default={})
    """What the organization is called in running text. Example: one: borough"""
    owner: dict[Id, Title] = Field(default={})
    """What the post that runs an initiative day to day is called. Example: one: Project Manager"""
    program: dict[Id, Title] = Field(default={})
    """What the program as a whole is called. Example: one: strategic plan"""
    sponsor: dict[Id, Title] = Field(default={})
    """What the post that is responsible for its success is called. Example: one: Director"""

    def given(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Yield each term that is given, by its name in the catalogue of words, with its forms."""
        for name in type(self).model_fields:
            if forms := getattr(self, name):
                yield name.replace("_", "-"), forms
