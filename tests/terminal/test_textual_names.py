"""The private names of Textual that `intervisie_tui.terminal` leans on: an upgrade that changes one fails here."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import platformdirs.unix
import pytest
import textual
import textual.design
import textual.layout
import textual.screen
from textual import constants
from textual._callback import count_parameters
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._parser import Parser
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.driver import Driver
from textual.layout import Layout
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.field import Field


def source(of: object) -> str:
    """The source of a function, or of a property's getter."""
    function = of.fget if isinstance(of, property) else of
    assert callable(function)
    return inspect.getsource(function)


@pytest.mark.parametrize(
    ("owner", "name", "why"),
    [
        (App, "_display", "overridden so that only changed cells are sent"),
        (App, "_handle_exception", "overridden so that no local variables are printed"),
        (App, "_replace_screen", "overridden so that nothing of a screen is kept when it has gone"),
        (App, "_press_keys", "overridden so that a pilot waits for the queue of keys"),
        (App, "_set_pointer_shape", "overridden so that no OSC 22 is sent"),
        (App, "_shutdown", "overridden so that the draft is saved before the fields are gone"),
        (Screen, "_on_screen_resume", "is preceded by ours, which has a new screen styled once"),
        (Screen, "_extend_compose", "is replaced: it would put tooltips and toasts in every screen"),
        (Screen, "_get_breakpoint_classes", "tells the classes of a size before there is anything to style"),
        (Screen, "_screen_resized", "is overridden so that a size that stayed costs nothing"),
        (Screen, "_compositor_refresh", "is overridden so that a screen is drawn when it has come to rest"),
        (Screen, "_on_timer_update", "lays out and draws what is to be, at once while a screen opens"),
        (Compositor, "_get_renders", "is replaced, so that only widgets in the rows to be drawn are asked for theirs"),
        (MessagePump, "_close_messages_no_wait", "ends the app after an error"),
        (App, "_exception_event", "tells a pilot of an error"),
        (App, "get_line_filters", "overridden to put ControlFilter last"),
        (App, "copy_to_clipboard", "overridden so that no OSC 52 is sent"),
        (App, "open_url", "goes by the driver, which opens nothing"),
        (App, "on_event", "overridden to queue keys"),
        (MessagePump, "on_callback", "calls the mark at the end of a node's queue"),
        (MessagePump, "message_queue_size", "tells whether a node has something to do"),
        (Driver, "send_message", "brings the driver's events to the app"),
        (Driver, "process_message", "brings the driver's keys to the app"),
        (Driver, "can_suspend", "is False in the base class, so that nothing can suspend"),
        (Widget, "_on_key", "is preceded by the field's own keys"),
        (Widget, "_size_updated", "is where a field wraps its text to the room that a layout has given it"),
        (Widget, "_scroll_update", "shows a scrollbar or none, by the rows of a field"),
        (XTermParser, "feed", "makes keys of text"),
        (XTermParser, "tick", "ends an escape sequence by time"),
    ],
)
def test_a_name_is_still_there(owner: type[object], name: str, why: str) -> None:
    assert hasattr(owner, name), (
        f"Textual no longer has {owner.__name__}.{name}, which {why}: see intervisie_tui/terminal"
    )


def test_the_values_an_app_keeps_are_still_kept_where_they_are_set() -> None:
    app = SteadyApp()
    for name in (
        "_clipboard",
        "_exception",
        "_batch_count",
        "_closed",
        "_running",
        "_sync_available",
    ):
        assert hasattr(app, name), f"Textual's App no longer keeps {name}: see intervisie_tui/terminal/app.py"


@pytest.mark.parametrize(
    ("function", "text", "why"),
    [
        (
            App._print_error_renderables,
            "_exit_renderables",
            "must be where errors are printed; nothing is ever put there",
        ),
        (App._shutdown, "driver.disable_input()", "must stop the driver's reading before the screens close"),
        (App.run_async, "app._shutdown()", "must always shut down"),
        (App._display, "clamp_offset(", "must leave the cursor at the app's cursor position"),
        (LayoutUpdate.render_segments, "move_to(x, y)", "must draw each line from the left of its region"),
        (ChopsUpdate.render_segments, "strip.crop(0, min(end, x2) - x)", "must crop as wire_update.pieces does"),
        (ChopsUpdate.render_segments, "if x > x2 or end <= x1", "must skip as wire_update.pieces does"),
        (App.on_event, "is_forwarded", "must tell keys from the line by not being forwarded"),
        (App._on_key, "_check_bindings", "must do the bindings of keys that bubbled up"),
        (MessagePump._get_dispatch_methods, "_no_default_action", "must stop at prevent_default()"),
        (
            ScrollView._size_updated,
            "virtual_size != self.virtual_size",
            "must look at the rows of a field after a layout",
        ),
        (Screen._refresh_layout, "widget._size_updated(region.size", "must tell each widget its size after a layout"),
        (App.switch_screen, "_replace_screen(", "must let go of a screen by this name"),
        (App.pop_screen, "_replace_screen(", "must let go of a screen by this name"),
        (Screen._on_screen_resume, "if event.refresh_styles:", "must style again only where it is told to"),
        (Screen._compositor_refresh, "self._dirty_widgets.clear()", "must do no more with those than draw them"),
        (Compositor.render_update, "screen_region in self._dirty_regions", "must draw all where all is dirty"),
        (Screen.__init__, "self._compositor = Compositor()", "must keep what composes it where another is put"),
        (Compositor._render_chops, "self._get_renders(crop)", "must take from the widgets what is in this region"),
        (count_parameters, "return func._param_count", "must ask a callback itself how many parameters it has"),
        (Stylesheet.reparse, "self._require_parse = False", "must do no more than have all sources read"),
        (Stylesheet.set_variables, "self._parse_cache.clear()", "must forget what was read in other colours"),
        (App._refresh_notifications, "except NoMatches", "must do without the widget for toasts, which is left out"),
        (Parser.feed, "self._timeout_time = get_time()", "must tell so when it waits for more"),
        (Parser.tick, "self._timeout_time = None", "must tell so when it waits no longer"),
        (Strip.apply_filter, "filter.apply", "must apply line filters to every strip"),
        (XTermParser._sequence_to_key_events, "DISABLE_KITTY_KEY", "must obey the switch set in before_import"),
    ],
)
def test_what_is_leaned_on_works_the_same_way(function: Callable[..., object], text: str, why: str) -> None:
    assert text in source(function), f"Textual's {function.__qualname__} has changed: it {why}"


