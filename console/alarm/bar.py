"""The row across the top: the loudest question to this desk, in words, with the keys for it.

It stands until its own answer is on the board. What only informs lies on a calm ground, and is shown while
nothing asks.
"""

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Row, Span, between, width_of
from console.paint.text import cells, clip
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.part.said import place_said, what_said
from protocol.model.incident import Incident


@frozen(kw_only=True)
class AlarmRow:
    """One question, as it is shown."""

    key: str
    """Of its sentence: `sound-<key>`."""

    incident: Incident
    who: str = ""
    """Whom it is about: who asks, who did not hear; empty where the sentence names nobody."""

    words: str = ""
    """What was said with it."""

    is_urgent: bool = False
    """True on the ground of an alarm; False for what only informs, or can wait a moment."""


@frozen(kw_only=True)
class AlarmView:
    """What asks here now."""

    rows: tuple[AlarmRow, ...] = ()
    """The loudest first; empty for nothing."""

    keys: tuple[tuple[str, str], ...] = ()
    """A key and the word for what it does, as far as it does anything for the first row."""


def draw_alarm(view: AlarmView, say: Say, *, width: int) -> list[Row]:
    """One row: the first in words, how many more there are, the keys. Empty for nothing."""
    if not view.rows:
        return []
    first, more = view.rows[0], len(view.rows) - 1
    sign, ground = ("▲▲▲", Ground.ALARM) if first.is_urgent else ("✚", Ground.CALM)
    text = say(
        f"sound-{first.key}",
        number=first.incident.number,
        what=what_said(first.incident, say),
        place=place_said(first.incident, say),
        who=harmless(first.who),
    )
    if first.words:
        text += f" „{harmless(first.words)}”"
    tail = " " + say("desk-alarm-more", count=more) if more else ""
    right = _keys(view.keys, width)
    room = width - width_of(right) - cells(f" {sign} {tail}") - 1
    left: list[Span] = [(f" {sign} {clip(text, max(8, room))}{tail}", Tone.STRONG)]
    return [Row(spans=between(left, right, width), ground=ground)]


def _keys(keys: tuple[tuple[str, str], ...], width: int) -> tuple[Span, ...]:
    """All keys with their words where they take less than a third of the row; else the keys alone."""
    spans: list[Span] = []
    wordy = sum(cells(f" {key} {word} ") for key, word in keys) <= width // 3
    for key, word in keys:
        spans += [(f" {key} ", Tone.PICKED), (f" {word} " if wordy else " ", Tone.PLAIN)]
    return tuple(spans)
