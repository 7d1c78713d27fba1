"""What stands on the page of a group, topic by topic, in lines of any width. No widgets."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from textual.content import Content

from intervisie_tui.archive.dates import day
from intervisie_tui.archive.group_markdown import hours_in_words
from intervisie_tui.group import rota
from intervisie_tui.group.agreements import in_force
from intervisie_tui.group.hours import hours
from intervisie_tui.group.intentions import evaluation_due, open_intentions
from intervisie_tui.group.members import active, former, name_of
from intervisie_tui.group.model import Group, Intention, Member, NextMeeting, Past
from intervisie_tui.locale import _, ngettext
from intervisie_tui.tui.acts import N_
from intervisie_tui.tui.columns import in_columns, widest
from intervisie_tui.tui.days import in_words
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.widgets.lines import hanging

_NAME = 20
"""Columns for a name in a table, at most."""
_BLANK = Content("")

DUTIES: tuple[tuple[rota.Duty, str], ...] = (
    ("presenter", N_("inbrengen")),
    ("facilitator", N_("leiden")),
    ("timekeeper", N_("tijd bewaken")),
    ("scribe", N_("verslag maken")),
)


class Topic(Struct, frozen=True):
    """A part of the page: its key and title, what it says, and (untranslated) what Enter does there."""

    key: str
    title: str
    write: Callable[[Group, date, int], Iterator[Content]]
    enter: str


def next_text(group: Group) -> str:
    """When the group meets again, in words."""
    return _when(group.next) if group.next else _("Er is nog geen datum voor de volgende keer.")


def _when(coming: NextMeeting) -> str:
    text = in_words(coming.day)
    if coming.at:
        text = _("{day} om {time}").format(day=text, time=f"{coming.at:%H:%M}")
    return _("{when}, {place}").format(when=text, place=coming.place) if coming.place else text


def subtitle(group: Group) -> str:
    """How many belong to it and how often they met."""
    n, met = len(active(group)), len(group.past)
    members = ngettext("{n} lid", "{n} leden", n).format(n=n)
    if not met:
        return _("{members} · de eerste bijeenkomst komt nog").format(members=members)
    meetings = ngettext("{n} bijeenkomst", "{n} bijeenkomsten", met).format(n=met)
    return f"{members} · {meetings}"


def overview(group: Group, today: date, width: int) -> Iterator[Content]:
    """All that a group wants to know before it begins."""
    if not group.past and not in_force(group):
        yield from _said(
            _(
                "Jullie eerste bijeenkomst: kennismaken, horen wat intervisie is en samen de afspraken maken. "
                "Een casus hoeft nog niet."
            ),
            width,
        )
    else:
        yield Content.styled(_("Volgende keer"), MUTED)
        yield from Content.styled(next_text(group), STRONG if group.next else MUTED).wrap(width)
        yield _BLANK
        yield Content.styled(_("Aan de beurt, als voorstel"), MUTED)
        yield from _proposed(group, width)
    waiting = open_intentions(group)
    if waiting:
        yield _BLANK
        yield Content.styled(_("Om op terug te kijken"), MUTED)
        for one in waiting:
            yield from _hung(group, one.who, Content(one.step), width)
    if evaluation_due(group, today):
        yield _BLANK
        yield from Content.styled(_("Het is tijd om als groep terug te kijken: de evaluatie."), "$accent").wrap(width)


def _proposed(group: Group, width: int) -> Iterator[Content]:
    proposed = rota.propose(group, [one.id for one in active(group)], "" if group.brings == "meeting" else None)
    labels = widest([_(label) for _duty, label in DUTIES], _NAME)
    for duty, label in DUTIES:
        who: str = getattr(proposed, duty)
        if duty == "presenter" and group.brings == "meeting":
            name = Content(_("kiezen jullie in de bijeenkomst"))
        else:
            name = Content.styled(name_of(group, who), STRONG) if who else Content.styled(_("niemand over"), MUTED)
        yield from hanging(Content(in_columns(_(label), labels) + "  "), name, width)


def turns(group: Group, _today: date, width: int) -> Iterator[Content]:
    """For each role everybody, who waited longest first."""
    yield from _said(_("Wie het langst wacht, staat voorop. Het is een voorstel; jullie kiezen."), width)
    for duty, label in DUTIES:
        waiting = rota.queue(group, duty)
        yield _BLANK
        yield Content.styled(_(label).capitalize(), STRONG)
        names = [f"{one.member.name} ({_since(one)})" for one in waiting[:1]] + [w.member.name for w in waiting[1:]]
        yield from Content(", ".join(names) or _("nog niemand")).wrap(width)


def _since(one: rota.Waiting) -> str:
    text = _("het laatst op {day}") if one.had else _("nog niet, lid sinds {day}")
    return text.format(day=day(one.since))


def intentions(group: Group, _today: date, width: int) -> Iterator[Content]:
    """Those that are open, then what came of earlier ones."""
    waiting = open_intentions(group)
    closed = sorted((one for one in group.intentions if one.closed), key=lambda one: one.day, reverse=True)
    if not group.intentions:
        yield from _said(
            _("Hier komt te staan wat een inbrenger zich voorneemt. De volgende keer kijken jullie daarop terug."),
            width,
        )
    for one in waiting:
        yield from _intention(group, one, width)
    if closed:
        yield from ([_BLANK] if waiting else [])
        yield Content.styled(_("Waar jullie op terugkeken"), MUTED)
        for one in closed:
            yield from _intention(group, one, width)


def _intention(group: Group, one: Intention, width: int) -> Iterator[Content]:
    yield from _hung(group, one.who, Content.styled(one.step, STRONG), width)
    told = [_("wanneer: {when}").format(when=one.when)] if one.when else []
    if one.report_to:
        told.append(_("vertelt het aan {name}").format(name=one.report_to))
    about = [_("op {day}").format(day=day(one.day)), *told]
    yield from hanging(Content("  "), Content.styled(" · ".join(about), MUTED), width)
    if one.closed:
        outcome = ": ".join(filter(None, (one.outcome, one.line)))
        yield from hanging(Content.styled("  ↳ ", MUTED), Content(outcome), width)


def agreements(group: Group, _today: date, width: int) -> Iterator[Content]:
    """What holds now, with its day; the earlier wordings are behind Enter."""
    holding = in_force(group)
    if not holding:
        yield from _said(
            _("Nog geen afspraken. In de eerste bijeenkomst maken jullie ze samen; met Enter kan het ook hier."), width
        )
    for one in holding:
        yield Content.assemble((one.label, STRONG), (f"  {day(one.since)}", MUTED))
        yield from hanging(Content("  "), Content(one.wording), width)


def members(group: Group, _today: date, width: int) -> Iterator[Content]:
    """Who belongs to it, with function and register; then who left."""
    here, gone = active(group), former(group)
    wide = widest([one.name for one in (*here, *gone)], _NAME)
    if not here:
        yield from _said(_("Er hoort nog niemand bij. Voeg met Enter iemand toe."), width)
    for one in here:
        yield from hanging(Content(in_columns(one.name, wide) + "  "), Content.styled(about(one), MUTED), width)
    if gone:
        yield _BLANK
        yield Content.styled(_("Niet meer bij de groep"), MUTED)
        for one in gone:
            left = _("tot {day}").format(day=day(one.left)) if one.left else ""
            yield from hanging(Content(in_columns(one.name, wide) + "  "), Content.styled(left, MUTED), width)


def about(one: Member) -> str:
    """What there is to say of a member beside the name."""
    return " · ".join(filter(None, (one.function, one.register)))


def meetings(group: Group, _today: date, width: int) -> Iterator[Content]:
    """The hours of each member, then the meetings, the latest first."""
    if not group.past:
        yield from _said(_("Jullie zijn nog niet bij elkaar geweest."), width)
        return
    yield Content.styled(_("Uren per lid, zonder pauzes"), MUTED)
    counted = [one for one in hours(group) if one.seconds]
    wide = widest([one.member.name for one in counted], _NAME)
    for one in counted:
        yield Content.assemble(in_columns(one.member.name, wide), "  ", (duration(one.seconds), STRONG))
    yield _BLANK
    for past in sorted(group.past, key=lambda one: one.began, reverse=True):
        yield from past_lines(group, past, width)


def past_lines(group: Group, one: Past, width: int) -> Iterator[Content]:
    """When it was and how long, who led, and whose case it was; a title only where the group keeps those."""
    yield Content.assemble((in_words(one.day), STRONG), (f"  {duration(one.seconds)}", MUTED))
    parts = [_("eerste bijeenkomst")] if one.first else []
    for case in one.cases:
        text = _("{name} bracht in: {title}") if case.title else _("{name} bracht in")
        parts.append(text.format(name=name_of(group, case.presenter), title=case.title))
    if one.facilitators:
        parts.append(_("{name} leidde").format(name=", ".join(name_of(group, who) for who in one.facilitators)))
    missing = [name_of(group, one.member) for one in one.attended if one.presence != "present"]
    if missing:
        parts.append(_("er niet bij: {names}").format(names=", ".join(missing)))
    yield from hanging(Content("  "), Content.styled(" · ".join(parts), MUTED), width)


def duration(seconds: int) -> str:
    """So many seconds as hours and minutes: 1:55 uur."""
    return _("{hours} uur").format(hours=hours_in_words(seconds))


def evaluation(group: Group, today: date, width: int) -> Iterator[Content]:
    """Whether it is due, and what was said before."""
    if evaluation_due(group, today):
        yield from _said(
            _("Het is een half jaar geleden. Bij de volgende bijeenkomst staat de evaluatie erbij: twee vragen."), width
        )
    else:
        yield from _said(_("Twee keer per jaar kijken jullie als groep terug, met twee vragen."), width)
    for one in sorted(group.evaluations, key=lambda one: one.day, reverse=True):
        yield _BLANK
        yield Content.styled(day(one.day), STRONG)
        for answer in one.answers:
            yield from Content.styled(answer.question, MUTED).wrap(width)
            yield from hanging(Content("  "), Content(answer.text), width)


def next_time(group: Group, _today: date, width: int) -> Iterator[Content]:
    """The next meeting."""
    yield from Content.styled(next_text(group), STRONG if group.next else MUTED).wrap(width)
    if group.next:
        yield from _said(_("Met a komt er een bestand dat je in je agenda kunt openen."), width)


def preparing(_group: Group, _today: date, width: int) -> Iterator[Content]:
    """What preparing is."""
    yield from _said(
        _(
            "Breng je een casus in? Schrijf hem hier vast op, in een paar minuten. "
            "Alleen jij leest het, tot je het zelf in de bijeenkomst inbrengt."
        ),
        width,
    )


def _said(text: str, width: int) -> Sequence[Content]:
    return Content(text).wrap(width)


def _hung(group: Group, who: str, words: Content, width: int) -> Iterator[Content]:
    yield from hanging(Content(name_of(group, who) + "  "), words, width)


READS = N_("alles lezen")
CHANGES = ("agreements", "members", "next")
"""Topics of which Enter changes something."""

TOPICS: tuple[Topic, ...] = (
    Topic("begin", N_("Bijeenkomst"), overview, N_("een bijeenkomst voorbereiden")),
    Topic("turns", N_("Aan de beurt"), turns, READS),
    Topic("intentions", N_("Voornemens"), intentions, READS),
    Topic("agreements", N_("Afspraken"), agreements, N_("lezen of veranderen")),
    Topic("members", N_("Leden"), members, N_("iemand erbij, of gegevens veranderen")),
    Topic("meetings", N_("Eerdere keren"), meetings, N_("een verslag lezen")),
    Topic("evaluation", N_("Evaluatie"), evaluation, READS),
    Topic("next", N_("Volgende keer"), next_time, N_("een datum kiezen")),
    Topic("prepare", N_("Voorbereiden"), preparing, N_("je casus voorbereiden")),
)
