"""The acts of a step screen, in the order in which the key line shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intervisie_tui.tui import acts_always, acts_in_meeting, acts_in_turns, step_moves
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.acts_in_turns import with_figures
from intervisie_tui.tui.late import Late

if TYPE_CHECKING:
    from intervisie_tui.tui import step_intervening
    from intervisie_tui.tui.screens.step import StepScreen
else:
    step_intervening = Late("intervisie_tui.tui.step_intervening")


def _picks(desk: StepScreen) -> bool:
    return desk.sheet.picks and not desk.in_field


_MOVING: tuple[Act[StepScreen], ...] = (
    Act(
        "on",
        ("pagedown",),
        N_("verder"),
        N_("Verder: de volgende beurt, daarna het volgende onderdeel of de volgende stap"),
        lambda desk, _key: step_moves.go_on(desk),
        typing=True,
        prominent=True,
    ),
    Act(
        "back",
        ("pageup",),
        N_("terug"),
        N_("Terug: alles wat er stond, staat er nog"),
        lambda desk, _key: step_moves.go_back(desk),
        typing=True,
        prominent=True,
    ),
    Act(
        "give",
        ("enter",),
        N_("vastleggen"),
        N_("Vastleggen wat er in het veld staat"),
        lambda desk, _key: None,  # the field does so itself
        why_not=lambda desk: "" if desk.in_field else None,
        prominent=True,
        label_typing=N_("vastleggen"),
    ),
    Act(
        "tick",
        ("enter",),
        N_("aanvinken"),
        N_("Aanvinken wat gekozen is, of het vinkje weghalen"),
        lambda desk, _key: step_moves.tick_row(desk),
        why_not=lambda desk: "" if _picks(desk) and not with_figures(desk) else None,
        prominent=True,
    ),
    Act(
        "higher",
        ("enter",),
        N_("cijfer hoger"),
        N_("Een cijfer hoger voor wat gekozen is; na het hoogste weer geen"),
        lambda desk, _key: step_moves.tick_row(desk),
        why_not=lambda desk: "" if _picks(desk) and with_figures(desk) else None,
        prominent=True,
    ),
    Act(
        "intervene",
        ("g", "ctrl+g"),
        N_("ingreep"),
        N_("Ingrijpen: dan een cijfer, en de zin om te zeggen staat er"),
        lambda desk, _key: step_intervening.step_in(desk),
        why_not=lambda desk: "" if desk.room.catalogue.remedies else None,
        typing=True,
        prominent=True,
    ),
    Act(
        "fields",
        ("tab", "enter", "escape"),
        N_("typen"),
        N_("Wisselen tussen typen en de andere toetsen"),
        lambda desk, key: step_moves.toggle_typing(desk) if desk.in_field or key != "escape" else None,
        why_not=lambda desk: "" if desk.form.fields else None,
        typing=True,
        prominent=True,
        label_typing=N_("andere toetsen"),
    ),
)

ACTS = (*_MOVING, *acts_in_turns.ACTS, *acts_in_meeting.ACTS, *acts_always.ACTS)
