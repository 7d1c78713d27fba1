"""What a method is, as frozen values: one `Method` is one TOML file (methods/README.md).

Minutes are whole minutes. Texts are plain text in the language of the method; `{inbrenger}` in a `say`
stands for the name of the presenter. The limits that stand here are checked when a file is read (`checking`) and
published in the JSON Schema. Nothing here reads files: see `reading` and `catalogue`.
"""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

SCHEMA = 1

Role: TypeAlias = Literal["facilitator", "presenter", "member", "timekeeper", "scribe", "observer"]
Who: TypeAlias = Literal["presenter", "facilitator", "member", "all"]
"""Whom an activity is for. `member`: all but the presenter (and the facilitator, unless they take part)."""

Kind: TypeAlias = Literal[
    "question",
    "answer",
    "advice",
    "association",
    "image",
    "feedback",
    "experience",
    "insight",
    "summary",
    "note",
    "case",
    "intention",
]
"""The kind of a contribution: a `case` is a title line that is offered, an `intention` what someone is going to do."""

Script: TypeAlias = Literal[
    "case", "closing", "opening", "look_back", "choosing", "first_meeting", "pause", "evaluation"
]
"""What a method leads: a case, or another part of a meeting."""

Shows: TypeAlias = Literal["", "agreements", "intention", "methods", "proposals"]
"""What the sheet of a step shows besides what is collected in it: the agreements of the group, the intention that a
look-back is about, the methods there are, the cases that were offered with how often each was chosen."""

ID_PATTERN = "^[a-z0-9][a-z0-9-]{0,59}$"
Id: TypeAlias = Annotated[str, Meta(pattern=ID_PATTERN)]
"""A name for the program: lowercase letters, digits and hyphens."""

Text: TypeAlias = Annotated[str, Meta(min_length=1, max_length=2000)]
Words: TypeAlias = Annotated[str, Meta(max_length=2000)]
"""Text that may be left out."""

Minutes: TypeAlias = Annotated[int, Meta(ge=1, le=240)]
Count: TypeAlias = Annotated[int, Meta(ge=1, le=20)]

MarkKind: TypeAlias = Literal["understood", "useful"]
Level: TypeAlias = Literal["beginner", "ervaren"]


class Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen value that is written to TOML as it stands and refuses keys that it does not know."""


class Field(Value, frozen=True, kw_only=True):
    """A named place for words: the facts, the question, what worked."""

    id: Id
    label: Text
    hint: Words = ""
    kind: Kind = "note"
    several: bool = False  # each line entered is a contribution of its own
    in_sight: bool = False  # stays on the screen in all later steps
    optional: bool = False  # going on without it is not worth a word
    choices: Annotated[tuple[Text, ...], Meta(max_length=9)] = ()  # ready wordings; other words are as good


Fields: TypeAlias = Annotated[tuple[Field, ...], Meta(min_length=1, max_length=20)]


class Label(Value, frozen=True, kw_only=True):
    """A sort that a contribution can be given, such as bovenstroom or onderstroom."""

    id: Id
    label: Text


class Activity(Value, frozen=True, kw_only=True, tag_field="kind"):
    """What happens inside a step; its kind is one of the seven below."""

    title: Words = ""  # shown beside the title of the step
    say: Words = ""  # the facilitator's line, where it differs from that of the step


class Tell(Activity, frozen=True, kw_only=True, tag="tell"):
    """One speaks; named fields are captured meanwhile."""

    fields: Fields
    by: Who = "presenter"


class Write(Activity, frozen=True, kw_only=True, tag="write"):
    """In silence, each alone or in pairs; hidden until a later round brings it up."""

    of: Kind
    by: Who = "member"
    pairs: bool = False  # may be done in pairs
    each: Count = 1
    each_pair: Count = 2


class Round(Activity, frozen=True, kw_only=True, tag="round"):
    """Each in turn; passing is allowed; a reply, marks and a note of the presenter's beside it are possible."""

    of: Kind
    by: Who = "member"
    pairs: bool = False
    each: Count = 1
    each_pair: Count = 2
    starts_from: Words = ""  # id of the step where it was written in silence
    shows: Literal["at_turn", "on_request"] = "at_turn"  # when what was written there comes up
    reply: Kind | None = None  # what the presenter says to it
    reply_label: Words = ""
    labels: tuple[Label, ...] = ()
    parts: tuple[Field, ...] = ()  # a contribution of several parts: observation, effect, alternative
    marks: tuple[MarkKind, ...] = ()
    own_note: bool = False  # the presenter's own note beside each contribution


class Talk(Activity, frozen=True, kw_only=True, tag="talk"):
    """Free conversation; who speaks and who listens is stated; points can be kept."""

    speaks: Annotated[tuple[Who, ...], Meta(min_length=1)]
    listens: tuple[Who, ...] = ()
    of: Kind | None = None  # the kind of the points that are kept, if any


class Choose(Activity, frozen=True, kw_only=True, tag="choose"):
    """The presenter, or the group, marks or rates what was collected. Never asks why."""

    of: Kind
    starts_from: Id  # id of the step where it was collected
    by: Who = "presenter"
    rating: Annotated[int, Meta(ge=0, le=10)] = 0  # 0: useful or nothing said; n: a figure from 1 to n


class Summary(Activity, frozen=True, kw_only=True, tag="summary"):
    """Someone sums up, others confirm, name by name."""

    by: Who = "facilitator"
    confirm: Literal["all", "presenter", "none"] = "all"
    label: Words = ""


class Note(Activity, frozen=True, kw_only=True, tag="note"):
    """Named fields for one role."""

    fields: Fields
    by: Who = "presenter"


AnyActivity: TypeAlias = Tell | Write | Round | Talk | Choose | Summary | Note


class Step(Value, frozen=True, kw_only=True):
    """A timed phase of a method."""

    id: Id
    title: Text
    minutes: Minutes
    purpose: Text
    activities: Annotated[tuple[AnyActivity, ...], Meta(min_length=1, max_length=20)]
    minimum: Minutes = 1  # minutes, how far it may shrink when the meeting runs late
    optional: bool = False
    presenter: Words = ""  # what is asked of each role
    group: Words = ""
    facilitator: Words = ""
    speaks: tuple[Role, ...] = ()
    writes: tuple[Role, ...] = ()
    rules: tuple[Text, ...] = ()
    not_now: Words = ""  # what is not done in this step, in a few words
    say: Words = ""  # the facilitator's line at the transition
    shows: Shows = ""


class Pitfall(Value, frozen=True, kw_only=True):
    """A known way to spoil the process, per role, with the line that repairs it."""

    role: Role
    title: Text
    sign: Text
    say: Text
    why: Words = ""
    steps: tuple[Id, ...] = ()  # none: it can occur in every step


class Range(Value, frozen=True, kw_only=True):
    """Two whole numbers, both included."""

    min: Annotated[int, Meta(ge=1, le=600)]
    max: Annotated[int, Meta(ge=1, le=600)]


class Method(Value, frozen=True, kw_only=True):
    """A way of working, read from one TOML file."""

    schema: Annotated[int, Meta(ge=1)]
    id: Id
    name: Text
    variant: Text
    language: Id
    source: Text
    summary: Text
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=40)]
    script: Script = "case"
    level: Level = "beginner"
    group: Range | None = None
    duration: Range | None = None  # minutes as the source states them, where it gives a range
    preparation: tuple[Text, ...] = ()
    materials: tuple[Text, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()

    @property
    def minutes(self) -> int:
        """The time of all steps together, in minutes; computed, never written down."""
        return sum(step.minutes for step in self.steps)
