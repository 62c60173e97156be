"""What touches the disk and the cores: atomic sync of a folder, parallel map."""
