"""From a folder of pages to a published site: site builders, search, preview, documents."""
