"""The door to the accelerator: build a site, or one page of it, as MkDocs would."""

import logging
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import clean_directory

from generator.publish.accelerator.conditions import other_versions, why_not
from generator.publish.accelerator.messages import collected

if TYPE_CHECKING:
    from generator.publish.accelerator.page_builder import PageBuilder


class NotAcceleratedError(Exception):
    """Pages cannot be made but by MkDocs itself; the text says why."""


def build_pages(config: MkDocsConfig) -> str:
    """Build the site of a configuration; return why that is left to MkDocs, or nothing.

    What MkDocs would warn of is logged as it does. Where the accelerator could not do it, the
    site's folder is empty again, so that MkDocs meets the same fault and words it its own way.
    """
    reason = why_not(config)
    if reason:
        return reason
    try:
        # Only here: another version of MkDocs may lack what they import.
        from generator.publish.accelerator.agreement import agree  # noqa: PLC0415
        from generator.publish.accelerator.site_builder import make_site  # noqa: PLC0415

        other = other_versions()
        if other and not agree(config):
            return f"{other}, which made some pages come out differently"
        with collected() as warnings:
            make_site(config)
    except Exception as error:  # noqa: BLE001 - MkDocs meets it again
        clean_directory(config.site_dir)
        return str(error) or type(error).__name__
    for warning in warnings:
        logging.getLogger("mkdocs").warning("%s", warning)
    return ""


def page_builder(config: MkDocsConfig, files: Files) -> "PageBuilder":
    """Return what makes single pages of a site, whose nav holds `files`.

    Raises NotAcceleratedError where only MkDocs itself may make them.
    """
    reason = why_not(config) or other_versions()
    if reason:
        raise NotAcceleratedError(reason)
    # As above.
    from generator.publish.accelerator.page_builder import PageBuilder  # noqa: PLC0415

    return PageBuilder(config, files)
