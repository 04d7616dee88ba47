"""What stands above the words of a line: which it is, who is on it and with what right, how it goes. Pure.

The title of the contact line has a ground of its own, and a louder one while what we say goes to the melder:
nobody may mistake who hears what.
"""

from datetime import datetime, timedelta, tzinfo

from attrs import frozen

from console.harmless import harmless
from console.line.melder import contact_spans, melder_spans
from console.line.scale_strip import scale_spans
from console.paint.age import age, seconds_between
from console.paint.clock import clock
from console.paint.row import Row, Span, between, clip_spans
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.part.said import place_said, place_tone, what_said, what_tone
from protocol.model.appeal import AppealKind
from protocol.model.entry import EntryKind
from protocol.model.floor import Hand
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.member import Member, Right
from protocol.rules.appeals import appeal
from protocol.wire.messages import OnLineRow

MORE_FROM_ROWS = 9
"""Panels of at least this height say also how large it is dealt with."""


@frozen(kw_only=True)
class Head:
    """What the head of a line is made from."""

    incident: Incident
    line: LineKind
    now: datetime
    zone: tzinfo
    me: str
    """Our account; "" before the first welcome."""

    hands: tuple[OnLineRow, ...] = ()
    """What the members of this line do and have."""

    switch: str = ""
    """The key that shows the other line."""

    golden_hour: timedelta = timedelta(hours=1)
    focused: bool = False


def head_rows(head: Head, say: Say, width: int, height: int) -> tuple[Row, ...]:
    """At least the title and who is on the line."""
    incident, contact = head.incident, head.incident.contact_line
    if head.line is LineKind.CONTACT:
        melder = Row(spans=clip_spans(melder_spans(incident, head.now, head.zone, say), width))
        there = Row(spans=clip_spans(_contact_members(head, say), width))
        asked = _asked(incident, say, width)
        return (_contact_title(head, say, width), there, melder, *asked, *_colleagues(head, say, width))
    rows = [_open_title(head, say, width), Row(spans=clip_spans(_members(head, say), width))]
    rows += _asked(incident, say, width)
    if contact.opened_at is not None or contact.said:
        right: tuple[Span, ...] = ((f"{head.switch} ", Tone.DIM),) if head.switch else ()
        rows.append(Row(spans=between(contact_spans(incident, head.now, head.me, say), right, width)))
    if height >= MORE_FROM_ROWS:
        spans = scale_spans(incident, head.now, head.golden_hour, say)
        rows += [Row(spans=clip_spans(spans, width))] if spans else []
    return tuple(rows)


def talks(incident: Incident, me: str) -> bool:
    """True while what this account says on the contact line goes to the melder."""
    member = incident.contact_line.member(me)
    return incident.contact_line.is_open and member is not None and member.right is Right.TALKS


def _colleagues(head: Head, say: Say, width: int) -> tuple[Row, ...]:
    """The newest of the open line, for who looks at the contact line; nothing while it is empty."""
    last = head.incident.last_entry
    if last is None:
        return ()
    left: tuple[Span, ...] = (
        (f" » {say('lines-colleagues')} ", Tone.GOOD),
        (f"{clock(last.at, head.now, head.zone)} ", Tone.DIM),
        (f"{harmless(last.by)} ", Tone.STRONG),
        (harmless(last.text), Tone.PLAIN),
    )
    return (Row(spans=between(left, ((f"{head.switch} ", Tone.DIM),) if head.switch else (), width)),)


def _asked(incident: Incident, say: Say, width: int) -> list[Row]:
    """Colleagues were asked: it stands here until one comes (A64)."""
    if appeal(incident, AppealKind.COLLEAGUES) is None:
        return []
    text = f" ✚ {say('lines-asked', by=harmless(incident.scale.asked_by))}"
    if incident.scale.asked_text:
        text += f" „{harmless(incident.scale.asked_text)}”"
    spans: tuple[Span, ...] = ((f"{text}, {say('lines-nobody-came')}", Tone.BAD),)
    return [Row(spans=clip_spans(spans, width), ground=Ground.CALM)]


