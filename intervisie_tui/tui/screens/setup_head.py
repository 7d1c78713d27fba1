"""The head of the set-up: which page this is at the left, when the meeting would end at the right."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.method.fault import shortened
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.screens.setup_choices import Choices
from intervisie_tui.tui.screens.setup_page import Page, Sight
from intervisie_tui.tui.widgets.digits import Size, drawn
from intervisie_tui.tui.widgets.head import LARGE_FROM, MEDIUM_FROM
from intervisie_tui.tui.widgets.plain import Plain


class SetupHead(Horizontal):
    """Looks as the head of a step does, so that the eye need not search again when the meeting begins."""

    DEFAULT_CSS = """
    SetupHead {
        height: auto; padding: 0 1; border-bottom: solid $border-blurred;
        & > #where { width: 1fr; height: auto; }
        & > #end { width: auto; height: auto; text-align: right; text-style: bold; padding: 0 1; color: $primary; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Plain(id="where")
        yield Plain(id="end")

    def tell(self, pages: Sequence[Page], at: int, sight: Sight) -> None:
        """Show which of the pages this is, and the end of the meeting as it is chosen now."""
        page = pages[at]
        words = [_(one.word) for one in pages]
        small = self.app.size.width < MEDIUM_FROM
        lines = [
            Content.styled(_what(sight.choices), MUTED),
            Content.styled(_(page.question), STRONG),
            Content(_track(words if not small else [word if i == at else "" for i, word in enumerate(words)], at)),
            Content.styled(page.advise(sight.choices), MUTED),
        ]
        self.query_one("#where", Plain).show(Content("\n").join(lines))
        self.query_one("#end", Plain).show(_("einde om") + "\n" + drawn(sight.end, self._figures_size()))

    def _figures_size(self) -> Size:
        width, height = self.app.size
        if height >= LARGE_FROM and width >= MEDIUM_FROM:
            return "large"
        return "medium" if width >= MEDIUM_FROM else "small"


def _what(choices: Choices) -> str:
    """What is being set up: a meeting, and of which group."""
    company = choices.company
    if company is None:
        return _("Een bijeenkomst voorbereiden")
    name = shortened(company.group.name, 40)
    if company.first:
        return _("De eerste bijeenkomst van {group}").format(group=name)
    return _("Een bijeenkomst van {group}").format(group=name)


def _track(words: Sequence[str], at: int) -> str:
    """All pages in one line: had, here, still to come. An empty word leaves only the number."""
    return "  ".join(
        f"▸{i} {word}◂" if i - 1 == at else f"{i}{'✓' if i <= at else '·'} {word}".rstrip()
        for i, word in enumerate(words, 1)
    )
