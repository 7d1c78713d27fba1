"""A year of a group, told by its acts, saved by the real archive; at the end its files hold just what was said."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any, TypeAlias

from intervisie_tui.archive.calendar import write_calendar
from intervisie_tui.archive.group_markdown import export_group
from intervisie_tui.archive.groups import create_group, list_groups, new_group_id, open_group, read_group, record
from intervisie_tui.archive.meetings import create, new_id
from intervisie_tui.archive.paths import data_folder, groups_folder, meetings_folder
from intervisie_tui.archive.preparations import create_preparation, new_preparation_id, preparations
from intervisie_tui.group.agreements import in_force, settle
from intervisie_tui.group.convening import look_backs
from intervisie_tui.group.hours import hours
from intervisie_tui.group.intentions import evaluation_due, open_intentions
from intervisie_tui.group.members import active, add, change, leave, name_of, new_group
from intervisie_tui.group.model import Group
from intervisie_tui.group.preparation import Preparation, brought_in, written
from intervisie_tui.group.rota import Proposed, propose, queue
from intervisie_tui.meeting import choosing, handing, moving, reflow, saying
from intervisie_tui.meeting.clock import total
from intervisie_tui.meeting.gathering import Planned, convene, order
from intervisie_tui.meeting.model import Meeting, Now, Place, Presence
from intervisie_tui.meeting.people import leads
from intervisie_tui.meeting.presence import arrive
from intervisie_tui.meeting.saying import Words
from intervisie_tui.meeting.turns import current_unit, pass_turn
from intervisie_tui.method.catalogue import Catalogue, builtin_folder, load
from intervisie_tui.method.model import Method, Script
from intervisie_tui.running import RunningMeeting
from tests.group.groups import gathering_for, people_for

ZONE = timezone(timedelta(hours=1))
NAMES = ("Anna", "Bram", "Cas", "Dina", "Eva")
JANUARY, FEBRUARY, JUNE, SEPTEMBER = date(2026, 1, 13), date(2026, 2, 10), date(2026, 6, 2), date(2026, 9, 8)
LONG = 20.0
Table: TypeAlias = dict[str, Any]
"""A table of a TOML file, read without the program's own reader."""
SCRIPTS: tuple[Script, ...] = (
    "first_meeting",
    "opening",
    "look_back",
    "choosing",
    "pause",
    "evaluation",
    "closing",
)


@cache
def catalogue() -> Catalogue:
    return load((builtin_folder(),), "nl")


def script(wanted: Script) -> Method:
    found = catalogue().script(wanted)
    assert found
    return found


def method(wanted: str) -> Method:
    found = catalogue().find(wanted)
    assert found
    return found


