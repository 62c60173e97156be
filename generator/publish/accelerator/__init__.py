"""The accelerator: the very bytes that MkDocs makes, sooner; `building.build_pages` is its door."""
