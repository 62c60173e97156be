"""The generator of the Innovations Annual Report: content in, site, data and documents out."""

__version__ = "0.1.0"
