"""A small program on `intervisie_tui.terminal`, run on a pty by the tests: `python specimen.py FOLDER [guarded]`.

It writes what it was given to files in FOLDER: `said` (a line a text: field, tab, text), `draft` (what stood in the
fields when it left), `sizes`, `ignored` (its signals at the end), `ticks` (one byte each twentieth of a second, between
F8 and F8), `faults`.
"""

import atexit
import os
import sys
from pathlib import Path

from intervisie_tui.terminal import before_import, launch

SECRET = "geheimvandegroep"
ACTS = {
    2: "fail",
    3: "fail_in_thread",
    4: "fail_in_task",
    5: "fail_in_timer",
    6: "fail_in_worker",
    7: "end_at_once",
    8: "paint",
    9: "hang",
    11: "copy",
}


def main(folder: Path) -> int:
    # Imported here as the real program does: after prepare() and in the child of the launcher.
    import asyncio
    import threading
    import time
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import Binding, BindingType
    from textual.content import Content
    from textual.events import Key, Resize
    from textual.message import Message
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.widgets import Static

    from intervisie_tui.terminal.app import SteadyApp
    from intervisie_tui.terminal.field import Field
    from intervisie_tui.terminal.run import run

    def note(name: str, text: str) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    class Said(Message):
        def __init__(self, line: Field) -> None:
            super().__init__()
            self.line = line

    class Line(Field):
        DEFAULT_CSS = "Line { height: 3; border: tall $border; padding: 0 2; }"

        async def _on_key(self, event: Key) -> None:
            if event.key == "enter":
                event.stop()
                event.prevent_default()
                self.post_message(Said(self))
            else:
                await super()._on_key(event)

    class Second(Screen[None], inherit_bindings=False):
        BINDINGS: ClassVar[list[BindingType]] = [Binding("pageup", "app.pop_screen")]

        def compose(self) -> ComposeResult:
            yield Line(id="second")

    class First(Screen[None], inherit_bindings=False):
        BINDINGS: ClassVar[list[BindingType]] = [
            Binding("pagedown", "app.next"),
            Binding("tab", "app.focus_next"),
            *(Binding(f"f{n}", f"app.{act}") for n, act in ACTS.items()),
        ]

        def compose(self) -> ComposeResult:
            yield Static(Content("gereed \x1b]52;c;Z2VoZWlt\x07\x9b31m\u202e"), id="text")
            yield Line(id="public")
            yield Line(id="private")
            yield Field(id="area")

    class Specimen(SteadyApp):
        painted = 0
        painter: Timer | None = None

        def on_mount(self) -> None:
            self.push_screen(First())

        def on_resize(self, event: Resize) -> None:
            note("sizes", f"{event.size.width} {event.size.height}\n")

        def before_leaving(self) -> None:
            for screen in self.screen_stack:
                for field in screen.query(Field):
                    note("draft", f"{field.id}\t{field.text if isinstance(field, Line) else repr(field.text)}\n")

        def on_said(self, event: Said) -> None:
            said = event.line.text
            note("said", f"{event.line.id}\t{said}\n")
            event.line.put("")
            if said == "said aloud":
                self.screen.query_one("#private").focus()

        def action_next(self) -> None:
            self.push_screen(Second())

        def action_fail(self) -> None:
            local = SECRET
            raise RuntimeError(local)

        def action_fail_in_thread(self) -> None:
            threading.Thread(target=self.action_fail).start()

        def action_fail_in_task(self) -> None:
            asyncio.get_running_loop().call_soon(self.action_fail)

        def action_fail_in_timer(self) -> None:
            self.set_timer(0.01, self.action_fail)

        def action_fail_in_worker(self) -> None:
            async def work() -> None:
                self.action_fail()

            self.run_worker(work())

        def action_end_at_once(self) -> None:
            raise SystemExit(SECRET)

        def action_paint(self) -> None:
            if self.painter is None:
                self.painter = self.set_interval(0.05, self.paint)
            else:
                self.painter.stop()

        def paint(self) -> None:
            self.painted += 1
            note("ticks", ".")
            filling = "┼╋"[self.painted % 2] * 10_000  # three bytes each: a frame is large on the wire
            self.screen.query_one("#text", Static).update(Content(f"frame {self.painted} {filling}"))

        def action_hang(self) -> None:
            time.sleep(60)

        def action_copy(self) -> None:
            self.copy_to_clipboard(SECRET)

    return run(Specimen, faults=folder / "faults")


def tell_ignored(folder: Path) -> None:
    """Note which signals this process ignores."""
    status = dict(line.split(":\t") for line in Path("/proc/self/status").read_text().splitlines())
    with (folder / "ignored").open("a", encoding="utf-8") as file:
        file.write(f"{status['SigIgn']}\n")


if __name__ == "__main__":
    if sentence := before_import.refusal(sys.stdin, sys.stderr, os.environ):
        print(sentence, file=sys.stderr)
        sys.exit(2)
    before_import.prepare(os.environ)
    place = Path(sys.argv[1])
    atexit.register(tell_ignored, place)
    sys.exit(launch.run_guarded(lambda: main(place)) if "guarded" in sys.argv[2:] else main(place))
