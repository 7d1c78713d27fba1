"""What the sheet of a step shows above what is collected in it (`Step.shows`): as rows, so that all of it can be read.

The keys of these rows begin with a letter that no act is about.
"""

from collections.abc import Iterator, Sequence

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.method.model import Method
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.sheets.base import presenter
from intervisie_tui.tui.sheets.said import Rows


def rows(meeting: Meeting, methods: Sequence[Method], made: Rows) -> tuple[Row, ...]:
    """The rows of the step where the meeting stands. `methods`: those that there are for a case."""
    match meeting.step.shows:
        case "agreements":
            return tuple(_agreements(meeting))
        case "intention":
            return tuple(_intention(meeting))
        case "methods":
            return tuple(_method(i, method) for i, method in enumerate(methods))
        case "proposals":
            return _proposals(meeting, made)
        case "":
            return ()


def heading(meeting: Meeting) -> str:
    """What stands above the rows; empty: what the activity says."""
    return _("Lees voor. Kan iedereen hier vandaag ja op zeggen?") if meeting.step.shows == "agreements" else ""


def reads(meeting: Meeting) -> bool:
    """Whether it is read before anything is typed."""
    return meeting.step.shows in ("agreements", "intention")


def _agreements(meeting: Meeting) -> Iterator[Row]:
    """One a row and close together: they are read aloud, and have to stand on one screen."""
    for i, one in enumerate(meeting.agreements):
        yield Row(f"a{i}", Content.assemble((one.label + "  ", STRONG), " ".join(one.wording.split())))


def _intention(meeting: Meeting) -> Iterator[Row]:
    """Nothing is asked before this has been read."""
    own = meeting.part.intention
    if own is None:
        return
    lines = [Content.styled(_("Voornemen van {name}").format(name=presenter(meeting)), MUTED)]
    lines.append(Content.styled(own.step, STRONG))
    about = []
    if own.when:
        about.append(_("Wanneer: {when}").format(when=own.when))
    if own.report_to:
        about.append(_("Vertelt het aan {who}").format(who=own.report_to))
    if about:
        lines.append(Content(" · ".join(" ".join(text.split()) for text in about)))
    yield Row("i", Content("\n").join(lines))


def _method(i: int, method: Method) -> Row:
    minutes = ngettext("{n} minuut", "{n} minuten", method.minutes).format(n=method.minutes)
    return Row(
        f"m{i}",
        Content.assemble(
            (f"{method.name}, {method.variant}", STRONG), (f"  {minutes}\n", MUTED), " ".join(method.summary.split())
        ),
    )


def _proposals(meeting: Meeting, made: Rows) -> tuple[Row, ...]:
    """The cases that were offered, in the order in which that was done."""
    offered = (item for item in meeting.part.contributions if item.kind == "case" and not item.struck)
    return made.of(meeting, meeting.part, offered)
