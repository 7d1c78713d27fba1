"""The screens, each one question or one view."""
