"""Words of lines: what a change added to them, who is on them, and what each may read. Pure.

Words do not travel in the run of changes, because they are only for those on the line. The hub shows them,
new ones as they come and all of them to who comes late.
"""

from collections.abc import Iterator

from attrs import frozen

from protocol.change import Change
from protocol.model.board import Board
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from server.sight.audience import Audience, View
from server.sight.board_view import is_invited

_PARTNERS_KINDS = frozenset({EntryKind.SPOKEN})
"""Of an open line a partner reads what was said aloud there: no log, no whisper, no card (A80)."""


@frozen(kw_only=True)
class Words:
    """New or changed words of one line."""

    incident: int
    line: LineKind
    entries: tuple[Entry, ...]


def words_of(change: Change, before: Board, after: Board) -> tuple[Words, ...]:
    """What the change did to the lines, open ones first."""
    numbers = sorted({line.incident for line in change.about(before).lines})
    return tuple(words for number in numbers for words in _words_of_incident(number, before, after))


def _words_of_incident(number: int, before: Board, after: Board) -> Iterator[Words]:
    now, then = after.incidents.get(number), before.incidents.get(number)
    if now is None or now is then:
        return
    entries = _changed(() if then is None else then.entries, now.entries)
    if entries:
        yield Words(incident=number, line=LineKind.OPEN, entries=entries)
    told = _changed(() if then is None else then.contact_line.words, now.contact_line.words)
    if told:
        yield Words(incident=number, line=LineKind.CONTACT, entries=told)


def _changed(then: tuple[Entry, ...], now: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """New entries stand at the end; a changed one has another value at its place."""
    if then is now:
        return ()
    same = len(then)
    changed = [entry for entry, old in zip(now, then, strict=False) if entry is not old and entry != old]
    return (*changed, *now[same:])


def on_line(incident: Incident | None, line: LineKind, board: Board, audience: Audience) -> frozenset[str]:
    """Who of this audience is on the line, by account: they see its words.

    The contact line is for who is visibly on it (A49). Of an open line the room reads all in its run; a unit
    is on it by joining or by being sent there; a partner by joining what it was invited to, and it is on no
    contact line.
    """
    if incident is None:
        return frozenset()
    if line is LineKind.CONTACT:
        if audience.view is View.PARTNER:
            return frozenset()
        return frozenset(member.name for member in incident.contact_line.members)
    names = frozenset(member.name for member in incident.members)
    match audience.view:
        case View.ROOM:
            return frozenset()
        case View.STREET:
            sent = (board.units.get(id) for id in incident.units)
            return names | frozenset(unit.call_sign for unit in sent if unit is not None)
        case View.PARTNER:
            return names & frozenset({audience.name} if is_invited(incident, audience.name) else ())


def readable(entries: tuple[Entry, ...], line: LineKind, audience: Audience) -> tuple[Entry, ...]:
    """Of these words the ones that somebody of this audience, on this line, may read."""
    if line is LineKind.OPEN and audience.view is View.PARTNER:
        return tuple(entry for entry in entries if entry.kind in _PARTNERS_KINDS)
    return entries


def all_words(incident: Incident, line: LineKind) -> tuple[Entry, ...]:
    """Everything that was said on the line so far."""
    return incident.entries if line is LineKind.OPEN else incident.contact_line.words
