"""The ids in the scripts by which a group finds what concerns it; a script of the user's own has to keep them."""

STEP, WHEN, TO_WHOM = "stap", "wanneer", "aan-wie"
"""The parts of an intention, in the round of the closing."""
OUTCOME, LINE = "uitkomst", "regel"
"""The fields of a look-back."""
NEXT_DATE = "datum"
"""The field of the closing for the next meeting."""
