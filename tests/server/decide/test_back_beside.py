"""A deed that is taken back is as if it had never been, whatever somebody else did beside it meanwhile."""

import itertools
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from attrs import evolve

from protocol.change import Change
from protocol.commands.back import TakeBack
from protocol.commands.timeline import Speak, Whisper
from protocol.errors import Reason, Refused
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.text import TAKEN_BACK, Name, Text
from protocol.model.unit import Unit
from protocol.taking_back import TAKING_BACK, Way, goes_back
from server.decide import decide
from server.decide.actor import Actor
from server.decide.deed import Deed, Deeds
from tests.golden.fields import BOARDS
from tests.server.decide.make import ANNA, BEN
from tests.server.decide.test_commuting import AT, IN_ORDER, accepted, meet

EVERY = 5
"""Of so many pairs one is tried: there are thousands, of few kinds."""

BUILDS = frozenset({("InvitePartner", "AcceptReferral")})
"""What the table counts as building on a deed, though it alters other fields."""

WORDS = frozenset({"incident.entries", "incident.contact_line.words", "incident.contact_line.said"})
"""Both may say something: what is taken back stands struck, beside the other's."""


def _done(board: Board, deed: Deed, by: Actor) -> Deed:
    facts = decide(board, deed.command, by)
    change = Change(seq=board.seq + 1, at=AT, by=by.name, facts=facts)
    return evolve(deed, change=change, before=board, after=fold(board, change))


def _state(board: Board) -> object:
    """Without numbers given out, words that are struck, and who switched an order that is as it was."""
    return evolve(
        board,
        seq=0,
        at=AT,
        last_incident=0,
        last_unit=0,
        order_since=AT,
        order_by=Name(""),
        order_why=Text("") if board.order_why == TAKEN_BACK else board.order_why,
        incidents=board.incidents.__class__({n: _standing(each) for n, each in board.incidents.items()}),
        units=board.units.__class__({id: _unstruck(each) for id, each in board.units.items()}),
        closed=tuple(sorted(board.closed)),
    )


def _unstruck(unit: Unit) -> Unit:
    return evolve(unit, pair_words=tuple(evolve(e, id=1) for e in unit.pair_words if e.struck_by is None))


def _standing(incident: Incident) -> Incident:
    line = incident.contact_line
    words = tuple(evolve(each, id=1) for each in line.words if each.struck_by is None)
    entries = tuple(evolve(each, id=1) for each in incident.entries if each.struck_by is None)
    sets: Any = {
        name: tuple(sorted(getattr(incident, name), key=repr))
        for name in ("members", "units", "involved", "appeals")
    }
    return evolve(incident, entries=entries, contact_line=evolve(line, words=words, said=0), **sets)


def _pairs(board: Board) -> Iterator[tuple[Deed, Deed]]:
    """What anna takes back, and what ben does beside it."""
    known = accepted(board)
    for (a, fields_a), (b, fields_b) in itertools.permutations(known, 2):
        names = tuple(sorted((type(a).__name__, type(b).__name__)))
        row = TAKING_BACK[type(a)]
        if row.way not in (Way.RESTORED, Way.STRUCK) or names in IN_ORDER or not goes_back(type(a)):
            continue
        if isinstance(a, Speak | Whisper):
            continue  # whoever spoke stays on the line
        if type(a) is type(b) or meet(fields_a - WORDS, fields_b - WORDS):
            continue
        try:
            first = _done(board, Deed(wish=1, command=a, change=_NO, before=board, after=board), ANNA)
            second = _done(first.after, Deed(wish=2, command=b, change=_NO, before=board, after=board), BEN)
        except Refused:
            continue
        yield first, second


_NO = Change(seq=1, at=AT, by=ANNA.name, facts=decide(BOARDS[2], next(iter(accepted(BOARDS[2])))[0], ANNA))


@pytest.mark.parametrize("board", BOARDS[1:], ids=["some", "all"])
def test_it_is_as_if_only_the_other_had_done_something(board: Board) -> None:
    """Whatever the two are about, as long as they alter different fields."""
    board = evolve(board, at=AT)
    tried, refused, differing = 0, set[tuple[str, str]](), set[tuple[str, str]]()
    for mine, theirs in islice(_pairs(board), 0, None, EVERY):
        actor = evolve(ANNA, deeds=Deeds(recent=(mine, theirs)))
        try:
            facts = decide(theirs.after, TakeBack(wish=1), actor)
            alone = _done(board, theirs, BEN).after
        except Refused as why:
            if why.reason is Reason.BACK_BUILT_ON:
                refused.add((type(mine.command).__name__, type(theirs.command).__name__))
            continue
        change = Change(seq=theirs.seq + 1, at=AT, by=ANNA.name, facts=facts)
        tried += 1
        if _state(fold(theirs.after, change)) != _state(alone):
            differing.add((type(mine.command).__name__, type(theirs.command).__name__))
    assert differing == set()
    assert refused <= BUILDS
    assert tried > 500
