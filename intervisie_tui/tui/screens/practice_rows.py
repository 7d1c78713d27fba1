"""What there is to choose from for practising, as rows: their keys are ids, or a length with the id of a drill."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.practice.length import SHORT
from intervisie_tui.practice.scenarios import Script
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.widgets.labelled import Labelled


def scenario_rows(scripts: Sequence[Script]) -> list[Row]:
    """A row a scenario, with its theme and its method."""
    return [
        Row(
            script.scenario.id,
            Content.assemble(
                (script.scenario.title, STRONG),
                (f"\n{script.scenario.theme} · {script.method.variant}", MUTED),
            ),
        )
        for script in scripts
    ]


def length_rows(script: Script) -> list[Row]:
    """The short run, the whole meeting, and the drills: each with its figure. Keys: "short", "whole", "drill ID"."""
    whole = sum(method.minutes for method in script.methods)
    found = [
        ("short", _("Kort"), _minutes(SHORT)),
        ("whole", _("Helemaal"), _minutes(whole)),
        *((f"drill {drill.id}", drill.title, _("{n} sec").format(n=drill.seconds)) for drill in script.scenario.drills),
    ]
    return [
        Row(key, Content.assemble((f"{i} ", MUTED), (title, STRONG), (f"  {about}", MUTED)))
        for i, (key, title, about) in enumerate(found, 1)
    ]


def people_lines(script: Script) -> list[Labelled]:
    """Who is in the group, each with a manner of their own."""
    return [
        Labelled(
            person.name,
            Content.assemble((_("Brengt in.") + " " if person.presenter else "", MUTED), Content(person.manner)),
        )
        for person in script.scenario.people
    ]


def _minutes(n: int) -> str:
    return _("{n} min").format(n=n)
