"""What there is to choose on Home, as rows: their key says what they do ("begin", "unfinished ID", …). No widgets."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.archive.dates import day, wall_time
from intervisie_tui.archive.listed import Listed
from intervisie_tui.locale import _, ngettext
from intervisie_tui.method.fault import shortened
from intervisie_tui.tui.columns import in_columns
from intervisie_tui.tui.row import MUTED, STRONG, Row

MOST_ON_HOME = 4
"""Unfinished meetings that stand on Home itself; older ones are behind one row."""
_MINUTE = 60_000
_TITLE = 12
"""Columns for what a row does, before what it is about."""


def rows(found: Sequence[Listed], practised: Sequence[Listed] = (), groups: int = 0) -> list[Row]:
    """Everything that can be chosen; what there is none of is left out.

    `practised`: interrupted practice runs; of the groups it says how many there are.
    """
    open_ones, ended_ones = unfinished(found), ended(found)
    older = len(open_ones) - MOST_ON_HOME
    result = [_row("begin", _("Beginnen"), _("een nieuwe bijeenkomst voorbereiden"))]
    result += [unfinished_row(one) for one in open_ones[:MOST_ON_HOME]]
    if older > 0:
        count = ngettext("nog {n} bijeenkomst die niet af is", "nog {n} bijeenkomsten die niet af zijn", older)
        result.append(_row("older", _("Eerdere"), count.format(n=older)))
    if ended_ones:
        count = ngettext("{n} bijeenkomst om terug te lezen", "{n} bijeenkomsten om terug te lezen", len(ended_ones))
        result.append(_row("ended", _("Verslagen"), count.format(n=len(ended_ones))))
    result.append(_row("groups", _("Groepen"), _groups(groups)))
    result.append(_row("practice", _("Oefenen"), _("met een groep waarin het weleens misgaat")))
    result += [_practised_row(one) for one in practised[:1]]
    return [*result, _row("leave", _("Stoppen"), "")]


def likely(found: Sequence[Listed]) -> str:
    """The key of the row that is chosen at first: who was interrupted in their last meeting wants to go on with it."""
    last = next((one for one in found if not one.fault), None)
    if last is None or last not in unfinished(found)[:MOST_ON_HOME]:
        return "begin"
    return f"unfinished {last.id}"


def first_time() -> Content:
    """What will happen, for whoever comes here first."""
    return Content(
        _(
            "Je kiest een methode, typt de namen en kiest wie inbrengt. Meer niet.\n"
            "Wat jullie schrijven blijft op deze computer, alleen voor jou te lezen."
        )
    )


def unfinished(found: Sequence[Listed]) -> list[Listed]:
    """The meetings that were interrupted, and those that cannot be read."""
    return [one for one in found if one.ended is None]


def ended(found: Sequence[Listed]) -> list[Listed]:
    """The meetings that were closed."""
    return [one for one in found if one.ended is not None]


def unfinished_row(one: Listed) -> Row:
    """When it was, by which method, and how far it got; of one that cannot be read what is wrong."""
    if one.fault:
        return _row(f"unfinished {one.id}", _("Onleesbaar"), one.id, shortened(one.fault, 200))
    where = _("{method}, bij {step}").format(method=_method(one), step=shortened(one.step))
    return _row(f"unfinished {one.id}", _("Ga verder"), f"{_when(one)} · {_left(one.left)}", where)


def _practised_row(one: Listed) -> Row:
    """A practice run that was left: when it was, and how far it got."""
    when = _("de oefening van {when}, bij {step}").format(when=_when(one), step=shortened(one.step))
    return _row(f"practised {one.id}", _("Ga verder"), when)


def ended_row(one: Listed) -> Row:
    """When it was and by which method."""
    return Row(one.id, Content.assemble((_when(one), STRONG), f"  {_method(one)}"))


def _groups(n: int) -> str:
    if not n:
        return _("een vaste groep maken: wie erbij hoort en wat jullie afspreken")
    text = ngettext("{n} groep: afspraken, en wie aan de beurt is", "{n} groepen: afspraken, en wie aan de beurt is", n)
    return text.format(n=n)


def _row(key: str, title: str, about: str, more: str = "") -> Row:
    content = Content.assemble((in_columns(title, _TITLE), STRONG), about)
    return Row(key, Content.assemble(content, "\n" + " " * _TITLE, (more, MUTED)) if more else content)


def _when(one: Listed) -> str:
    return f"{day(one.started)} {wall_time(one.started)}" if one.started else one.id


def _method(one: Listed) -> str:
    return f"{shortened(one.method)}, {shortened(one.variant)}"


def _left(milliseconds: int) -> str:
    """What the step still has, in whole minutes, rounded away from nothing."""
    minutes = -(-abs(milliseconds) // _MINUTE)
    if milliseconds > 0:
        return ngettext("nog {n} minuut", "nog {n} minuten", minutes).format(n=minutes)
    if milliseconds == 0:
        return _("de tijd is om")
    return ngettext("{n} minuut over tijd", "{n} minuten over tijd", minutes).format(n=minutes)
