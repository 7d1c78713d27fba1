"""What stands between Textual and the line: nothing typed is lost or re-ordered, nothing said steers a terminal.

Knows nothing of meetings, and is the only place that touches Textual's private names (each is guarded in
tests/terminal/test_textual_names.py). Nothing is imported here: the first two modules must be had without Textual.

Command line, in this order::

    from intervisie_tui.terminal.launch import run_guarded

    return run_guarded(child)           # before anything else is imported; the parent puts the terminal back, even
                                        # after kill -9
    def child() -> int:
        from intervisie_tui.terminal import before_import, left_out

        if sentence := before_import.refusal(sys.stdin, sys.stderr, os.environ):   # no terminal, TERM=dumb
            print(sentence, file=sys.stderr)
            return 2
        before_import.prepare(os.environ)          # TEXTUAL*, COLUMNS, LINES out; UTF-8; umask 077; memory closed
        with left_out.without(left_out.FOR_A_SCREEN):   # not needed, but a start waits for it
            from intervisie_tui.terminal.run import run
        return run(make_app, faults=data_folder / "faults.log")

Application: `class IntervisieApp(SteadyApp)` (from `terminal.app`). It overrides

- `before_leaving() -> None`: save the draft. Called once, before the end in whatever way: `exit()`, HUP, TERM, INT,
  QUIT, a lost line, an error. Blocking, two seconds at most, then the process goes. What was typed has been handled.
- `action_leave() -> None` (or async): Ctrl+Q and Ctrl+C. Ask, then `self.exit(0)`. As it stands it leaves at once.
- `sorry() -> str`: the one sentence on stderr after an error (exit code 1).

The exit code is `run()`'s result: what `exit(n)` was given, 1 after an error, 128 + n after signal n (129 when the line
is lost). Stock bindings of the app are gone; screens and other widgets say `inherit_bindings=False` and declare their
own. Don't override `on_event`, `get_line_filters`, `get_driver_class`; call `super().__init__()`.

A key counts as handled when all its messages are, and those they set off. So change focus and screens in a handler or
an action, not in `call_after_refresh`, a timer or a slow worker: the next key might come first.

Fields: derive from `Field` (from `terminal.field`), not from Textual's, which are dear in time, memory and bytes: no
blinking, editing keys only (Page Up, Page Down and Tab bubble to the screen), a paste goes in whole. `hidden`: dots in
one row, a paste with blanks for line ends, nothing to the clipboard. What is typed is a value (`written`, `wrapping`,
`letters`, `history`: no Textual in them). Screens: derive from `SteadyScreen` and `SteadyModalScreen` (from
`terminal.screens`).

Pilot: works as with any app; `pilot.press(...)` comes back when all those keys have been handled, in order.
"""
