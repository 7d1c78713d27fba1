"""What a step screen shows of each kind of activity, as plain values.

`of(meeting)` takes what `view` returns and gives a `Sheet`; nothing here knows a widget, a key or a method.
"""

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import here
from intervisie_tui.method.model import Choose, Note, Round, Summary, Talk, Tell, Write
from intervisie_tui.tui.sheets.base import Sheet


def of(meeting: Meeting) -> Sheet:
    """The sheet of the activity where the meeting stands. `meeting` is a view."""
    from intervisie_tui.tui.sheets import choosing, rounds, summing, talking, telling, writing  # Home needs none

    activity = here(meeting)
    match activity:
        case Tell() | Note():
            return telling.sheet(meeting, activity)
        case Write():
            return writing.sheet(meeting, activity)
        case Round():
            return rounds.sheet(meeting, activity)
        case Talk():
            return talking.sheet(meeting, activity)
        case Choose():
            return choosing.sheet(meeting, activity)
        case Summary():
            return summing.sheet(meeting, activity)
