"""The standing groups on the screens of the app: the list, the page of the one that is open, and where those lead."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from intervisie_tui.archive.groups import OpenGroup, create_group, list_groups, new_group_id, open_group, read_group
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.agreements import topics
from intervisie_tui.group.members import new_group
from intervisie_tui.group.model import Group
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Now, Refused
from intervisie_tui.meeting.people import parse_names
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.tui.asking import Remembered
from intervisie_tui.tui.screens.group_page import Doors, GroupScreen
from intervisie_tui.tui.screens.groups import GroupsScreen
from intervisie_tui.tui.screens.setup import Groups
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
        opened = self._made(name, parse_names(names))
        self.close()
        self._opened = opened
        self._show(opened)

    def source(self) -> Groups:
        """What a set-up needs of the groups."""

        def read(group_id: str) -> Group:
            try:
                return read_group(group_id)
            except Unusable as unusable:
                raise Refused(unusable.reason) from None

        def make(name: str, names: Sequence[str]) -> Group:
            with self._made(name, names) as opened:
                return opened.value

        return Groups(list_groups, read, make)

    def _made(self, name: str, names: Sequence[str]) -> OpenGroup:
        now = self._now()
        group = new_group(name, names, new_group_id(now.stamp), now.stamp.date(), self._language)
        try:
            return create_group(group)
        except Unusable as unusable:
            raise Refused(_("De groep is niet gemaakt. {reason}").format(reason=unusable.reason)) from None

    def _show(self, opened: OpenGroup) -> None:
        group_id = opened.value.id
        first = self._catalogue.script("first_meeting")
        doors = Doors(
            begin=lambda first_meeting: self._set_up(opened.value, first_meeting),
            prepare=lambda member: None,
            read=lambda meeting: self._read(meeting, lambda: self.show(group_id)),
            export=_export,
            calendar=_export,
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

    def close(self) -> None:
        """Give the group that is open free."""
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def _today(self) -> date:
        return self._now().stamp.date()


def _export(group: Group) -> Path:
    raise Unusable("")
