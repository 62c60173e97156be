"""What all views are made of: pages, addresses, blocks, pagination."""
