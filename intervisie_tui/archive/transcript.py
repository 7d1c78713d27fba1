"""A meeting as the bytes of its file, and back (law 8); what does not hang together is refused as a whole."""

from typing import Any

from intervisie_tui.archive.decoding import TooNew, decode_value, encode_value
from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.sound import check_meeting
from intervisie_tui.archive.toml import Writer
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.method.fault import Unreadable
from intervisie_tui.method.reading import parse
from intervisie_tui.method.text import clean

__all__ = ["TooNew", "decode", "decode_draft", "encode", "head"]


def encode(value: Meeting | Draft, writer: Writer | None = None) -> bytes:
    """The value as the contents of a file; with the `writer` of the value before, only what is new is laid out."""
    return encode_value(value, writer)


def decode(data: bytes) -> Meeting:
    """The meeting in a file. Raises TooNew, or Unusable with what is wrong in it."""
    meeting = decode_value(data, Meeting)
    check_meeting(meeting)
    return meeting


def decode_draft(data: bytes) -> Draft:
    """The draft in a file; its clock still has to fit the meeting. Raises Unusable."""
    return decode_value(data, Draft, _clean_typing)


def head(data: bytes) -> dict[str, Any]:
    """The keys at the top of a transcript, before its first table: enough to know whether it has ended.

    Reading a whole archive takes long; this takes hardly any time. Empty when the file is not laid out as we write it.
    """
    top, found, _rest = data.partition(b"\n[")
    try:
        return parse(top, "").raw if found else {}
    except Unreadable:
        return {}


def _clean_typing(text: str) -> str:
    """Cleaned, but with the blank after the last word: who was typing goes on typing there."""
    cleaned = clean(text)
    return f"{cleaned} " if cleaned and text.endswith(" ") else cleaned
