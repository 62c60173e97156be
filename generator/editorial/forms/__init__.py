"""Issue forms: made from the content, and turned back into changes of the content."""
