"""Home: begin, go on with what was interrupted, or read what came of a meeting."""
