"""What facts about the contact line do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.contact import (
    ContactClosed,
    ContactLeft,
    ContactOpened,
    LinkMade,
    LinkOpened,
    LinkWithdrawn,
    Listening,
    MelderSafe,
    MelderSaid,
    MelderShared,
    MelderTold,
    SteppedBack,
    SteppedIn,
)
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.contact_line import ContactLine, MelderLink
from protocol.model.entry import Entry, EntryKind
from protocol.model.member import Member, Right
from protocol.model.text import UNSEEN, Name, Text, same_name


def opened(board: Board, fact: ContactOpened, change: Change) -> Board:
    """The unit talks, whoever put it through listens; with the melder's page in, it is direct (A46)."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    line = incident.contact_line
    came_in = line.link is not None and line.link.opened_at is not None
    members = _with_member(line.members, fact.unit, Right.TALKS, change)
    if not same_name(change.by, fact.unit):
        members = _with_member(members, change.by, Right.LISTENS, change)
    line = evolve(
        line,
        is_open=True,
        opened_at=change.at,
        unit=fact.unit,
        members=members,
        direct_at=line.direct_at or (change.at if came_in else None),
    )
    return evolved(board, incident.number, contact_line=line)


def listening(board: Board, fact: Listening, change: Change) -> Board:
    """One more listens, for all to see."""
    return _with_right(board, fact.incident, Right.LISTENS, change)


def stepped_in(board: Board, fact: SteppedIn, change: Change) -> Board:
    """One who listened talks."""
    return _with_right(board, fact.incident, Right.TALKS, change)


def stepped_back(board: Board, fact: SteppedBack, change: Change) -> Board:
    """One who talked listens."""
    return _with_right(board, fact.incident, Right.LISTENS, change)


def left(board: Board, fact: ContactLeft, change: Change) -> Board:
    """One fewer on the contact line."""
    return _line(
        board,
        fact.incident,
        lambda line: evolve(
            line, members=tuple(each for each in line.members if not same_name(each.name, change.by))
        ),
    )


def closed(board: Board, fact: ContactClosed, _change: Change) -> Board:
    """Nobody is on it any more; words, link and times stay."""
    return _line(board, fact.incident, lambda line: evolve(line, is_open=False, members=()))


def told(board: Board, fact: MelderTold, change: Change) -> Board:
    """The melder was spoken to (A17)."""
    board = _said(board, fact.incident, fact.text, EntryKind.TOLD, change)
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    return evolved(board, incident.number, contact=evolve(incident.contact, spoken_at=change.at))


def said(board: Board, fact: MelderSaid, change: Change) -> Board:
    """The melder said something; with an officer on the line that is direct contact (A46)."""
    board = _said(board, fact.incident, fact.text, EntryKind.MELDER, change)
    return _line(board, fact.incident, lambda line: _direct(line, change))


def shared(board: Board, fact: MelderShared, _change: Change) -> Board:
    """The melder's phone is there."""
    return _line(board, fact.incident, lambda line: evolve(line, melder_at=fact.point))


def safe(board: Board, fact: MelderSafe, change: Change) -> Board:
    """The melder is safe since now."""
    return _line(board, fact.incident, lambda line: evolve(line, safe_at=change.at))


def link_made(board: Board, fact: LinkMade, _change: Change) -> Board:
    """A new way in; the one before is void."""
    link = MelderLink(number=fact.number, expires_at=fact.expires_at)
    return _line(board, fact.incident, lambda line: evolve(line, link=link))


def link_opened(board: Board, fact: LinkOpened, change: Change) -> Board:
    """The melder's page is in; with an officer on the line that is direct contact (A46)."""

    def opened_by(line: ContactLine) -> ContactLine:
        if line.link is None:
            return line
        link = evolve(line.link, opened_at=change.at, key=fact.key)
        return _direct(evolve(line, link=link), change)

    return _line(board, fact.incident, opened_by)


def link_withdrawn(board: Board, fact: LinkWithdrawn, _change: Change) -> Board:
    """Nobody comes in by it any more."""
    return _line(
        board,
        fact.incident,
        lambda line: line if line.link is None else evolve(line, link=evolve(line.link, is_withdrawn=True)),
    )


def _line(board: Board, number: int, change: Callable[[ContactLine], ContactLine]) -> Board:
    incident = board.incidents.get(number)
    if incident is None:
        return board
    return evolved(board, number, contact_line=change(incident.contact_line))


def _direct(line: ContactLine, change: Change) -> ContactLine:
    talks = any(each.right is Right.TALKS for each in line.members)
    if line.direct_at is not None or not (line.is_open and talks):
        return line
    return evolve(line, direct_at=change.at)


def _with_right(board: Board, number: int, right: Right, change: Change) -> Board:
    return _line(
        board,
        number,
        lambda line: evolve(line, members=_with_member(line.members, change.by, right, change)),
    )


def _with_member(members: tuple[Member, ...], name: Name, right: Right, change: Change) -> tuple[Member, ...]:
    member = Member(name=name, since=change.at, right=right)
    if any(same_name(each.name, name) for each in members):
        return tuple(member if same_name(each.name, name) else each for each in members)
    return (*members, member)


def _said(board: Board, number: int, text: Text, kind: EntryKind, change: Change) -> Board:
    def with_words(line: ContactLine) -> ContactLine:
        said = line.said + 1
        if text == UNSEEN:
            return evolve(line, said=said)
        entry = Entry(id=said, at=change.at, by=change.by, text=text, kind=kind)
        return evolve(line, words=(*line.words, entry), said=said)

    return _line(board, number, with_words)


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    ContactOpened: opened,
    Listening: listening,
    SteppedIn: stepped_in,
    SteppedBack: stepped_back,
    ContactLeft: left,
    ContactClosed: closed,
    MelderTold: told,
    MelderSaid: said,
    MelderShared: shared,
    MelderSafe: safe,
    LinkMade: link_made,
    LinkOpened: link_opened,
    LinkWithdrawn: link_withdrawn,
}
