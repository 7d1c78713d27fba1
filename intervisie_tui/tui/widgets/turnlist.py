"""The round at the side of the screen: who has been, who still waits, and always in sight who is on."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.sheets.base import TurnLine
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import hanging, short

_LOOKS = {"now": ("▸ ", "bold"), "had": ("✓ ", MUTED), "waiting": ("· ", ""), "passed": ("~ ", "")}


class TurnList(Laid):
    """Turns with the figure that calls each up. Without room for all it shows those around the one who is on."""

    DEFAULT_CSS = "TurnList { width: 24; padding-right: 1; border-right: solid $border-blurred; }"

    def __init__(self) -> None:
        super().__init__()
        self._turns: tuple[TurnLine, ...] = ()

    def tell(self, turns: Sequence[TurnLine]) -> None:
        """Show these turns; nothing at all where there are none."""
        self._turns = tuple(turns)
        self.display = bool(turns)
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        return laid_out(self._turns, width, height) if height and self._turns else []


def laid_out(turns: Sequence[TurnLine], width: int, height: int) -> list[Content]:
    """The turns in at most `height` lines: in full, else a line each, else only those around the one who is on."""
    full = [line for i, turn in enumerate(turns) for line in _drawn(i, turn, width)]
    if len(full) <= height:
        return full
    brief = [_brief(i, turn, width) for i, turn in enumerate(turns)]
    if len(brief) <= height:
        return brief
    on = next((i for i, turn in enumerate(turns) if turn.look == "now"), len(turns) - 1)
    if height < 3:
        return [brief[on]]
    room = height - 2  # a line above and one below say how many are left out
    first = min(max(0, on - room // 2), len(turns) - room)
    above, below = first, len(turns) - first - room
    if not above or not below:
        room += 1
        first, above, below = (0, 0, below - 1) if not above else (first - 1, above - 1, 0)
    shown = brief[first : first + room]
    if above:
        shown.insert(0, Content.styled("  ↑ " + _("nog {n}").format(n=above), MUTED))
    if below:
        shown.append(Content.styled("  ↓ " + _("nog {n}").format(n=below), MUTED))
    return shown


def _drawn(i: int, turn: TurnLine, width: int) -> list[Content]:
    head, names = _head_and_names(i, turn)
    lines = hanging(head, names, width)
    detail = _detail(turn)
    if not detail:
        return lines
    if lines[-1].cell_length + 2 + len(detail) <= width:
        return [*lines[:-1], Content.assemble(lines[-1], (f"  {detail}", MUTED))]
    return lines + hanging(Content(" " * head.cell_length), Content.styled(detail, MUTED), width)


def _brief(i: int, turn: TurnLine, width: int) -> Content:
    line = short(Content("").join(_head_and_names(i, turn)), width)
    detail = _detail(turn)
    if detail and line.cell_length + 2 + len(detail) <= width:
        return Content.assemble(line, (f"  {detail}", MUTED))
    return line


def _head_and_names(i: int, turn: TurnLine) -> tuple[Content, Content]:
    sign, style = _LOOKS.get(turn.look, ("– ", MUTED))
    return Content.styled(f"{sign}{i + 1} ", style), Content.styled(turn.names, style)


def _detail(turn: TurnLine) -> str:
    return turn.detail or {"passed": _("komt nog"), "passed_twice": _("past")}.get(turn.look, "")
