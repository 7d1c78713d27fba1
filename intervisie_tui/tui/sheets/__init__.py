"""What a step screen shows of each kind of activity, as plain values.

`of(meeting)` takes what `view` returns and gives a `Sheet`; nothing here knows a widget, a key or a method.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import here
from intervisie_tui.method.model import Choose, Method, Note, Round, Summary, Talk, Tell, Write
from intervisie_tui.tui.sheets.base import Sheet

if TYPE_CHECKING:
    from intervisie_tui.tui.sheets.said import Rows


def of(meeting: Meeting, methods: Sequence[Method] = (), made: "Rows | None" = None) -> Sheet:
    """The sheet of the activity where the meeting stands, under what its step shows.

    `meeting` is a view; `methods` are those that there are for a case; `made` has the rows of the sheets before.
    """
    from intervisie_tui.tui.sheets import said, shown

    made = made or said.Rows()
    sheet, above = _of_activity(meeting, made), shown.rows(meeting, methods, made)
    if not above:
        return sheet
    keys = {row.key for row in above}
    rows = (*above, *(row for row in sheet.rows if row.key not in keys))
    return replace(sheet, rows=rows, heading=shown.heading(meeting) or sheet.heading, reads=shown.reads(meeting))


def _of_activity(meeting: Meeting, made: "Rows") -> Sheet:
    # Each late: a step needs one of them, and Home none.
    activity = here(meeting)
    match activity:
        case Tell() | Note():
            from intervisie_tui.tui.sheets import telling

            return telling.sheet(meeting, activity)
        case Write():
            from intervisie_tui.tui.sheets import writing

            return writing.sheet(meeting, activity)
        case Round():
            from intervisie_tui.tui.sheets import rounds

            return rounds.sheet(meeting, activity, made)
        case Talk():
            from intervisie_tui.tui.sheets import talking

            return talking.sheet(meeting, activity, made)
        case Choose():
            from intervisie_tui.tui.sheets import choosing

            return choosing.sheet(meeting, activity, made)
        case Summary():
            from intervisie_tui.tui.sheets import summing

            return summing.sheet(meeting, activity)
