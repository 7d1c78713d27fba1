"""What a field to type in is known by, for whoever has none: the fields themselves are dear to import."""


class TypedIn:
    """A field of `terminal.field`."""
