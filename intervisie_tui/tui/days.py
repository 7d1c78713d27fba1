"""Days as people read them in an appointment."""

from datetime import date

from intervisie_tui.archive.dates import day as written
from intervisie_tui.locale import _


def in_words(day: date) -> str:
    """A day with its weekday: dinsdag 12 januari 2027."""
    weekdays = (
        _("maandag"),
        _("dinsdag"),
        _("woensdag"),
        _("donderdag"),
        _("vrijdag"),
        _("zaterdag"),
        _("zondag"),
    )
    return f"{weekdays[day.weekday()]} {written(day)}"
