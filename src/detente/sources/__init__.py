"""Sources: bytes to pages, one file a format."""
