"""The form editor (Sveltia CMS): its configuration from the model, and its files for the site."""
