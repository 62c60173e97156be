"""Taxonomies: an organization's own groupings of its initiatives, such as district or fund."""

from pydantic import Field

from generator.model.values import Id, Record, Title


class TaxonomyValue(Record):
    """One group of a taxonomy."""

    id: Id
    """Its id inside the taxonomy, also in its page's address. Example: riverside"""
    title: Title
    """What it is called. Example: Riverside"""


class Taxonomy(Record):
    """A grouping of initiatives beside the topic areas; an initiative may be in several groups."""

    id: Id
    """Its id, also in its page's address. Example: district"""
    title: Title
    """What it is called, as the heading of a list of its groups. Example: District"""
    values: tuple[TaxonomyValue, ...] = Field(min_length=1)
    """Its groups, in the order in which they are listed. One: group"""
