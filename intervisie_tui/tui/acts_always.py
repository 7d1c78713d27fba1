"""Acts that can be done in every step: time, help, notes, corrections, people, undo, the blank screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting import clock
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.late import Late
from intervisie_tui.tui.shared_acts import BLANK, THEME, help_with

if TYPE_CHECKING:
    from intervisie_tui.meeting import difference
    from intervisie_tui.tui import step_dialogs, step_intervening, step_people
    from intervisie_tui.tui.screens.step import StepScreen
else:
    difference = Late("intervisie_tui.meeting.difference")
    step_dialogs = Late("intervisie_tui.tui.step_dialogs")
    step_intervening = Late("intervisie_tui.tui.step_intervening")
    step_people = Late("intervisie_tui.tui.step_people")


def _pause(desk: StepScreen, _key: str) -> None:
    now = desk.room.running.now()
    stop = not desk.meeting.clock.paused
    desk.do(lambda meeting: clock.pause(meeting, now) if stop else clock.go_on(meeting, now))


def _undo(desk: StepScreen, _key: str) -> None:
    after = desk.meeting
    _over(desk, desk.room.running.undo)
    _then(desk, _("Teruggedraaid: {act}.").format(act=difference.act_between(desk.meeting, after)))


def _redo(desk: StepScreen, _key: str) -> None:
    before = desk.meeting
    _over(desk, desk.room.running.redo)
    _then(desk, _("Opnieuw gedaan: {act}.").format(act=difference.act_between(before, desk.meeting)))


def _over(desk: StepScreen, turn_back: Callable[[], None]) -> None:
    """What was said last need not hold of the value that comes back: that the time is up, for one."""
    desk.tell("")
    turn_back()


def _then(desk: StepScreen, message: str) -> None:
    """Say it once the screen shows the value that came back, for a screen that moves forgets what was said before."""
    desk.call_next(desk.tell, message)


ACTS: tuple[Act[StepScreen], ...] = (
    Act(
        "pause",
        ("space",),
        N_("klok"),
        N_("De klok stilzetten of weer laten lopen"),
        _pause,
        prominent=True,
    ),
    Act(
        "say",
        ("z",),
        N_("zeggen"),
        N_("Wat je nu kunt zeggen"),
        lambda desk, _key: step_dialogs.show_line(desk),
        prominent=True,
    ),
    Act(
        "pitfalls",
        ("v",),
        N_("valkuilen"),
        N_("Valkuilen van deze stap, met een zin die helpt"),
        lambda desk, _key: step_intervening.name_pitfall(desk),
        prominent=True,
    ),
    Act(
        "overview",
        ("i",),
        N_("inhoud"),
        N_("Alle stappen, en naar een andere stap gaan"),
        lambda desk, _key: step_dialogs.overview(desk),
        prominent=True,
    ),
    Act(
        "more",
        ("+",),
        N_("minuut erbij"),
        N_("Een minuut meer voor deze stap"),
        lambda desk, _key: desk.do(lambda meeting: clock.more(meeting, 1)),
    ),
    Act(
        "less",
        ("-",),
        N_("minuut eraf"),
        N_("Een minuut minder voor deze stap"),
        lambda desk, _key: desk.do(lambda meeting: clock.more(meeting, -1)),
    ),
    Act(
        "restart",
        ("h",),
        N_("tijd opnieuw"),
        N_("De tijd van deze stap opnieuw laten beginnen"),
        lambda desk, _key: desk.do(lambda meeting: clock.restart(meeting, desk.room.running.now())),
    ),
    Act(
        "note",
        ("n",),
        N_("notitie"),
        N_("Een notitie bij deze stap"),
        lambda desk, _key: step_dialogs.add_note(desk),
    ),
    Act(
        "correct",
        ("c",),
        N_("verbeteren"),
        N_("Verbeteren wat gekozen is, of iets van eerder"),
        lambda desk, _key: step_dialogs.correct_one(desk),
    ),
    Act(
        "strike",
        ("x",),
        N_("doorhalen"),
        N_("Doorhalen wat gekozen is: de woorden gaan uit het bestand"),
        lambda desk, _key: step_dialogs.strike_one(desk),
    ),
    Act(
        "people",
        ("d",),
        N_("deelnemers"),
        N_("Deelnemers: iemand komt later, gaat eerder weg, of heet anders"),
        lambda desk, _key: step_people.people(desk),
    ),
    Act(
        "undo",
        ("u",),
        N_("ongedaan"),
        N_("De laatste handeling ongedaan maken"),
        _undo,
    ),
    Act(
        "redo",
        ("r",),
        N_("toch wel"),
        N_("Wat ongedaan gemaakt is toch weer doen"),
        _redo,
    ),
    replace(BLANK, prominent=True),
    replace(THEME, prominent=False),
    Act(
        "leave",
        ("ctrl+q", "q"),
        N_("stoppen"),
        N_("Stoppen; alles is bewaard en je kunt later verder"),
        lambda desk, _key: desk.leave(),
        typing=True,
    ),
    Act(
        "list",
        ("ctrl+p",),
        N_("alles wat kan"),
        N_("Een lijst van alles wat nu kan, ook tijdens het typen"),
        lambda desk, _key: step_dialogs.list_acts(desk),
        typing=True,
    ),
    help_with(N_("In andere stappen")),
)
