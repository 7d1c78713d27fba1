"""Text that wants to steer the terminal, from every side and through every screen: none of it does.

All that the program sends is read back by a grammar of what it may send, and looked through for each payload.
"""

import re
from pathlib import Path

import pytest

from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.paths import private_folder
from intervisie_tui.archive.transcript import encode
from tests.reliability.room import METHOD, Spoiled, furnished, room, said
from tests.whole.program import DOWN, ENTER, ON, TAB, meetings

CLIPBOARD = "\x1b]52;c;R0VIRUlN\x07"
TITLE = "\x1b]0;GEHEIM\x07"
CURSOR = "\x1b[99;99H"
COLOUR = "\x1b[5;7m"
MODE = "\x1b[?1003h"
C1 = "\x9b99;99H"
BIDI = "\u202eomgekeerd\u2066"
SHIFT = "\x0e\x08\x7f"
MARKUP = "[bold][/x][link=https://a.b][@click=app.quit]"
HOSTILE = f"a{CLIPBOARD}{TITLE}{CURSOR}{COLOUR}{MODE}{C1}{BIDI}{SHIFT}\x1bc\x1bP1$qm\x1b\\{MARKUP}z"
LITERAL = "[bold][/x]"

_MAY_BE_SENT = re.compile(
    rb"\x1b\[[0-9;]*[ABCDGHJKXbdm]|\x1b\[6n"  # to a place, erase, repeat, colours; where is the cursor?
    rb"|\x1b\[\?(?:1049|25|2004|7|2026)[hl]|\x1b\[\?100[02346]l|\x1b\[\?2026\$p"  # modes, some only off
    rb"|[\r\n\x08\x07\x0b]"
    rb"|[\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}"
)
PAYLOADS = (
    b"\x1b]",
    b"\x1bP",
    b"\x1bc",
    b"\x1b[99;99H",
    b"\x1b[5;7m",
    b"\x1b[?1003h",
    b"\xc2\x9b",
    "\u202e".encode(),
    b"\x0e",
)


def steers(output: bytes) -> list[bytes]:
    """What the program sent and may not send."""
    unknown = [piece for piece in re.split(_MAY_BE_SENT, output) if piece]
    c1 = re.findall(rb"\xc2[\x80-\x9f]", output)
    return [payload for payload in PAYLOADS if payload in output] + unknown[:3] + c1[:3]


def toml_text(text: str) -> str:
    """The text as a string of TOML: everything odd as an escape."""
    return '"' + "".join(c if c.isalnum() or c in " []/=@.:()" else f"\\u{ord(c):04x}" for c in text) + '"'


def hostile_method() -> str:
    """The method of `room`, with a hostile text wherever a text may stand, of every kind of activity."""
    own = toml_text(HOSTILE)
    text = METHOD.replace('"Proef"', own).replace('"los gesprek"', own).replace('"Eigen werk"', own)
    text = text.replace('"Om de opslag te beproeven."', own).replace('"Gesprek"', own).replace('"Praten"', own)
    step = f"purpose = {own}\nsay = {own}\nnot_now = {own}\nrules = [{own}]\npresenter = {own}\ngroup = {own}\n"
    field = f'[{{ id = "veld", label = {own}, hint = {own}, kind = "note", in_sight = true }}]'
    text = text.replace(f"purpose = {own}\n", step)
    text += f"title = {own}\n"
    for number, activity in enumerate(
        (
            f'kind = "tell"\nfields = {field}',
            'kind = "write"\nof = "advice"',
            'kind = "round"\nof = "advice"\nreply = "answer"\nreply_label = ' + own,
            f'kind = "summary"\nlabel = {own}',
            f'kind = "note"\nfields = {field}',
        )
    ):
        text += f'\n[[steps]]\nid = "stap{number}"\ntitle = {own}\nminutes = 5\n{step}'
        text += f"[[steps.activities]]\ntitle = {own}\nsay = {own}\n{activity}\n"
    pitfall = f'[[pitfalls]]\nrole = "member"\ntitle = {own}\nsign = {own}\nsay = {own}\nwhy = {own}\n'
    return text + pitfall


DIALOGS = ("z", "v", "i", "?", "d", "n", "\x10")
ESCAPE = "\x1b"


