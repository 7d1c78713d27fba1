"""Preparing a case, for one person alone: a form by method, kept at once, with a quiet hint at telling words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.preparation import QUESTION, form, question_hint
from intervisie_tui.locale import _
from intervisie_tui.method.fault import shortened
from intervisie_tui.method.model import Method
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.dialogs import confirm
from intervisie_tui.tui.preparing import Paper
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.shared_acts import BLANK, HELP
from intervisie_tui.tui.sheets.base import FormField
from intervisie_tui.tui.widgets.foot import Foot
from intervisie_tui.tui.widgets.form import Form
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.plain import Plain

SAVES_EVERY = 0.7
"""Seconds between two saves while somebody is typing."""
_LOOKED_AT = 2_000
"""Characters at the end of a field that are looked at for a hint, at each key."""


class PrepareScreen(ActScreen[None]):
    """`who` and `group` are names, for the head; `done` goes back to where one came from."""

    CSS_PATH = "prepare.tcss"

    def __init__(  # noqa: PLR0913  # each is one thing that it needs, given by name
        self,
        *,
        paper: Paper,
        method: Method,
        who: str,
        group: str,
        own_keys: dict[str, str],
        done: Callable[[], None],
    ) -> None:
        super().__init__(ACTS, own_keys)
        self.paper: Paper = paper
        self.method: Method = method
        self.hints: bool = True
        self._who, self._group = who, group
        self._done: Callable[[], None] = done
        self._fields = {one.id: one for one in form(method)}
        self._saving = False

    def compose(self) -> ComposeResult:
        yield Plain(self._head(), id="head")
        yield Plain("\n".join(self.method.preparation[:2]), id="method")
        with Vertical(id="page"):
            yield Form()
        yield Foot()
        yield Plain(id="message")
        yield KeyLine()

    def _head(self) -> Content:
        about = f"{self._who} · {self._group} · {shortened(self.method.name)}, {shortened(self.method.variant)}"
        lines = [
            Content.assemble((_("Je casus voorbereiden"), "bold $primary"), ("  " + about, MUTED)),
            Content.styled(_("Alleen voor jou, tot je het zelf in de bijeenkomst inbrengt."), STRONG),
        ]
        return Content("\n").join(lines)

    def on_mount(self) -> None:
        self.set_interval(SAVES_EVERY, self._beat)
        self.call_later(self._fill)

    async def _fill(self) -> None:
        words = self.paper.value.words
        fields = tuple(
            FormField(
                key=f"prepare/{one.id}",
                slot=one.id,
                label=one.label,
                hint=one.hint,
                initial=words.get(one.id, ""),
                choices=one.choices,
            )
            for one in self._fields.values()
        )
        await self.form.show(fields, lambda _key: None)
        self.form.enter()
        if self.paper.read_only:
            self.tell(self.paper.read_only)
        self.show_hint()
        self.show_keys()

    @property
    def form(self) -> Form:
        """The fields."""
        return self.query_one(Form)

    def on_descendant_focus(self) -> None:
        """Another field, another hint; the base's is called as well."""
        self.show_hint()

    def show_hint(self) -> None:
        """One quiet line about the field that has the keys: what may identify somebody, else what the field is for."""
        line = self.form.focused if self.is_mounted and self.query(Form) else None
        if line is None:
            return
        text = line.entry.written
        self.query_one(Foot).hint((self._seen_in(line.field.slot, text) if self.hints else "") or line.field.hint)

    def _seen_in(self, slot: str, text: str) -> str:
        from intervisie_tui.meeting.identifying import hint  # its rules take a while to compile

        return hint(text[-_LOOKED_AT:]) or (question_hint(text) if slot == QUESTION else "")

    @on(Form.Typed)
    def _typed(self, event: Form.Typed) -> None:
        event.stop()
        self.tell("")
        self.paper.typed(self.form.texts)
        if self.paper.unsaved:
            self.query_one(Foot).saved("", trouble=False)
        self.show_hint()

    @on(Form.Given)
    def _given(self, event: Form.Given) -> None:
        event.stop()
        if not self.form.step(1):
            self.tell(_("Alles is bewaard. Page Down is klaar."))

    def _beat(self) -> None:
        if self.paper.unsaved and not self._saving:
            self._saving = True
            self.run_worker(self._save())

    async def _save(self) -> None:
        try:
            await asyncio.to_thread(self.paper.write)
        except Unusable as unusable:
            text = _("niet opgeslagen: {reason}").format(reason=unusable.reason)
            self.query_one(Foot).saved(text, trouble=True)
        else:
            self.query_one(Foot).saved("" if self.paper.unsaved else _("opgeslagen"), trouble=False)
        finally:
            self._saving = False

    def finish(self) -> None:
        """Back to where one came from; when that cannot be saved, it is said, and nothing is lost yet."""
        try:
            self.paper.write()
        except Unusable as unusable:
            text = _("Niet opgeslagen. {reason} Je tekst staat er nog.").format(reason=unusable.reason)
            self.tell(text)
            return
        self._done()

    def throw_away(self) -> None:
        """Ask, and take it off the disk."""
        if self.paper.read_only:
            self.tell(self.paper.read_only)
            return

        def answered(answer: str) -> None:
            if answer != "yes":
                return
            try:
                self.paper.throw_away()
            except Unusable as unusable:
                self.tell(_("Niet weggegooid. {reason}").format(reason=unusable.reason))
            else:
                self._done()

        text = _("Alles wat hier staat gaat van de schijf, en is niet terug te halen.")
        self.open(confirm(_("Weggooien?"), text, _("Weggooien"), _("Bewaren")), answered)

    def toggle_typing(self) -> None:
        """From the fields to the keys, or back."""
        if self.in_field:
            self.set_focus(None)
        else:
            self.form.enter()

    def toggle_hints(self) -> None:
        """Whether the form says what may identify somebody."""
        self.hints = not self.hints
        self.tell(_("Tips staan aan.") if self.hints else _("Tips staan uit."))


ACTS: tuple[Act[PrepareScreen], ...] = (
    Act(
        "done",
        ("pagedown",),
        N_("klaar"),
        N_("Klaar voor nu; alles is bewaard, en je kunt later verder"),
        lambda desk, _key: desk.finish(),
        typing=True,
        prominent=True,
    ),
    Act(
        "fields",
        ("tab", "enter"),
        N_("typen"),
        N_("Wisselen tussen typen en de andere toetsen"),
        lambda desk, _key: desk.toggle_typing(),
        typing=True,
        prominent=True,
        label_typing=N_("andere toetsen"),
    ),
    Act(
        "throw_away",
        ("w",),
        N_("weggooien"),
        N_("Deze voorbereiding weggooien"),
        lambda desk, _key: desk.throw_away(),
        prominent=True,
    ),
    Act(
        "hints",
        ("h",),
        N_("tips aan of uit"),
        N_("De tips over namen, data en je vraag aan- of uitzetten"),
        lambda desk, _key: desk.toggle_hints(),
        prominent=True,
    ),
    Act("leave", ("q",), N_("klaar"), N_("Klaar voor nu; alles is bewaard"), lambda desk, _key: desk.finish()),
    BLANK,
    HELP,
)
