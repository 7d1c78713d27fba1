"""What the program costs on a line, beside bare Textual: `make bench`. What came of it: docs/PERFORMANCE.md."""
