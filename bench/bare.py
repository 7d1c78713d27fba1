"""The measure of comparison: the smallest Textual app with something to type in and a key line."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Input, Static


class Bare(App[None]):
    """`--tick` on the command line: a line that changes each second."""

    def compose(self) -> ComposeResult:
        yield Static("ready", id="line")
        yield Input()
        yield Footer()

    def on_mount(self) -> None:
        import sys

        self.seconds = 0
        if "--tick" in sys.argv:
            self.query_one(Input).cursor_blink = False
            self.set_interval(1, self.tick)

    def tick(self) -> None:
        self.seconds += 1
        self.query_one("#line", Static).update(f"ready {self.seconds // 60:02}:{self.seconds % 60:02}")


if __name__ == "__main__":
    Bare().run()
