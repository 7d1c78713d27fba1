"""The styles of the app, each source of which is read once."""

from textual.css.stylesheet import Stylesheet


class KeptStylesheet(Stylesheet):
    """Keeps what it has read of a source until the colours change; Textual's reads all anew for each new screen."""

    def reparse(self) -> None:
        """See to it that all sources count, by what was read of them already and else by reading them, once needed."""
        self._require_parse = True
        self._rules_map = None
