"""What a method is (`model`), and how one is read from TOML and checked (`reading`, `catalogue`)."""
