"""The third page of the set-up: who brings the case, who leads, who keeps the time, and who works with whom."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Unit
from intervisie_tui.meeting.starting import Setup, what_is_wrong
from intervisie_tui.tui.acts import N_
from intervisie_tui.tui.columns import in_columns, widest
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens.setup_choices import NOBODY, Choices, finished, in_duos, knows_pairs, units
from intervisie_tui.tui.screens.setup_page import Fitting, Page, Sight
from intervisie_tui.tui.widgets.listing import Listing

_NAME = 20
"""Columns for a name before its roles, at most."""


class RolesPage(Page):
    """The names at the left, what has been settled at the right."""

    word = N_("rollen")
    question = N_("Wie doet wat?")
    advice = N_("Nodig is alleen wie inbrengt.")

    def __init__(self) -> None:
        super().__init__(id="roles")

    def compose(self) -> ComposeResult:
        yield Listing(id="people")
        yield Fitting(id="settled")

    def show(self, sight: Sight) -> None:
        """Each with their roles and partners, and all of it in words."""
        choices = sight.choices
        wide = widest(list(choices.setup.names), _NAME)
        rows = [_row(choices, who, wide) for who in range(len(choices.setup.names))]
        self.listing.show(rows, self.listing.chosen or "0")
        self.query_one("#settled", Fitting).fit(lambda width, height: _settled(choices, width, height))

    def advise(self, choices: Choices) -> str:
        if choices.company is None:
            return _(self.advice)
        return _("Wie het langst wacht, is voorgesteld.")

    def lacking(self, choices: Choices) -> str:
        company = choices.company
        if company is None or not (company.choosing or company.first):
            return what_is_wrong(finished(choices))
        return ""

    @property
    def chosen(self) -> int:
        """The index of the chosen one."""
        return int(self.listing.chosen or -1)


def _row(choices: Choices, who: int, wide: int) -> Row:
    setup = choices.setup
    roles = [Content.styled(role, STRONG) for role in _roles(choices, who)]
    if in_duos(choices):
        partners = next((unit for unit in units(choices) if who in unit), ())
        roles += [Content.styled(_with(setup, partners, who), MUTED)] if partners else []
    name = in_columns(setup.names[who], wide)
    return Row(str(who), Content.assemble((f"{who + 1:>2} ", MUTED), name, "  ", Content(" · ").join(roles)))


def _roles(choices: Choices, who: int) -> list[str]:
    setup = choices.setup
    held = (
        (setup.presenter, _("inbrenger")),
        (setup.facilitator, _("gespreksleider")),
        (setup.timekeeper, _("tijdbewaker")),
        (choices.company.scribe if choices.company else None, _("notulist")),
    )
    return [role for holder, role in held if holder == who]


def _with(setup: Setup, unit: Unit, who: int) -> str:
    partners = tuple(one for one in unit if one != who)
    return _("met {names}").format(names=said(setup, partners)) if partners else _("werkt alleen")


def said(setup: Setup, unit: Unit) -> str:
    """Names as one says them: "Anna", "Anna en Bram", "Anna, Bram en Cas"."""
    *first, last = [setup.names[who] for who in unit]
    return last if not first else _("{first} en {last}").format(first=", ".join(first), last=last)


def _settled(choices: Choices, width: int, height: int) -> Content:
    """The roles with who has them, then the pairs; what is missing at the end, where the next thing is done."""
    setup = choices.setup
    facts = [
        [Content.styled(label, MUTED), *Content.styled(text, STRONG if there else MUTED).wrap(width)]
        for label, text, there in _facts(choices)
    ]
    airy = sum(len(fact) + 1 for fact in facts) + len(setup.names) <= height
    lines = [line for fact in facts for line in (([Content("")] if airy else []) + fact)][int(airy) :]
    if in_duos(choices):
        pairs = [
            said(setup, unit) if len(unit) > 1 else _("{name} alleen").format(name=said(setup, unit))
            for unit in units(choices)
        ]
        each = [line for pair in pairs for line in Content(pair).wrap(width)]
        lines += each if len(lines) + len(each) <= height else Content(" · ".join(pairs)).wrap(width)
    if len(lines) > height:
        lines = [*lines[: height - 1], Content("…")]
    return Content("\n").join(lines)


def _facts(choices: Choices) -> list[tuple[str, str, bool]]:
    """Label, words, and whether it has been settled."""
    setup = choices.setup
    company = choices.company
    facts = [] if company and company.first else [_presenter(choices)]
    if setup.facilitator is None:
        facts.append((_("Gespreksleider"), _("niemand genoemd"), False))
    else:
        how = _("{name}, doet mee in de rondes") if setup.facilitator_joins else _("{name}, leidt alleen")
        facts.append((_("Gespreksleider"), how.format(name=setup.names[setup.facilitator]), True))
    if setup.timekeeper is not None:
        facts.append((_("Tijdbewaker"), setup.names[setup.timekeeper], True))
    if company and company.scribe is not None:
        facts.append((_("Notulist"), setup.names[company.scribe], True))
    if company and (company.choosing or company.first):
        return facts
    if knows_pairs(setup.method):
        facts.append((_("Schrijven en inbrengen"), _("in duo’s") if in_duos(choices) else _("ieder alleen"), True))
    return facts


def _presenter(choices: Choices) -> tuple[str, str, bool]:
    setup, company = choices.setup, choices.company
    if company and company.choosing:
        return _("Inbrenger"), _("kiezen jullie samen in de bijeenkomst"), True
    name = "" if setup.presenter == NOBODY else setup.names[setup.presenter]
    return _("Inbrenger"), name or _("nog niemand: kies een naam en druk op Enter"), bool(name)