def through_every_screen(session: Spoiled, steps: int) -> None:
    """Each step: the dialogs (in one of three), hostile text pasted and typed, and on (twice, if need be)."""
    for step in range(steps):
        session.type(TAB)
        for key in DIALOGS if step % 3 == 0 else ():
            session.type(key + DOWN)
            session.read_for(0.05)
            session.type(ESCAPE)
            session.read_for(0.15)
        session.type(TAB)
        session.type("\x1b[200~" + HOSTILE.replace("\x1b[201~", "") + "\x1b[201~" + ENTER)
        session.type(HOSTILE.replace("\x1b", "").replace("\x07", "").replace("\x08", "").replace("\x7f", "") + ENTER)
        session.read_for(0.2)
        for _press in range(2):
            session.type(ON)
            session.read_for(0.45)  # a second press at once would count as the first


def test_hostile_methods_names_typing_and_pastes_steer_nothing(tmp_path: Path) -> None:
    begin = furnished(tmp_path, "* Inez\x1b[5m\x9b2J\nAnna\u202e\x1b]0\x07\nBram[/x]\n", hostile_method())
    with room(tmp_path, *begin, size=(100, 40)) as session:
        session.see("opgeslagen", LITERAL)
        through_every_screen(session, 6)
        assert session.process.poll() is None
        session.process.terminate()
        session.until_ended()
        assert steers(session.output) == []
        assert any(LITERAL in text for text in said(tmp_path))


def test_hostile_names_in_the_set_up_steer_nothing(tmp_path: Path) -> None:
    furnished(tmp_path, method=hostile_method())
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Beginnen")
        session.type(ENTER)
        session.see("Welke methode?")
        session.type("3")
        session.read_for(0.1)
        session.type("l" + ESCAPE)
        session.read_for(0.3)
        session.type(ON)
        session.read_for(0.3)
        session.type(f"\x1b[200~Inez{HOSTILE}\nAnna\nBram{C1}\x1b[201~")
        for _ in range(3):
            session.type(ON)
            session.read_for(0.5)
        session.process.terminate()
        session.until_ended()
        assert steers(session.output) == []


def test_a_hostile_transcript_steers_nothing_on_home_in_its_steps_and_in_its_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import msgspec

    from tests.archive.example_meetings import FULL

    def spoiled(value: object) -> object:
        match value:
            case msgspec.Struct():
                hostile = {
                    name: HOSTILE
                    for name in value.__struct_fields__
                    if name in ("name", "text", "title", "label", "variant", "say", "hint", "sign", "source", "summary")
                    and getattr(value, name)
                }
                plain = {n: spoiled(getattr(value, n)) for n in value.__struct_fields__ if n not in hostile}
                return msgspec.structs.replace(value, **(plain | hostile))
            case tuple():
                return tuple(spoiled(one) for one in value)
        return value

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    meeting = spoiled(FULL)
    data = encode(meeting)  # type: ignore[arg-type]  # a meeting again
    assert b"\x1b" in data or b"\\u001b" in data.lower()
    folder = private_folder(meetings(tmp_path))
    write_durably(folder, f"{FULL.id}.toml", data)
    with room(tmp_path, "--lang", "nl", size=(100, 40)) as session:
        session.see("Beginnen")
        session.type(ENTER)
        session.read_for(1)
        assert LITERAL in session.flat
        for key in (ON, ON, TAB, "i", ESCAPE, "?", ESCAPE, "\x11"):
            session.type(key)
            session.read_for(0.3)
        session.process.terminate()
        session.until_ended()
        assert steers(session.output) == []


@pytest.mark.parametrize(
    "words",
    [
        (HOSTILE,),
        ("start", "--method", HOSTILE, "--names-from", "x"),
        ("start", "--method", "balint-5", "--names-from", HOSTILE),
        ("methods", "check", HOSTILE),
        ("methods", "show", HOSTILE),
        ("export", HOSTILE, "--format", "markdown"),
        ("--lang", HOSTILE),
    ],
    ids=["command", "method", "names", "check", "show", "export", "language"],
)
def test_the_command_line_steers_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    with room(tmp_path, *words) as session:
        assert session.until_ended() != 0
        assert session.output
        assert steers(session.output) == []
