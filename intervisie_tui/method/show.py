"""Methods as plain text for a terminal or a pipe, at most 80 columns wide."""

import textwrap
from collections.abc import Iterable

from intervisie_tui.locale import _, ngettext
from intervisie_tui.method.catalogue import Catalogue, Entry
from intervisie_tui.method.model import Activity, Level, Method, Pitfall, Role, Step

WIDTH = 80


def listing(catalogue: Catalogue) -> str:
    """A line or two for each method: id, name, time, level, and that it replaces a built-in one."""
    entries = catalogue.methods
    if not entries:
        return _("Er is geen methode te vinden.")
    wide = min(max(len(entry.method.id) for entry in entries), 30)
    return "\n".join(_listed(entry, wide) for entry in entries)


def describe(method: Method) -> str:
    """The whole method: what it is for, what to prepare, every step, and the pitfalls."""
    parts = [
        _head(method),
        _bullets(_("Voorbereiding"), method.preparation),
        _bullets(_("Benodigdheden"), method.materials),
        *(_step(number, step) for number, step in enumerate(method.steps, start=1)),
        _pitfalls(method.pitfalls),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(entry: Entry, wide: int) -> str:
    method = entry.method
    facts = [_minutes(method.minutes), _steps(len(method.steps)), _level(method.level)]
    title = f"{method.name}, {method.variant}"
    lines = [f"{method.id:<{wide}}  {title}", *_indented(" · ".join(facts), wide + 2)]
    if entry.replaced:
        lines += _indented(_("eigen versie, in plaats van de meegeleverde"), wide + 2)
    return "\n".join(_wrapped(lines[0], " " * (wide + 2)) + lines[1:])


def _head(method: Method) -> str:
    title = f"{method.name}, {method.variant}"
    facts = [_minutes(method.minutes), _steps(len(method.steps)), _level(method.level)]
    if method.duration:
        facts[0] += " " + _("(bron: {low} tot {high})").format(low=method.duration.min, high=method.duration.max)
    if method.group:
        facts.append(_("{low} tot {high} mensen").format(low=method.group.min, high=method.group.max))
    lines = [
        *_wrapped(title),
        *_wrapped(" · ".join(facts)),
        *_wrapped(_("Bron: {source}").format(source=method.source)),
    ]
    return "\n".join([*lines, "", *_wrapped(method.summary)])


def _step(number: int, step: Step) -> str:
    title = _("Stap {n}  {title}").format(n=number, title=step.title)
    time = _minutes(step.minutes)
    if step.minimum < step.minutes:
        time += ", " + _("ten minste {n}").format(n=step.minimum)
    if step.optional:
        time += ", " + _("mag worden overgeslagen")
    lines = [*_wrapped(f"{title} ({time})"), *_indented(step.purpose, 2)]
    for label, text in (
        (_("Aan het woord"), _roles(step.speaks)),
        (_("Schrijft"), _roles(step.writes)),
        (_("Inbrenger"), step.presenter),
        (_("Groep"), step.group),
        (_("Gespreksleider"), step.facilitator),
        (_("Regels"), "; ".join(step.rules)),
        (_("Nu niet"), step.not_now),
        (_("Verloop"), ", ".join(_activity(activity) for activity in step.activities)),
        (_("Zeg"), step.say),
        *((_("Zeg dan"), activity.say) for activity in step.activities),
    ):
        if text:
            lines += _wrapped(f"  {label}: {text}", "    ")
    return "\n".join(lines)


def _pitfalls(pitfalls: tuple[Pitfall, ...]) -> str:
    if not pitfalls:
        return ""
    lines = [_("Valkuilen")]
    for pitfall in pitfalls:
        lines += _wrapped(f"- {_roles((pitfall.role,))}: {pitfall.title}", "  ")
        lines += _indented(" ".join((pitfall.sign, pitfall.why)), 4) + _indented(
            _("Zeg: {say}").format(say=pitfall.say), 4
        )
    return "\n".join(lines)


def _bullets(title: str, texts: tuple[str, ...]) -> str:
    lines = [line for text in texts for line in _wrapped(f"- {text}", "  ")]
    return "\n".join([title, *lines]) if lines else ""


def _activity(activity: Activity) -> str:
    kinds = {
        "Tell": _("vertellen"),
        "Write": _("in stilte schrijven"),
        "Round": _("een ronde"),
        "Talk": _("een gesprek"),
        "Choose": _("kiezen"),
        "Summary": _("samenvatten"),
        "Note": _("noteren"),
    }
    return activity.title or kinds[type(activity).__name__]


def _roles(roles: Iterable[Role]) -> str:
    names: dict[Role, str] = {
        "facilitator": _("gespreksleider"),
        "presenter": _("inbrenger"),
        "member": _("groepsleden"),
        "timekeeper": _("tijdbewaker"),
        "scribe": _("notulist"),
        "observer": _("observator"),
    }
    return ", ".join(names[role] for role in roles)


def _level(level: Level) -> str:
    return _("voor beginners") if level == "beginner" else _("voor ervaren groepen")


def _minutes(n: int) -> str:
    return ngettext("{n} minuut", "{n} minuten", n).format(n=n)


def _steps(n: int) -> str:
    return ngettext("{n} stap", "{n} stappen", n).format(n=n)


def _indented(text: str, by: int) -> list[str]:
    return _wrapped(" " * by + text, " " * by)


def _wrapped(text: str, later: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent=later) or [""]
