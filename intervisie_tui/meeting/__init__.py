"""The heart: a meeting as an immutable value, and every act upon it as a pure function.

No input, no output, no Textual and no clock of its own: time comes in as `model.Now`.
"""
