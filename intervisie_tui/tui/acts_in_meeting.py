"""Acts that are about the whole meeting: its parts, its end, choosing a case, what was prepared, the next date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intervisie_tui.meeting import moving
from intervisie_tui.meeting.choosing import proposals
from intervisie_tui.meeting.places import here
from intervisie_tui.method.model import Script, Write
from intervisie_tui.tui import plan_text, step_moves, step_prepared
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.heading import runs_late
from intervisie_tui.tui.late import Late

if TYPE_CHECKING:
    from intervisie_tui.tui import step_choosing, step_closing, step_late, step_people, step_plan
    from intervisie_tui.tui.screens.step import StepScreen
else:
    step_choosing = Late("intervisie_tui.tui.step_choosing")
    step_closing = Late("intervisie_tui.tui.step_closing")
    step_late = Late("intervisie_tui.tui.step_late")
    step_people = Late("intervisie_tui.tui.step_people")
    step_plan = Late("intervisie_tui.tui.step_plan")


def _in_part(desk: StepScreen, script: Script) -> str | None:
    return "" if desk.meeting.part.method.script == script else None


def _skips(desk: StepScreen) -> str | None:
    """Beside `again`, which has the same key where something is written in silence."""
    writing = isinstance(here(desk.meeting), Write)
    return "" if moving.can_skip(desk.meeting) and not writing else None


def _wordings(desk: StepScreen) -> str | None:
    return "" if not desk.in_field and desk.form.waiting else None


def _skip(desk: StepScreen, _key: str) -> None:
    seen, now = desk.meeting.place, desk.room.running.now()
    desk.do(lambda meeting: moving.skip(meeting, seen, now))


def _runs_late(desk: StepScreen) -> str:
    """Hidden from the key line while there is time, and never refused: then it tells when the end will be."""
    now = desk.room.running.now()
    return "" if runs_late(desk.meeting, now) else plan_text.ends(desk.meeting, now)


ACTS: tuple[Act[StepScreen], ...] = (
    Act(
        "wording",
        tuple("123456789"),
        N_("kiezen"),
        N_("Een van de voorstellen die bij het veld staan"),
        lambda desk, key: step_moves.take_wording(desk, int(key)),
        why_not=_wordings,
        prominent=True,
    ),
    Act(
        "skip",
        ("o",),
        N_("overslaan"),
        N_("Dit deel overslaan; wat er staat blijft staan"),
        _skip,
        why_not=_skips,
        prominent=True,
    ),
    Act(
        "choose_case",
        ("k",),
        N_("casus kiezen"),
        N_("Kiezen welke casus er nu komt, met de methode en wie leidt"),
        lambda desk, _key: step_choosing.choose(desk),
        why_not=lambda desk: _in_part(desk, "choosing"),
        prominent=True,
    ),
    Act(
        "votes",
        ("m",),
        N_("stemmen"),
        N_("Stemmen over de casussen: geteld, of één voor één in stilte"),
        lambda desk, _key: step_choosing.votes(desk),
        why_not=lambda desk: _in_part(desk, "choosing") if len(proposals(desk.meeting)) > 1 else None,
        prominent=True,
    ),
    Act(
        "bring_in",
        ("w",),
        N_("voorbereiding"),
        N_("Wat de inbrenger heeft voorbereid op het scherm zetten, als die dat wil"),
        lambda desk, _key: step_prepared.bring_in(desk),
        why_not=lambda desk: "" if step_prepared.to_bring_in(desk) else None,
        prominent=True,
    ),
    Act(
        "late",
        ("y",),
        N_("uitloop"),
        N_("We lopen uit: later eindigen, korter, of een stap weglaten"),
        lambda desk, _key: step_late.late(desk),
        why_not=_runs_late,
        prominent=True,
    ),
    Act(
        "calendar",
        ("k",),
        N_("agendabestand"),
        N_("De volgende bijeenkomst als bestand voor de agenda (.ics)"),
        lambda desk, _key: step_closing.to_calendar(desk),
        why_not=lambda desk: _in_part(desk, "closing"),
        prominent=True,
    ),
    Act(
        "plan",
        ("I",),
        N_("plan"),
        N_("De hele bijeenkomst: tijden, een casus of pauze erbij, wie wat doet"),
        lambda desk, _key: step_plan.plan(desk),
        prominent=True,
    ),
    Act(
        "hand_over",
        (">",),
        N_("overdragen"),
        N_("De leiding overdragen aan iemand anders"),
        lambda desk, _key: step_people.hand_over_to(desk),
    ),
)
