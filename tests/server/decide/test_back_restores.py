"""Every deed of the language, done and taken back on boards with something of everything.

What its fields had they have again; what it said stands struck; what nothing undoes says why.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest
from attrs import evolve

from protocol.change import Change
from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.timeline import Speak, Whisper
from protocol.errors import Reason, Refused
from protocol.facts.back import DeedTakenBack
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.text import TAKEN_BACK, Name, Text
from protocol.permissions import may
from protocol.taking_back import TAKING_BACK, Way
from protocol.wire.frames import decode_facts, encode_facts
from protocol.wire.tags import COMMANDS
from server.decide import decide
from server.decide.actor import Actor
from server.decide.deed import Deed, Deeds
from tests.golden.fields import BOARDS
from tests.protocol.make import minute
from tests.server.decide.commands import variants_of
from tests.server.decide.make import ANNA, BEN

AT = minute(90)


def _done(board: Board, command: Command, by: Actor = ANNA) -> Deed:
    """The deed, as the room remembers it. Raises Refused."""
    facts = decide(board, command, by)
    change = Change(seq=board.seq + 1, at=AT, by=by.name, facts=facts)
    return Deed(wish=1, command=command, change=change, before=board, after=fold(board, change))


def _taken_back(deed: Deed, now: Board | None = None, *others: Deed) -> Board:
    """The board after it was taken back; what travels is what is folded."""
    here = deed.after if now is None else now
    actor = Actor(name=deed.change.by, role=ANNA.role, deeds=Deeds(recent=(deed, *others)))
    facts = decide(here, TakeBack(wish=1), actor)
    assert isinstance(facts[0], DeedTakenBack)
    told = decode_facts(encode_facts(facts))
    return fold(here, Change(seq=here.seq + 1, at=AT, by=actor.name, facts=told))


ENOUGH = 4
"""Deeds of one kind where there are many."""

PEOPLE = (ANNA, BEN, *(Actor(name=Name(name), role=ANNA.role) for name in ("12.03", "x")))


def _deeds_on(kind: type[Command], board: Board) -> Iterator[Deed]:
    for command in variants_of(kind):
        for by in PEOPLE:
            try:
                yield _done(board, command, by)
            except Refused:
                continue


def deeds_of(kind: type[Command]) -> tuple[Deed, ...]:
    """On the boards that everybody knows and, what cannot be done there, after one other deed on them."""
    if kind.tag not in _FOUND:
        _FOUND[kind.tag] = _found(kind)
    return _FOUND[kind.tag]


_FOUND: dict[int, tuple[Deed, ...]] = {}
"""By the tag of the command: two tests look at them."""


def _found(kind: type[Command]) -> tuple[Deed, ...]:
    boards = [evolve(known, at=AT) for known in BOARDS[1:]]
    found = tuple(deed for board in boards for deed in _deeds_on(kind, board))
    later = (deed for board in _boards_after_one_deed() for deed in _deeds_on(kind, board))
    return found or tuple(islice(later, ENOUGH))


@cache
def _boards_after_one_deed() -> tuple[Board, ...]:
    boards = [evolve(known, at=AT) for known in BOARDS[1:]]
    some = (islice(_deeds_on(kind, board), ENOUGH) for kind in COMMANDS.values() for board in boards)
    return tuple(deed.after for deeds in some for deed in deeds)


def _fields(board: Board) -> object:
    """What of a board is a state: the words of lines, numbers given out and the moment are none."""
    return evolve(
        board,
        seq=0,
        at=AT,
        last_incident=0,
        last_unit=0,
        order_since=AT,
        order_by=Name(""),
        order_why=Text("") if board.order_why == TAKEN_BACK else board.order_why,
        incidents=board.incidents.__class__({n: _state(each) for n, each in board.incidents.items()}),
        units=board.units.__class__({n: evolve(each, pair_words=()) for n, each in board.units.items()}),
        closed=tuple(sorted(board.closed)),
    )


def _state(incident: Incident) -> Incident:
    line = evolve(incident.contact_line, words=(), said=0)
    return evolve(incident, entries=(), contact_line=line)


def _with_members(board: Board, of: Board) -> dict[int, Incident]:
    return {n: evolve(each, members=of.incidents[n].members) for n, each in board.incidents.items()}


GOING_BACK = [kind for kind in COMMANDS.values() if TAKING_BACK[kind].way is not Way.NOTHING]


@pytest.mark.parametrize("kind", GOING_BACK, ids=lambda kind: kind.__name__)
def test_a_deed_that_is_taken_back_leaves_every_field_as_it_was(kind: type[Command]) -> None:
    """Whoever did it, whatever it was about; a melding that was opened is closed, a new link is void."""
    tried = 0
    for deed in deeds_of(kind):
        after = _taken_back(deed)
        tried += 1
        match TAKING_BACK[kind].way:
            case Way.CLOSED:
                number = deed.after.last_incident
                assert not after.incidents[number].is_open
                after = evolve(after, incidents=after.incidents.delete(number), closed=deed.before.closed)
            case Way.VOID:
                (number,) = deed.command.about().incidents
                link = after.incidents[number].contact_line.link
                assert link is not None
                assert link.is_withdrawn
                line = evolve(
                    after.incidents[number].contact_line,
                    link=deed.before.incidents[number].contact_line.link,
                )
                there = evolve(after.incidents[number], contact_line=line)
                after = evolve(after, incidents=after.incidents.set(number, there))
            case _ if kind in (Speak, Whisper):
                # Whoever spoke stays on the line, and sees the own words struck there.
                assert after.incidents[1].members == deed.after.incidents[1].members
                after = evolve(after, incidents=after.incidents.update(_with_members(after, deed.before)))
            case _:
                pass
        assert _fields(after) == _fields(deed.before)
    assert tried > 0


@pytest.mark.parametrize("kind", GOING_BACK, ids=lambda kind: kind.__name__)
def test_what_a_deed_said_stands_struck_by_whoever_took_it_back(kind: type[Command]) -> None:
    """And what was said before stands as it stood."""
    for deed in deeds_of(kind):
        after = _taken_back(deed)
        for number, before in deed.before.incidents.items():
            here = after.incidents[number]
            for then, now in (
                (before.entries, here.entries),
                (before.contact_line.words, here.contact_line.words),
            ):
                assert now[: len(then)] == then
                assert all(entry.struck_by == deed.change.by for entry in now[len(then) :])


@pytest.mark.parametrize(
    "kind", [kind for kind in COMMANDS.values() if kind not in GOING_BACK], ids=lambda kind: kind.__name__
)
def test_what_nothing_undoes_is_refused_with_the_reason_of_its_row(kind: type[Command]) -> None:
    """The row says it, and the console has the sentence."""
    for command in variants_of(kind):
        deed = Deed(
            wish=1,
            command=command,
            change=Change(seq=5, at=AT, by=ANNA.name, facts=_done(BOARDS[2], _harmless()).change.facts),
            before=BOARDS[2],
            after=BOARDS[2],
        )
        with pytest.raises(Refused) as caught:
            decide(evolve(BOARDS[2], at=AT), TakeBack(wish=1), evolve(ANNA, deeds=Deeds(recent=(deed,))))
        if kind is not TakeBack:
            assert caught.value.reason is Reason.BACK_NEVER
            assert caught.value.args_by_name["why"] == TAKING_BACK[kind].why


def _harmless() -> Command:
    for kind in COMMANDS.values():
        if kind.__name__ == "AddEntry":
            return next(iter(variants_of(kind)))
    raise AssertionError


def test_every_command_that_somebody_may_wish_has_a_row_that_says_how_or_why_not() -> None:
    """A command without a row is one that nobody thought about."""
    assert set(TAKING_BACK) == set(COMMANDS.values())
    for kind, row in TAKING_BACK.items():
        assert (row.way is Way.NOTHING) == bool(row.why), kind
    assert may(ANNA.role, TakeBack)
