"""Whatever words a group uses, for itself and in its agreements: the Markdown holds them, in our elements only."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.archive.group_markdown import group_markdown
from intervisie_tui.group.model import Earlier, Group, NextMeeting
from intervisie_tui.method.text import clean, one_line
from tests.archive.test_groups import full_group
from tests.archive.test_markdown import GITHUB, Seen, words

ELEMENTS = {"h1", "h2", "h3", "p", "br", "ul", "ol", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}


@st.composite
def groups(draw: st.DrawFn) -> Group:
    """The group with something of everything, with any words in every place where a group has words."""

    def line() -> str:
        return one_line(draw(words)) or "x"

    def text() -> str:
        return clean(draw(words)) or "x"

    full = full_group()
    day = full.made
    return replace(
        full,
        name=line(),
        members=tuple(replace(one, name=line(), function=line(), register=line()) for one in full.members),
        next=NextMeeting(day=day, place=line()),
        agreements=tuple(
            replace(one, label=line(), wording=text(), earlier=(Earlier(wording=text(), since=day, until=day),))
            for one in full.agreements
        ),
        intentions=tuple(
            replace(one, step=text(), when=line(), report_to=line(), closed=None) for one in full.intentions
        ),
        past=tuple(replace(one, cases=tuple(replace(case, title=line()) for case in one.cases)) for one in full.past),
    )


def plain(text: str) -> str:
    """As a reader sees it, whatever the blanks: those at the ends of lines are not shown."""
    return "".join(text.replace("\u00a0", " ").split())


@given(groups())
@settings(max_examples=60, deadline=None)
def test_any_group_is_a_page_of_the_elements_that_we_use_with_as_many_headings_and_rows(group: Group) -> None:
    usual, page = (GITHUB.render(group_markdown(one)) for one in (with_plain_words(group), group))
    assert Seen(page).tags <= ELEMENTS
    for element in ("<h1>", "<h2>", "<h3>", "<tr>", "<td>", "<li>", "<table>"):
        assert page.count(element) == usual.count(element), element


@given(groups())
@settings(max_examples=60, deadline=None)
def test_all_that_a_group_says_stands_in_it_letter_for_letter(group: Group) -> None:
    seen = plain(Seen(GITHUB.render(group_markdown(group))).text)
    told = [group.name, *(text for one in group.members for text in (one.name, one.function, one.register))]
    told += [text for one in group.agreements for text in (one.label, one.wording, one.earlier[0].wording)]
    told += [text for one in group.intentions for text in (one.step, one.when, one.report_to)]
    told += [case.title for one in group.past for case in one.cases]
    assert [text for text in told if plain(text) not in seen] == []


def with_plain_words(group: Group) -> Group:
    """The same group, each of its texts a plain word."""
    full = full_group()
    return replace(
        group,
        name="x",
        members=tuple(replace(one, name="x", function="x", register="x") for one in group.members),
        next=replace(group.next, place="x") if group.next else None,
        agreements=tuple(
            replace(one, label="x", wording="x", earlier=tuple(replace(was, wording="x") for was in one.earlier))
            for one in group.agreements
        ),
        intentions=tuple(replace(one, step="x", when="x", report_to="x") for one in group.intentions),
        past=full.past,
    )
