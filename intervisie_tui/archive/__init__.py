"""Transcripts and settings on disk: saving, finding, reading, exporting. Nothing else touches files of a meeting."""