class Evening:
    """One meeting of the group, led by its acts and saved after each; `said` is everything that anybody said in it."""

    def __init__(self, group: Group, day: date, cases: Sequence[str] = (), **chosen: Any) -> None:  # noqa: ANN401  # as order() takes them
        self.said: list[str] = []
        self._stamp = datetime.combine(day, time(19, 30), ZONE)
        self._tick = 1_000
        presence: Mapping[str, Presence] = chosen.pop("presence", {})
        people = people_for(group, presence)
        self._ids = {one.member: i + 1 for i, one in enumerate(people)}
        here = [one.member for one in people if one.presence == "present"]
        self.roles: Proposed = propose(group, here, cases[0] if cases else "")
        planned = tuple(Planned(method=method("balint-5"), presenter=self._ids[who] - 1) for who in cases)
        pause = chosen.pop("pause", False)
        parts = order(
            {wanted: script(wanted) for wanted in SCRIPTS}, planned, look_backs=look_backs(group, people), **chosen
        )
        if pause:
            at = next(i for i, part in enumerate(parts) if part.method.script == "case") + 1
            parts = (*parts[:at], Planned(method=script("pause")), *parts[at:])
        gathering = gathering_for(group, people, parts, self.roles)
        now = self.now()
        self._opened = create(convene(gathering, new_id(now.stamp), now))
        assert self._opened.saver
        self.running = RunningMeeting(self._opened.meeting, self._opened.saver, self.now)

    @property
    def meeting(self) -> Meeting:
        return self.running.value

    @property
    def scripts(self) -> list[str]:
        return [part.method.script for part in self.meeting.parts]

    def now(self) -> Now:
        return Now(stamp=self._stamp, tick=self._tick)

    def wait(self, minutes: int) -> None:
        self._stamp += timedelta(minutes=minutes)
        self._tick += minutes * 60_000

    def who(self, member: str) -> int:
        return self._ids[member]

    def do(self, act: Callable[[Meeting], Meeting]) -> None:
        self.running.do(act)

    def on(self) -> None:
        self.do(lambda m: moving.forward(m, m.place, self.now()))

    def skip(self) -> None:
        self.do(lambda m: moving.skip(m, m.place, self.now()))

    def go(self, wanted: Script, step: int = 0, activity: int = 0, nth: int = 0) -> None:
        """Straight to a place in the nth part with this script."""
        part = [p for p, name in enumerate(self.scripts) if name == wanted][nth]
        self.do(lambda m: moving.go_to(m, Place(part=part, step=step, activity=activity), self.now()))

    def tell(self, topic: str, text: str) -> None:
        self.said.append(text)
        self.do(lambda m: saying.tell(m, topic, text, self.now()))

    def say(self, words: Words) -> None:
        """The one whose turn it is says this, and then it is the next one's."""
        self.said += [words.text] if words.text else [text for _key, text in words.parts]
        self.do(lambda m: saying.say(m, words, self.now()))
        self.on()

    def vote(self, member: str, number: int) -> None:
        """In silence, for one of the cases that were offered."""
        self.do(lambda m: choosing.vote(m, self.who(member), (number,)))

    def round(self, words: Mapping[str, str]) -> None:
        """Each in turn, by the id of the member; who has nothing passes. Ends where the round does."""
        at, left = self.meeting.place, dict(words)
        while self.meeting.place == at and (unit := current_unit(self.meeting, at)):
            member = next(member for member, who in self._ids.items() if who in unit)
            if member not in left:
                self.do(pass_turn)
                continue
            self.say(Words(left.pop(member)))
        assert left == {}
        if self.meeting.place == at:
            self.on()

    def intend(self, *parts: str) -> None:
        """The one whose turn it is says what they will do, when, and whom they will tell."""
        self.say(Words(parts=tuple(zip(("stap", "wanneer", "aan-wie"), parts, strict=True))))

    def end(self) -> Meeting:
        """Close it: the transcript is on the disk, and the group has what is the group's."""
        self.do(lambda m: moving.finish(m, self.now()))
        assert self._opened.close(LONG)
        record(self.meeting)
        return self.meeting


def changed(group_id: str, act: Callable[[Group], Group]) -> Group:
    """An act on the page of the group."""
    with open_group(group_id) as opened:
        opened.save(act(opened.value))
        return opened.value


def test_a_year_of_a_group() -> None:
    group_id = begin_the_group()
    first = the_first_meeting(group_id)
    second = the_second_meeting(group_id)
    the_summer(group_id)
    third = the_third_meeting(group_id)
    the_files_hold_just_what_was_said(group_id, (first, second, third))


def begin_the_group() -> str:
    stamp = datetime.combine(JANUARY, time(19, 0), ZONE)
    group = new_group("Dinsdaggroep", NAMES, new_group_id(stamp), JANUARY)
    create_group(group).close()
    changed(group.id, lambda g: change(g, "m1", function="arts", register="BIG 12"))
    return group.id


def the_first_meeting(group_id: str) -> Evening:
    """Getting to know each other, the agreements, and a first case by who is first in the rota."""
    group = read_group(group_id)
    room = Evening(group, JANUARY, cases=[queue(group, "presenter")[0].member.id], first=True)
    assert room.scripts == ["first_meeting", "case", "closing"]
    assert room.roles == Proposed(presenter="m1", facilitator="m2", timekeeper="m3", scribe="m4")
    room.wait(15)
    room.round({"m1": "Ik wil leren zwijgen", "m2": "Ik heb ervaring te bieden", "m5": "Ik ben nieuw hier"})
    room.wait(10)
    room.go("first_meeting", step=3)
    agree(room, werkinbreng="Per toerbeurt: we weten vooraf wie inbrengt", geheimhouding="Alles blijft hier. é ß 漢")
    agree(room, titels="We bewaren de titels", verslag="Alleen de notulist")
    room.wait(20)
    the_case(room, "Het gesprek liep vast.", "Hoe begin ik opnieuw?", nth=0)
    room.go("closing")
    room.round({"m1": "Spannend", "m3": "Rustig"})
    room.intend("Ik bel haar op", "vrijdag", "Dina")
    room.tell("afspraken", "Anna neemt koekjes mee")
    room.tell("datum", "10 februari om 19:30")
    room.wait(10)
    room.end()
    group = read_group(group_id)
    assert group.brings == "turn"
    assert group.keep_titles
    assert group.next
    assert (group.next.day, group.next.at, group.next.set_in) == (FEBRUARY, time(19, 30), room.meeting.id)
    assert [one.step for one in open_intentions(group)] == ["Ik bel haar op"]
    calendar = write_calendar(group_id, group.next, room.now().stamp).read_text("utf-8")
    assert "DTSTART:20260210T193000" in calendar
    assert "Dinsdag" not in calendar
    return room


