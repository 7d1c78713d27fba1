"""How a cell is drawn, and the shortest way (SGR) to go from one way of drawing to another."""

from functools import lru_cache
from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.style import Style

_ATTRIBUTES: Final = (  # Rich's name, the code that switches it on, the one that switches it off
    ("bold", "1", "22"),
    ("dim", "2", "22"),
    ("italic", "3", "23"),
    ("underline", "4", "24"),
    ("blink", "5", "25"),
    ("blink2", "6", "25"),
    ("reverse", "7", "27"),
    ("conceal", "8", "28"),
    ("strike", "9", "29"),
    ("underline2", "21", "24"),
    ("frame", "51", "54"),
    ("encircle", "52", "54"),
    ("overline", "53", "55"),
)
_UNSEEN: Final = frozenset({"bold", "dim", "italic", "conceal"})
"""What makes no difference to a blank."""


class Pen(NamedTuple):
    """Attributes, and the SGR codes of the colours: "" for the terminal's own.

    `front` None is for blanks, where nobody sees it: any colour, and any of the unseen attributes, will do.
    """

    attributes: frozenset[str]
    front: str | None
    back: str


PLAIN: Final = Pen(frozenset(), "", "")


def blank(back: str) -> Pen:
    return Pen(frozenset(), None, back)


@lru_cache(4096)
def pens(style: Style | None, colours: ColorSystem) -> tuple[Pen, Pen]:
    """The pens for this style: for characters, and for blanks."""
    if style is None:
        return PLAIN, blank("")
    attributes = frozenset(name for name, _on, _off in _ATTRIBUTES if getattr(style, name))
    front, back = "", ""
    if style.color is not None:
        front = ";".join(style.color.downgrade(colours).get_ansi_codes(foreground=True))
    if style.bgcolor is not None:
        back = ";".join(style.bgcolor.downgrade(colours).get_ansi_codes(foreground=False))
    # The default colours, spelled out by a style, are what "" stands for.
    pen = Pen(attributes, "" if front == "39" else front, "" if back == "49" else back)
    return pen, pen if attributes - _UNSEEN else blank(pen.back)


@lru_cache(4096)
def change(before: Pen, wanted: Pen) -> tuple[str, Pen]:
    """What to send so that the next character is drawn with `wanted`, and the pen that the terminal then has."""
    if wanted.front is None:
        wanted = Pen(before.attributes & _UNSEEN, before.front, wanted.back)
    if wanted == before:
        return "", before
    step, afresh = _step(before, wanted), ["0", *_step(PLAIN, wanted)]
    codes = min((";".join(step), ";".join(afresh)), key=len)
    return f"\x1b[{'' if codes == '0' else codes}m", wanted


def _step(before: Pen, after: Pen) -> list[str]:
    off = {code for name, _on, code in _ATTRIBUTES if name in before.attributes - after.attributes}
    codes = sorted(off)
    for name, on, code in _ATTRIBUTES:
        # Bold and dim share the code that ends them, so what stays may have to be switched on again.
        if name in after.attributes and (name not in before.attributes or code in off):
            codes.append(on)
    if after.front != before.front:
        codes.append(after.front or "39")
    if after.back != before.back:
        codes.append(after.back or "49")
    return codes
