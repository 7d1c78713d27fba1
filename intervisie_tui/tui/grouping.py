"""The standing groups on the screens of the app: the list, the page of the one that is open, and where those lead."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from intervisie_tui.archive.calendar import write_calendar
from intervisie_tui.archive.group_markdown import export_group
from intervisie_tui.archive.groups import OpenGroup, list_groups, open_group, read_group
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.archive.preparations import new_preparation_id, open_preparation, preparations, unreadable
from intervisie_tui.group.agreements import topics
from intervisie_tui.group.members import name_of
from intervisie_tui.group.model import Group
from intervisie_tui.group.preparation import Preparation
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Now, Refused
from intervisie_tui.meeting.people import parse_names
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.method.model import Method
from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.tui.asking import Remembered
from intervisie_tui.tui.group_source import made
from intervisie_tui.tui.preparing import Paper
from intervisie_tui.tui.screens.group_page import Doors, GroupScreen
from intervisie_tui.tui.screens.group_people import which_paper, who_are_you
from intervisie_tui.tui.screens.groups import GroupsScreen
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.showing import only, say


class Grouping:
    """Opens groups one at a time and gives each free again. `home`, `set_up` and `read` are doors of the app.

    `set_up` is given the group and whether it is to be its first meeting; `read` the id of a meeting and where its
    screen leads back to.
    """

    def __init__(  # noqa: PLR0913  # the app hands over what it has
        self,
        app: SteadyApp,
        catalogue: Catalogue,
        language: str,
        now: Callable[[], Now],
        own_keys: dict[str, str],
        *,
        home: Callable[[], None],
        set_up: Callable[[Group, bool], None],
        read: Callable[[str, Callable[[], None]], None],
    ) -> None:
        self._app, self._catalogue, self._language = app, catalogue, language
        self._now, self._own_keys = now, own_keys
        self._home, self._set_up, self._read = home, set_up, read
        self._half = Remembered()
        self._opened: OpenGroup | None = None
        self._paper: Paper | None = None

    def show_all(self) -> None:
        """The list; whatever group was open is closed."""
        self.close()
        screen = GroupsScreen(
            found=list_groups,
            own_keys=self._own_keys,
            half=self._half,
            enter=self.show,
            make=self.make,
            back=self._home,
        )
        only(self._app, screen)

    def show(self, group_id: str) -> None:
        """The page of a group; what is wrong with its file is told."""
        self.close()
        try:
            self._opened = open_group(group_id)
        except Unusable as unusable:
            self.show_all()
            say(self._app, unusable.reason)
            return
        self._show(self._opened)

    def make(self, name: str, names: str) -> None:
        """Make a group and show its page. Raises Refused."""
        members = parse_names(names)
        if len(members) == 1:  # who is used to one name a line goes on with the second
            raise Refused(_("Zet alle namen achter elkaar, met een komma ertussen."))
        opened = made(name, members, self._now(), self._language)
        self.close()
        self._opened = opened
        self._show(opened)

    def _show(self, opened: OpenGroup) -> None:
        group_id = opened.value.id
        first = self._catalogue.script("first_meeting")
        doors = Doors(
            begin=lambda first_meeting: self._set_up(opened.value, first_meeting),
            prepare=lambda member: self.prepare(opened.value, member, lambda: self.show(group_id)),
            read=lambda meeting: self._read(meeting, lambda: self.show(group_id)),
            export=lambda group: export_group(group.id),
            calendar=self._calendar,
            back=self.show_all,
        )
        screen = GroupScreen(
            kept=opened,
            fields=topics(first) if first else (),
            today=self._today,
            half=self._half,
            own_keys=self._own_keys,
            doors=doors,
        )
        only(self._app, screen)

    def prepare_in(self, group_id: str, method_id: str, back: Callable[[], None]) -> None:
        """Ask who prepares a case in this group, and show the form. `method_id` empty: that is asked as well."""
        try:
            group = read_group(group_id)
        except Unusable as unusable:
            say(self._app, unusable.reason)
            return

        def chosen(member: str | None) -> None:
            if member is None:
                back()
            else:
                self.prepare(group, member, back, method_id)

        self._app.push_screen(who_are_you(group), chosen)

    def prepare(self, group: Group, member: str, back: Callable[[], None], method_id: str = "") -> None:
        """The form of this member: one that they wrote in before, or a new one."""
        found = [one for one in preparations(group.id, member) if method_id in ("", one.method)]

        def chosen(key: str | None) -> None:
            old = next((one for one in found if one.id == key), None)
            method = self._catalogue.find(old.method) if old else self._catalogue.find(key or "")
            if method is not None:
                self._write(group, member, method, old, back)

        methods = [one.method for one in self._catalogue.methods if method_id in ("", one.method.id)]
        if not found and len(methods) == 1:
            chosen(methods[0].id)
        else:
            self._app.push_screen(which_paper(found, methods), chosen)
        if faults := unreadable():
            say(self._app, "\n\n".join(faults))

    def _write(
        self, group: Group, member: str, method: Method, old: Preparation | None, back: Callable[[], None]
    ) -> None:
        start = old or Preparation(
            id=new_preparation_id(), group=group.id, who=member, method=method.id, changed=self._today()
        )
        try:
            opened = open_preparation(old.id) if old else None
        except Unusable as unusable:
            say(self._app, unusable.reason)
            return
        self.close()
        self._paper = Paper(opened.value if opened else start, opened, self._today)
        screen = PrepareScreen(
            paper=self._paper,
            method=method,
            who=name_of(group, member),
            group=group.name,
            own_keys=self._own_keys,
            done=back,
        )
        only(self._app, screen)

    def close(self) -> None:
        """Give the group that is open free, and put on the disk what somebody was preparing."""
        if self._paper is not None:
            with suppress(Unusable):  # it was said on its own screen
                self._paper.close()
        self._paper = None
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def _today(self) -> date:
        return self._now().stamp.date()

    def _calendar(self, group: Group) -> Path:
        if group.next is None:
            raise Unusable(_("Er is nog geen datum voor de volgende keer."))
        return write_calendar(group.id, group.next, self._now().stamp)