def agree(room: Evening, **agreements: str) -> None:
    """Each agreement at its own place in the step."""
    step = room.meeting.step
    for topic, wording in agreements.items():
        fields = [[field.id for field in getattr(activity, "fields", ())] for activity in step.activities]
        at = next(a for a, ids in enumerate(fields) if topic in ids)
        room.go("first_meeting", step=room.meeting.place.step, activity=at)
        room.tell(topic, wording)


def the_case(room: Evening, facts: str, question: str, nth: int) -> None:
    """The telling and one piece of advice."""
    room.go("case", nth=nth)
    room.tell("feiten", facts)
    room.tell("vraag", question)
    room.wait(30)
    room.go("case", step=3, nth=nth)
    others = [m for m, who in room._ids.items() if who not in (room.meeting.part.presenter, leads(room.meeting))]
    present = [m for m in others if room.meeting.participants[room.who(m) - 1].presence == "present"]
    room.round({present[0]: f"Advies bij: {question}"})


def the_second_meeting(group_id: str) -> Evening:
    """The agreements aloud, what came of it, and a case chosen by votes in silence; Eva is ill, Cas is late."""
    prepare(group_id)
    group = read_group(group_id)
    room = Evening(group, FEBRUARY, presence={"m5": "excused", "m3": "absent"}, choosing_minutes=45)
    assert room.scripts == ["opening", "look_back", "choosing", "closing"]
    assert room.roles.facilitator == "m1"
    assert [one.wording for one in room.meeting.agreements] == [one.wording for one in in_force(group)]
    room.tell("gezegd", "Bram moet om negen uur weg")
    room.wait(4)
    room.on()
    assert room.meeting.part.intention
    assert room.meeting.part.intention.step == "Ik bel haar op"
    room.tell("uitkomst", "deels")
    room.tell("regel", "Ze nam niet op")
    room.wait(5)
    room.do(lambda m: arrive(m, room.who("m3"), room.now()))
    room.on()
    room.round({"m2": "Een collega die klaagt", "m4": "Mijn team zwijgt"})
    room.wait(6)
    the_votes(room)
    mine = preparations(group_id, "m4")[0]
    words = brought_in(mine, method("balint-5"))
    the_case(room, words["feiten"], words["vraag"], nth=0)
    room.go("closing")
    room.round({"m4": "Het raakte me"})
    room.intend("Ik vraag het aan één van hen", "volgende week", "Anna")
    room.wait(5)
    room.end()
    group = read_group(group_id)
    assert [(one.outcome, one.closed_in) for one in group.intentions if one.closed] == [("deels", room.meeting.id)]
    assert group.next is None  # that day has gone by, and there is no new one yet
    return room


def prepare(group_id: str) -> None:
    """Dina writes down alone what she might bring; what it evokes stays with her."""
    blank = Preparation(id=new_preparation_id(), group=group_id, who="m4", method="balint-5", changed=JANUARY)
    words = {"titel": "Mijn team zwijgt", "feiten": "In elk overleg valt het stil.", "vraag": "Wat doe ik daaraan?"}
    create_preparation(written(blank, {**words, "oproept": "IK SCHAAM ME"}, FEBRUARY)).close()


def the_votes(room: Evening) -> None:
    bram, dina = choosing.proposals(room.meeting)
    assert room.meeting.step.id == "kiezen"
    for member, number in (("m1", dina.number), ("m2", dina.number), ("m3", bram.number)):
        room.vote(member, number)
    room.do(choosing.reveal)
    assert [one.votes for one in choosing.proposals(room.meeting)] == [1, 2]
    room.do(lambda m: choosing.choose_case(m, dina.number, method("balint-5")))
    assert room.scripts == ["opening", "look_back", "choosing", "case", "closing"]


