"""The page of a group: topics at the left, what there is to say of the chosen one at the right; Enter acts on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.archive.dates import day
from intervisie_tui.archive.lock import HeldBy
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.model import Group
from intervisie_tui.locale import _
from intervisie_tui.method.model import Field
from intervisie_tui.tui.dialogs import HalfTyped, Read
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens import group_dialogs, group_people
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.group_acts import ACTS
from intervisie_tui.tui.screens.group_text import CHANGES, READS, TOPICS, Topic, subtitle
from intervisie_tui.tui.screens.setup_page import Fitting
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.lines import cut
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain

_READS = 78
"""Columns of a text that is read in full: those of the widest dialog."""


class Kept(Protocol):
    """A group that is open (`archive.keeping.OpenFile`). `save` returns when the disk has it, else raises Unusable."""

    @property
    def value(self) -> Group: ...
    @property
    def held_by(self) -> HeldBy | None: ...
    def save(self, value: Group) -> None: ...


class Doors(Struct, frozen=True):
    """Where the page leads. `begin`: a meeting, True for the first one; `read`: a transcript, by the id of its meeting.

    `prepare` is told which member; `export` and `calendar` write a file and say where, or raise Unusable.
    """

    begin: Callable[[bool], None]
    prepare: Callable[[str], None]
    read: Callable[[str], None]
    export: Callable[[Group], Path]
    calendar: Callable[[Group], Path]
    back: Callable[[], None]


class GroupScreen(ActScreen[None]):
    """One group. `fields`: what a group can agree on, with the ready wordings; `today` is asked each time."""

    CSS_PATH = "group.tcss"

    def __init__(  # noqa: PLR0913  # each is one thing that it needs, given by name
        self,
        *,
        kept: Kept,
        fields: tuple[Field, ...],
        today: Callable[[], date],
        half: HalfTyped,
        own_keys: dict[str, str],
        doors: Doors,
    ) -> None:
        super().__init__(ACTS, own_keys)
        self.doors: Doors = doors
        self.fields: tuple[Field, ...] = fields
        self.half: HalfTyped = half
        self._kept: Kept = kept
        self._today: Callable[[], date] = today

    def compose(self) -> ComposeResult:
        yield Plain(id="head")
        with Horizontal(id="page"):
            yield Listing(id="topics")
            yield Fitting(id="about")
        yield Plain(id="message")
        yield KeyLine()

    def on_mount(self) -> None:
        self.listing.show([_row(i, topic) for i, topic in enumerate(TOPICS, 1)], "begin")
        self.listing.focus()
        self.show_group()
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Back from a set-up or a preparation."""
        if self.is_mounted and self.query("#about"):
            self.show_group()

    @property
    def group(self) -> Group:
        """The group as it is kept."""
        return self._kept.value

    @property
    def today(self) -> date:
        """The day that it is."""
        return self._today()

    @property
    def listing(self) -> Listing:
        """The topics."""
        return self.query_one("#topics", Listing)

    @property
    def topic(self) -> Topic:
        """The chosen one."""
        return next((topic for topic in TOPICS if topic.key == self.listing.chosen), TOPICS[0])

    @property
    def read_only(self) -> str:
        """Why nothing can be changed; empty when it can."""
        text = _("Deze groep staat al ergens open, dus hier kun je alleen lezen.")
        return self._kept.held_by.after(text) if self._kept.held_by else ""

    def show_group(self) -> None:
        """Show it as it is kept."""
        group, topic, today = self.group, self.topic, self.today
        head = Content.assemble((group.name, "bold $primary"), "\n", (subtitle(group), MUTED))
        if self.read_only:
            head = Content.assemble(head, "\n", (self.read_only, "bold $warning"))
        elif group.next:
            head = Content.assemble(head, (" · " + _("volgende keer {day}").format(day=day(group.next.day)), MUTED))
        self.query_one("#head", Plain).show(head)
        enter = _(READS) if self.read_only and topic.key in CHANGES else _(topic.enter)
        self.query_one("#about", Fitting).fit(
            lambda width, height: _panel(list(topic.write(group, today, width)), enter, width, height)
        )

    def change(self, command: Callable[[Group], Group], said: str) -> None:
        """Change the group and keep it; `said` once the disk has it. Raises Refused."""
        new = command(self.group)
        try:
            if new != self.group:
                self._kept.save(new)
        except Unusable as unusable:
            self.tell(_("Niet opgeslagen. {reason}").format(reason=unusable.reason))
        else:
            self.show_group()
            self.tell(said)

    def step(self, by: int) -> None:
        """The topic above (-1) or below (1)."""
        self.tell("")
        listing = self.listing
        if listing.highlighted is not None:
            listing.highlighted = min(max(0, listing.highlighted + by), listing.option_count - 1)

    def pick(self, number: int) -> None:
        """The topic with this figure."""
        self.tell("")
        self.listing.highlighted = number - 1

    def take(self) -> None:
        """Do what Enter does on the chosen topic."""
        self.tell("")
        match self.topic.key:
            case key if key in CHANGES and self.read_only:
                self.read()
            case "begin":
                group_dialogs.begin(self)
            case "agreements":
                group_dialogs.agreements(self)
            case "members":
                group_people.members(self)
            case "meetings":
                group_dialogs.meetings(self)
            case "next":
                group_dialogs.next_time(self)
            case "prepare":
                group_people.prepare(self)
            case _other:
                self.read()

    def read(self) -> None:
        """The chosen topic in full."""
        lines = list(self.topic.write(self.group, self.today, min(_READS, max(40, self.app.size.width - 8))))
        self.open(Read(_(self.topic.title), Content("\n").join(lines)), lambda _read: None)

    def write(self, how: Callable[[Group], Path], said: str) -> None:
        """Write a file of the group, and say where it is or why it is not there."""
        try:
            path = how(self.group)
        except Unusable as unusable:
            self.tell(_("Er is niets geschreven. {reason}").format(reason=unusable.reason))
        else:
            self.tell(said.format(path=path))

    @on(Listing.Highlighted, "#topics")
    def _other_topic(self, event: Listing.Highlighted) -> None:
        event.stop()
        self.show_group()
        self.show_keys()

    @on(Listing.Selected, "#topics")
    def _taken(self, event: Listing.Selected) -> None:
        event.stop()


def _row(number: int, topic: Topic) -> Row:
    return Row(topic.key, Content.assemble((f"{number} ", MUTED), (_(topic.title), STRONG)))


def _panel(lines: list[Content], enter: str, width: int, height: int) -> Content:
    """The lines in so many columns and rows, and below them what Enter does."""
    lines = cut(lines, max(1, height - 2), width)
    last = Content.assemble(("Enter", "bold $accent"), (f"  {enter}", MUTED))
    return Content("\n").join([*lines, Content(""), last])