def test_what_a_screen_still_has_to_draw_is_kept_where_it_was() -> None:
    for name in ("_layout_required", "_repaint_required", "_dirty_widgets", "_callbacks"):
        assert f"self.{name}" in source(Screen._on_timer_update), (
            f"Textual's Screen no longer keeps {name}: see screens.is_unfinished"
        )


def test_a_handler_of_a_subclass_comes_before_the_stock_one() -> None:
    """`Field` takes its keys this way before the widget looks for a method of that name."""
    order = [cls.__name__ for cls in Field.__mro__]
    assert order.index("Field") < order.index("Widget")


def test_drivers_are_still_made_and_asked_for_their_size_the_same_way() -> None:
    assert list(inspect.signature(Driver.__init__).parameters) == ["self", "app", "debug", "mouse", "size"], (
        "Textual makes drivers in another way: see SteadyDriver.__init__"
    )
    assert "_driver._size" in source(App.size), "App.size no longer asks the driver: see SteadyDriver._size"
    assert Driver.__abstractmethods__ == {
        "write",
        "start_application_mode",
        "disable_input",
        "stop_application_mode",
    }, "a driver has to do something else now: see SteadyDriver"


def test_the_cache_that_keeps_what_was_drawn_can_still_be_emptied() -> None:
    assert hasattr(StylesCache.get_inner_outer, "cache_clear"), (
        "Textual keeps colours in another way: see SteadyApp._replace_screen, and whether it still keeps widgets"
    )


def test_the_delay_of_escape_is_a_number_of_seconds() -> None:
    assert 0 < constants.ESCAPE_DELAY < 2


def test_ancestors_still_end_at_the_app() -> None:
    assert "_parent" in source(DOMNode.ancestors_with_self), (
        "the chain that handles a key is found in another way: see OrderedKeys._chain"
    )


def test_nothing_of_the_command_palette_is_used_but_by_the_palette() -> None:
    """`left_out` leaves its module out, so a start of the program knows empty classes by these names."""
    told = (
        "Textual imports the command palette in another way: see whether what it imports is used outside the palette; "
        "if it is, take textual.command out of FOR_A_SCREEN in intervisie_tui/terminal/left_out.py"
    )
    imported = {
        path.name: set(re.findall(r"\w+", names))
        for path in Path(textual.__file__).parent.glob("*.py")
        for names in re.findall(r"^from textual\.command import (.+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert imported == {
        "app.py": {"CommandListItem", "CommandPalette", "Provider", "SimpleProvider"},
        "theme.py": {"DiscoveryHit", "Hit", "Hits", "Provider"},
        "system_commands.py": {"DiscoveryHit", "Hit", "Hits", "Provider"},
    }, told
    users = [App.action_command_palette, App.search_commands, App.search_themes]
    assert sum(source(user).count("CommandPalette(") for user in users) == source(App).count("CommandPalette("), told
    assert "self.use_command_palette and not CommandPalette" in source(App.action_command_palette), told
    assert not SteadyApp.ENABLE_COMMAND_PALETTE


@pytest.mark.parametrize(
    ("module", "names", "users"),
    [
        (textual.layout, "Canvas|Rectangle", [Layout.render_keyline]),
        (textual.design, "Table", [textual.design.show_design]),
        (textual.screen, "ToastRack", [Screen._extend_compose]),
        (platformdirs.unix, "gettempdir", [platformdirs.unix._temp_runtime_fallback]),
    ],
)
def test_of_what_is_left_out_nothing_is_used_but_where_nobody_comes(
    module: ModuleType, names: str, users: list[Callable[..., object]]
) -> None:
    """`left_out` has these modules find empty classes by these names."""
    used = rf"(?<![\w`])(?:{names})\("
    here = len(re.findall(used, inspect.getsource(module)))
    there = sum(len(re.findall(used, source(user))) for user in users)
    assert here == there > 0, (
        f"{module.__name__} uses {names} elsewhere: see FOR_A_SCREEN and FOR_FILES in terminal/left_out.py"
    )