def the_summer(group_id: str) -> None:
    """Bram leaves, Fleur joins, Eva marries, and one agreement is put otherwise."""
    changed(group_id, lambda g: leave(g, "m2", JUNE))
    changed(group_id, lambda g: add(g, "Fleur", JUNE))
    changed(group_id, lambda g: change(g, "m5", name="Eva de Boer"))
    changed(group_id, lambda g: settle(g, "geheimhouding", "Geheimhouding", "Wat je leert mag mee", JUNE))


def the_third_meeting(group_id: str) -> Evening:
    """Two cases and a pause, an evaluation; it runs late and is shrunk, and the lead goes over in the middle."""
    group = read_group(group_id)
    assert evaluation_due(group, SEPTEMBER)
    here = [one.id for one in active(group)]
    assert [one.member.name for one in queue(group, "presenter")] == ["Cas", "Eva de Boer", "Anna", "Dina", "Fleur"]
    two = [one.member.id for one in queue(group, "presenter")][:2]
    room = Evening(group, SEPTEMBER, cases=two, pause=True, evaluation=True)
    assert here == ["m1", "m3", "m4", "m5", "m6"]
    assert room.scripts == ["opening", "look_back", "case", "pause", "case", "evaluation", "closing"]
    assert room.roles.facilitator == "m4"
    room.skip()
    room.tell("uitkomst", "gedaan")
    room.on()
    the_case(room, "De planning klopt nooit.", "Hoe zeg ik nee?", nth=0)
    room.wait(40)
    room.go("pause")
    the_late_evening(room)
    room.wait(10)
    room.on()
    room.do(lambda m: handing.hand_over(m, room.who("m6"), room.now()))
    the_case(room, "Ze huilde.", "Mag ik dat aanraken?", nth=1)
    room.go("evaluation")
    room.round({"m3": "Over macht", "m1": "Over hoe moe we zijn"})
    room.round({"m6": "Vaker lachen"})
    room.tell("anders", "We beginnen met een grap")
    room.wait(5)
    room.go("closing", activity=1)
    room.intend("Ik zeg nee tegen dinsdag", "morgen", "Fleur")
    room.intend("Ik zwijg langer", "in het eerste gesprek", "Cas")
    room.tell("datum", "6 oktober")
    room.wait(3)
    room.end()
    return room


def the_late_evening(room: Evening) -> None:
    """Three ways out; nothing has changed until one is chosen, and undo takes it back to the second."""
    late = reflow.lateness(room.meeting, room.now())
    assert late == 15 * 60
    before = room.meeting
    ways = {way.kind: way for way in reflow.ways(room.meeting, room.now())}
    assert set(ways) == {"end_later", "shrink", "leave_out"}
    assert room.meeting == before
    room.do(lambda m: reflow.follow(m, ways["shrink"]))
    gets = {one.place: one.gets for one in ways["shrink"].steps}
    assert sum(one.had - one.gets for one in ways["shrink"].steps) == late - ways["shrink"].short_by
    for place, seconds in gets.items():
        step = room.meeting.parts[place.part].method.steps[place.step]
        assert seconds >= min(step.minimum * 60, before.parts[place.part].plan[place.step].seconds)
    shrunk = room.meeting
    room.running.undo()
    assert room.meeting == before
    room.running.redo()
    assert room.meeting == shrunk


def the_files_hold_just_what_was_said(group_id: str, rooms: tuple[Evening, ...]) -> None:
    files = sorted(path for path in data_folder().rglob("*") if path.is_file() and path.suffix != ".lock")
    ids = [room.meeting.id for room in rooms]
    kept = {path.relative_to(data_folder()).as_posix() for path in files}
    (prepared,) = (path for path in files if path.parent.name == "preparations")
    expected = {f"meetings/{one}.toml" for one in ids} | {f"groups/{group_id}.toml", f"groups/{group_id}.ics"}
    assert kept - {f"preparations/{prepared.name}"} == expected
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    for room in rooms:
        raw = tomllib.loads((meetings_folder() / f"{room.meeting.id}.toml").read_text("utf-8"))
        assert sorted(words_in(raw)) == sorted(room.said)
    check_group(tomllib.loads((groups_folder() / f"{group_id}.toml").read_text("utf-8")), ids)
    check_hours(group_id, rooms)
    text = export_group(group_id).read_text("utf-8")
    everything = "".join(path.read_text("utf-8") for path in groups_folder().iterdir())
    secrets = [word for room in rooms for word in room.said if word.startswith(("Advies", "De planning", "Ze huilde"))]
    assert not [word for word in (*secrets, "IK SCHAAM ME", "Spannend") if word in everything]
    assert "| Fleur |  |  |\n" in text
    assert "| Bram |  |  |\n" not in text
    assert "Wat je leert mag mee" in text
    assert [one.name for one in list_groups()] == ["Dinsdaggroep"]


