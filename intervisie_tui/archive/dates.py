"""Dates and times as people read them."""

from datetime import date, datetime

from intervisie_tui.locale import _


def day(stamp: date) -> str:
    """A date in words: 22 november 2026."""
    months = (
        _("januari"),
        _("februari"),
        _("maart"),
        _("april"),
        _("mei"),
        _("juni"),
        _("juli"),
        _("augustus"),
        _("september"),
        _("oktober"),
        _("november"),
        _("december"),
    )
    return f"{stamp.day} {months[stamp.month - 1]} {stamp.year}"


def wall_time(stamp: datetime) -> str:
    """A time as it was on the wall of the meeting: 14:05."""
    return f"{stamp:%H:%M}"
