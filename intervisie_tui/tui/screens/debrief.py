"""Looking back on a practice run: first one's own view, then what happened, then one thing for the next time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _
from intervisie_tui.practice.debrief import Debrief, MomentTold, next_question
from intervisie_tui.practice.progress import Progress
from intervisie_tui.tui import debrief_text
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.dialogs import Ask, Pick
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.reading import MOVES, PAGE_DOWN, Pages, export
from intervisie_tui.tui.shared_acts import BLANK, HELP
from intervisie_tui.tui.sheets.base import FormField
from intervisie_tui.tui.widgets.fitted import Fitted
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.plain import Plain


class Doors(Struct, frozen=True):
    """What a debrief leads to.

    `keep` puts the two answers and the one thing for next time on the disk, `export` writes the Markdown and says
    where; both raise Unusable. `replay` is given the id of a moment. `done` goes back to where one came from.
    """

    keep: Callable[[tuple[str, str], str], None]
    replay: Callable[[str], None]
    export: Callable[[], Path]
    done: Callable[[], None]


class DebriefScreen(ActScreen[None]):
    """A debrief to read. `so_far`: what all runs add up to, for the pitfalls that were met in this one.

    `fresh`: one comes from the run, and is asked for one's own view first and for the one thing last.
    """

    CSS_PATH = "debrief.tcss"

    def __init__(
        self, told: Debrief, so_far: tuple[Progress, ...], own_keys: dict[str, str], doors: Doors, *, fresh: bool
    ) -> None:
        super().__init__(ACTS, own_keys)
        self._fresh: bool = fresh
        self.told: Debrief = told
        self.doors: Doors = doors
        self.shown = not self._missed(told)
        self._so_far: tuple[Progress, ...] = so_far
        self._asked_last = not fresh

    def compose(self) -> ComposeResult:
        yield Fitted(lambda width: debrief_text.head(self.told, width), id="head")
        with Horizontal(id="page"):
            yield Pages(Fitted(self._text, id="text"), id="reading")
        with Horizontal(id="foot"):
            yield Plain(id="message")
            yield Plain(id="where")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reading.follow(self.query_one("#where", Plain).show)
        self.show_keys()
        if self._fresh:
            self.reading.visible = False  # what one thinks comes first
            self._ask_own_view(0)

    @property
    def reading(self) -> Pages:
        """What scrolls."""
        return self.query_one("#reading", Pages)

    @property
    def missed(self) -> tuple[MomentTold, ...]:
        """The moments that can be played again."""
        return self._missed(self.told)

    @staticmethod
    def _missed(told: Debrief) -> tuple[MomentTold, ...]:
        return tuple(one for one in told.timeline if isinstance(one, MomentTold) and one.outcome != "seen")

    def _text(self, width: int) -> Content:
        return debrief_text.text(self.told, self._so_far, self.shown, width)

    def _ask_own_view(self, n: int) -> None:
        """One question after the other; who leaves one open goes on all the same."""
        if n == len(self.told.questions):
            self.reading.visible = True
            self._put(self.told)
            return

        def answered(texts: Mapping[str, str] | None) -> None:
            answers = list(self.told.own_view)
            answers[n] = texts["text"].strip() if texts else ""
            self.told = replace(self.told, own_view=(answers[0], answers[1]))
            self._ask_own_view(n + 1)

        self.app.push_screen(_question(_("Eerst jij"), self.told.questions[n]), answered)

    def ask_next_time(self, then: Callable[[], None] = lambda: None) -> None:
        """The one thing for the next time."""

        def answered(texts: Mapping[str, str] | None) -> None:
            self._asked_last = True
            if texts is not None:
                self._put(replace(self.told, next_time=texts["text"].strip()))
            then()

        self.app.push_screen(_question(_("De volgende keer"), next_question(), self.told.next_time), answered)

    def _put(self, told: Debrief) -> None:
        self.told = told
        self.query_one("#text", Fitted).rewrite()
        try:
            self.doors.keep(told.own_view, told.next_time)
        except Unusable as unusable:
            self.say(_("Dit is niet bewaard. {reason}").format(reason=unusable.reason), trouble=True)

    def leave(self) -> None:
        """Back; the last question comes before that, once."""
        if self._asked_last:
            self.doors.done()
        else:
            self.ask_next_time(self.doors.done)

    def replay(self) -> None:
        """Play a missed moment again: the only one, or one to choose."""
        missed = self.missed
        if len(missed) == 1:
            self.doors.replay(missed[0].id)
            return
        rows = [
            Row(one.id, Content.assemble((one.who, STRONG), f"  {one.says}", (f"\n{one.step}", MUTED)))
            for one in missed
        ]
        self.open(Pick(_("Welk moment nog eens?"), rows), self.doors.replay)

    def show_answers(self) -> None:
        """What would have put the missed moments right."""
        self.shown = True
        self.query_one("#text", Fitted).rewrite()
        self.show_keys()

    def export(self) -> None:
        """Write the Markdown, and say where it is or why it is not."""
        export(self, self.doors.export, _("Dit staat nu ook als Markdown in {path}"))

    def at_end(self) -> str:
        """What to say to who wants to read on behind the last line."""
        return _("Dit is het einde.")

    def say(self, message: str, *, trouble: bool = False) -> None:
        """Say something below the text."""
        self.query_one("#message").set_class(trouble, "-trouble")
        self.tell(message)


def _question(title: str, question: str, answer: str = "") -> Ask:
    field = FormField(key="answer", slot="text", label=_("Antwoord"), initial=answer)
    return Ask(title, (field,), f"{question}\n", leaving=_("overslaan"))


ACTS: tuple[Act[DebriefScreen], ...] = (
    PAGE_DOWN,
    Act(
        "replay",
        ("s",),
        N_("nog eens spelen"),
        N_("Een moment dat je voorbijging nog eens spelen, vanaf vlak ervoor"),
        lambda desk, _key: desk.replay(),
        why_not=lambda desk: "" if desk.missed else None,
        prominent=True,
    ),
    Act(
        "show",
        ("k",),
        N_("wat hier past"),
        N_("Laten zien wat past bij de momenten die je voorbijging"),
        lambda desk, _key: desk.show_answers(),
        why_not=lambda desk: None if desk.shown else "",
        prominent=True,
    ),
    Act(
        "next_time",
        ("n",),
        N_("volgende keer"),
        N_("Opschrijven wat je de volgende keer wilt proberen"),
        lambda desk, _key: desk.ask_next_time(),
        prominent=True,
    ),
    Act(
        "export",
        ("e",),
        N_("Markdown"),
        N_("Deze terugblik ook als Markdown bewaren, naast het verslag"),
        lambda desk, _key: desk.export(),
        prominent=True,
    ),
    Act(
        "done",
        ("enter", "q"),
        N_("klaar"),
        N_("Terug; alles is bewaard"),
        lambda desk, _key: desk.leave(),
        prominent=True,
    ),
    *MOVES,
    BLANK,
    HELP,
)