def words_in(raw: Table) -> Iterator[str]:
    """Every text that somebody said, wherever it stands in the file of a meeting."""
    for part in raw["parts"]:
        for item in part.get("contributions", []):
            yield from (item["text"],) if "text" in item else ()
            yield from item.get("parts", {}).values()


def check_group(raw: Table, ids: list[str]) -> None:
    """The file of the group, key by key."""
    assert {key for key in raw if key not in ("id", "made")} == {
        "schema",
        "name",
        "keep_titles",
        "next",
        "members",
        "agreements",
        "intentions",
        "evaluations",
        "past",
    }
    assert raw["members"] == [
        {"id": "m1", "name": "Anna", "function": "arts", "register": "BIG 12", "joined": JANUARY},
        {"id": "m2", "name": "Bram", "joined": JANUARY, "left": JUNE},
        {"id": "m3", "name": "Cas", "joined": JANUARY},
        {"id": "m4", "name": "Dina", "joined": JANUARY},
        {"id": "m5", "name": "Eva de Boer", "joined": JANUARY},
        {"id": "m6", "name": "Fleur", "joined": JUNE},
    ]
    assert [(one["topic"], one["wording"], one["since"]) for one in raw["agreements"]] == [
        ("werkinbreng", "Per toerbeurt: we weten vooraf wie inbrengt", JANUARY),
        ("geheimhouding", "Wat je leert mag mee", JUNE),
        ("verslag", "Alleen de notulist", JANUARY),
        ("titels", "We bewaren de titels", JANUARY),
    ]
    assert [one["earlier"] for one in raw["agreements"] if "earlier" in one] == [
        [{"wording": "Alles blijft hier. é ß 漢", "since": JANUARY, "until": JUNE}]
    ]
    assert [
        (one["who"], one["step"], one.get("outcome", ""), one.get("closed_in", "")) for one in raw["intentions"]
    ] == [
        ("m1", "Ik bel haar op", "deels", ids[1]),
        ("m4", "Ik vraag het aan één van hen", "gedaan", ids[2]),
        ("m3", "Ik zeg nee tegen dinsdag", "", ""),
        ("m5", "Ik zwijg langer", "", ""),
    ]
    assert raw["evaluations"] == [
        {
            "meeting": ids[2],
            "day": SEPTEMBER,
            "answers": [
                {"question": "Waar praten we te weinig over?", "text": "Over hoe moe we zijn\nOver macht"},
                {"question": "Wat moet er anders?", "text": "Vaker lachen"},
                {"question": "Wat gaan we anders doen?", "text": "We beginnen met een grap"},
            ],
        }
    ]
    assert raw["next"] == {"day": date(2026, 10, 6), "set_in": ids[2]}
    check_past(raw["past"], ids)


def check_past(raw: list[Table], ids: list[str]) -> None:
    balint = "Balint-methode, 5 stappen"
    assert [one["meeting"] for one in raw] == ids
    assert [one["facilitators"] for one in raw] == [["m2"], ["m1"], ["m4", "m6"]]
    assert [one.get("first", False) for one in raw] == [True, False, False]
    assert [one["cases"] for one in raw] == [
        [{"presenter": "m1", "method": balint}],
        [{"presenter": "m4", "method": balint, "title": "Mijn team zwijgt"}],
        [{"presenter": "m3", "method": balint}, {"presenter": "m5", "method": balint}],
    ]
    second = {one["member"]: one for one in raw[1]["attended"]}
    assert second["m5"] == {"member": "m5", "presence": "excused"}
    assert second["m3"]["late"]
    assert second["m1"]["seconds"] - second["m3"]["seconds"] == 9 * 60
    assert [one["member"] for one in raw[2]["attended"]] == ["m1", "m3", "m4", "m5", "m6"]


def check_hours(group_id: str, rooms: tuple[Evening, ...]) -> None:
    """What Anna was there for is what the meetings took, pauses left out."""
    group = read_group(group_id)
    took = sum(total(room.meeting) for room in rooms) // 1000 - 10 * 60
    by_name = {name_of(group, one.member.id): one for one in hours(group)}
    assert by_name["Anna"].seconds == took
    assert (by_name["Bram"].meetings, by_name["Eva de Boer"].meetings, by_name["Fleur"].meetings) == (2, 2, 1)
