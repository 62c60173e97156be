"""Views to text: pages in Markdown, documents for print."""
