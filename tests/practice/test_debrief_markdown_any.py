"""Whatever was said and thought in a practice run: the Markdown of its debrief holds it, in our elements only."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.method.text import clean, one_line
from intervisie_tui.practice.debrief import AlarmTold, Debrief, MomentTold, Share, debrief
from intervisie_tui.practice.debrief_markdown import debrief_markdown
from tests.archive.test_markdown import GITHUB, Seen, words
from tests.practice.test_debrief import a_run

ELEMENTS = {"h1", "h2", "p", "br", "ul", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
MEETING, RECORD = a_run()
TOLD = replace(debrief(MEETING, RECORD), own_view=("x", "x"), next_time="x")


@st.composite
def debriefs(draw: st.DrawFn) -> Debrief:
    """The debrief of a run with any words in every place where words can stand."""

    def line() -> str:
        return one_line(draw(words)) or "x"

    def told(one: MomentTold | AlarmTold) -> MomentTold | AlarmTold:
        if isinstance(one, AlarmTold):
            return replace(one, step=line(), act=line(), who=line(), says=line(), why=line())
        right, others, followed = (line(),), (line(),), ((line(), line()),)
        one = replace(one, step=line(), who=line(), says=line(), act=line(), pitfall=line(), why=line())
        return replace(one, outcome="late", right=right, others=others, followed=followed)

    return replace(
        TOLD,
        title=line(),
        length=line(),
        own_view=(clean(draw(words)) or "x", clean(draw(words)) or "x"),
        timeline=tuple(told(one) for one in TOLD.timeline),
        shares=tuple(Share(name=line(), count=n) for n, _one in enumerate(TOLD.shares)),
        next_time=clean(draw(words)) or "x",
    )


def plain(text: str) -> str:
    """As a reader sees it, whatever the blanks."""
    return "".join(text.replace("\u00a0", " ").split())


@given(debriefs())
@settings(max_examples=60, deadline=None)
def test_any_debrief_is_a_page_of_the_elements_that_we_use(told: Debrief) -> None:
    page, usual = GITHUB.render(debrief_markdown(told)), GITHUB.render(debrief_markdown(TOLD))
    assert Seen(page).tags <= ELEMENTS
    for element in ("<h1>", "<h2>", "<tr>", "<li>", "<table>"):
        assert page.count(element) == usual.count(element), element


@given(debriefs())
@settings(max_examples=60, deadline=None)
def test_all_that_was_said_and_thought_stands_in_it_letter_for_letter(told: Debrief) -> None:
    seen = plain(Seen(GITHUB.render(debrief_markdown(told))).text)
    expected = [told.title, told.length, *told.own_view, told.next_time, *(share.name for share in told.shares)]
    for one in told.timeline:
        expected += [one.step, one.act, one.who, one.says, one.why]
        if isinstance(one, MomentTold):
            expected += [one.pitfall, *one.right, *one.others, *(text for said in one.followed for text in said)]
    assert [text for text in expected if plain(text) not in seen] == []
