"""Pictures: files of `content/media/`, with what they show for who cannot see them."""

from typing import ClassVar

from generator.model.values import MediaFile, Record, Text


class Picture(Record):
    """An image of `content/media/`."""

    KEY: ClassVar[tuple[str, ...]] = ("file",)

    file: MediaFile
    """The file in content/media. Example: stations.jpg"""
    alt: Text
    """What it shows, for who cannot see it.

    Example: Ten bicycles at a station on Main Street.
    """
    caption: Text | None = None
    """What is said below it. Example: The first station, June 2016"""
    credit: Text
    """Who made it, and by what right it is shown.

    Example: Parks Division, by permission
    """
