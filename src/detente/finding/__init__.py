"""Finding: an article becomes a reading; each finder is a plain function."""