def _open_title(head: Head, say: Say, width: int) -> Row:
    incident = head.incident
    since = age(seconds_between(incident.phase_since, head.now))
    left: list[Span] = [
        (" " + say("line-title", incident=incident.number) + " ", Tone.STRONG),
        (
            PRIORITY_SIGNS[incident.priority],
            PRIORITY_TONES[incident.priority] if not head.focused else Tone.STRONG,
        ),
        (f" {what_said(incident, say)}", what_tone(incident, Tone.STRONG)),
        (" · ", Tone.PLAIN),
        (place_said(incident, say), place_tone(incident, Tone.PLAIN)),
    ]
    tone = Tone.PLAIN if incident.is_open else Tone.WARN
    right: tuple[Span, ...] = ((f"{say(f'phase-{incident.phase.key}')} {since} ", tone),)
    return Row(spans=between(left, right, width), ground=Ground.BAR_FOCUSED if head.focused else Ground.BAR)


def _contact_title(head: Head, say: Say, width: int) -> Row:
    incident = head.incident
    speaks = talks(incident, head.me)
    left: list[Span] = [
        (f" ☎ {say('lines-contact-title', incident=incident.number)} ", Tone.STRONG),
        (f"{what_said(incident, say)} · {place_said(incident, say)}", Tone.PLAIN),
    ]
    if not incident.contact_line.is_open:
        word = say("lines-contact-closed")
    elif speaks:
        word = say("lines-you-talk")
    elif incident.contact_line.member(head.me) is not None:
        word = say("lines-you-listen")
    else:
        word = say("lines-you-are-off")
    mark = "►" if head.focused else " "
    right: tuple[Span, ...] = ((f"{word} {mark}", Tone.STRONG),)
    return Row(spans=between(left, right, width), ground=Ground.MELDER_TALKS if speaks else Ground.MELDER)


def _members(head: Head, say: Say) -> list[Span]:
    """Who is on the open line and what each does, and who spoke and left again."""
    incident = head.incident
    present = {member.name for member in incident.members}
    spoke = dict.fromkeys(
        entry.by for entry in incident.entries if entry.kind is EntryKind.SPOKEN and entry.by not in present
    )
    spans: list[Span] = []
    for member in incident.members:
        gone = _is_gone(member, head)
        sign = (" ✗ ", Tone.WARN) if gone else (" ● ", Tone.GOOD)
        spans += [sign, (harmless(member.name), Tone.DIM if gone else Tone.STRONG), *_hand(member, head, say)]
    if not incident.members:
        spans.append((" ○ " + say("line-nobody"), Tone.DIM))
    if spoke:
        names = ", ".join(harmless(name) for name in spoke)
        spans.append(("  " + say("desk-line-spoke", names=names), Tone.DIM))
    return spans


def _contact_members(head: Head, say: Say) -> list[Span]:
    """The melder and who else, each with `◀` for who speaks and `○` for who listens."""
    contact = head.incident.contact_line
    came_in = contact.link is not None and contact.link.opened_at is not None
    spans: list[Span] = [(" ☎ ", Tone.MELDER), (say("role-melder"), Tone.MELDER if came_in else Tone.DIM)]
    for member in contact.members:
        speaks = member.right is Right.TALKS
        name = say("lines-you", name=harmless(member.name)) if member.name == head.me else None
        spans += [
            ("  ✗ ", Tone.WARN)
            if _is_gone(member, head)
            else ("  ● " if speaks else "  ○ ", Tone.GOOD if speaks else Tone.DIM),
            (name or harmless(member.name), Tone.STRONG if speaks else Tone.PLAIN),
            (f" {say(f'right-{member.right.key}')}", Tone.GOOD if speaks else Tone.DIM),
            *_hand(member, head, say),
        ]
    return spans


def _is_gone(member: Member, head: Head) -> bool:
    """True for a member without a link: it stands on the line and hears nothing."""
    return any(row.name == member.name and row.hand is Hand.GONE for row in head.hands)


def _hand(member: Member, head: Head, say: Say) -> tuple[Span, ...]:
    """Who types, wants the floor or has it; nothing for who is still, and for ourselves."""
    row = next((each for each in head.hands if each.name == member.name), None)
    if row is None or row.hand is Hand.STILL or member.name == head.me:
        return ()
    if row.hand is Hand.GONE:
        return ((f" {say('hand-gone')}", Tone.WARN),)
    tone = Tone.WARN if row.hand is Hand.WANTS else Tone.DIM
    return ((f" {say(f'hand-{row.hand.key}')}{'!' if row.hand is Hand.WANTS else '…'}", tone),)
