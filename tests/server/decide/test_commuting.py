"""Two people who say different things at the same moment: whoever is first, the board is the same."""

import itertools
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import ChangePlace
from protocol.commands.intake import DescribeMelder, FlagCaught, SendDescription
from protocol.errors import Refused
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.point import from_grid
from protocol.model.text import Name, Text
from protocol.permissions import may
from protocol.wire.tags import COMMANDS
from server.decide import decide
from server.decide.actor import Actor
from tests.golden.fields import BOARDS, listed, touched
from tests.protocol.make import BLAAK, OPENED, minute, told
from tests.server.decide.commands import commands_of
from tests.server.decide.make import ANNA, BEN

AT = minute(90)
IN_ORDER: Mapping[tuple[str, str], str] = {
    ("JoinLines", "Speak"): "it is heard on the lines that are one at that moment",
    ("JoinLines", "Whisper"): "as what is spoken",
    ("PartLines", "Speak"): "it is heard on the lines that are one at that moment",
    ("PartLines", "Whisper"): "as what is spoken",
    ("MakeLink", "OpenContact"): "contact is direct when the page came in by the link of that moment",
    ("AssignUnit", "SetTask"): "work that is there when the melding comes is interrupted by it",
    ("ComeAlong", "SetTask"): "as being assigned",
    ("SetTask", "Strengthen"): "as being assigned, the other half of the pair",
    ("AssignUnit", "Strengthen"): "the other half comes to what the unit is on at that moment",
    ("ComeAlong", "Strengthen"): "as being assigned",
    ("AssignUnit", "React"): "whoever goes after another reaction was agreed is the newer reaction",
    ("ComeAlong", "React"): "as being assigned",
    ("React", "Strengthen"): "as being assigned",
}
"""What reads the board of its moment: which of the two is first is what happened."""


def _said(board: Board, command: Command, by: Actor) -> Board:
    facts = decide(board, command, by)
    return fold(board, Change(seq=board.seq + 1, at=AT, by=by.name, facts=facts))


def accepted(board: Board) -> list[tuple[Command, set[str]]]:
    """Wishes that are accepted on this board, and the fields that their facts may alter."""
    by_name = listed()
    found = []
    for kind in COMMANDS.values():
        for command in commands_of(kind) if may(ANNA.role, kind) else ():
            try:
                facts = decide(board, command, ANNA)
            except Refused:
                continue
            fields = {path for fact in facts for path in by_name[type(fact).__name__]}
            found.append((command, fields))
    return found


def meet(a: set[str], b: set[str]) -> bool:
    """True when a field of the one lies in one of the other."""
    return any(
        f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.") for one in a for other in b
    )


@pytest.mark.parametrize("board", BOARDS[1:], ids=["some", "all"])
def test_wishes_about_different_fields_commute(board: Board) -> None:
    """Each changes the fields that it names; where the order counts, it is written down why."""
    board = evolve(board, at=AT)
    differing = set()
    pairs = 0
    for (a, fields_a), (b, fields_b) in itertools.combinations(accepted(board), 2):
        if type(a) is type(b) or meet(fields_a, fields_b):
            continue
        try:
            orders = [_said(_said(board, a, ANNA), b, BEN), _said(_said(board, b, BEN), a, ANNA)]
        except Refused:
            # One of them ends what the other is about: told to whoever comes second.
            continue
        pairs += 1
        if orders[0] != orders[1]:
            differing.add(tuple(sorted((type(a).__name__, type(b).__name__))))
    assert differing - set(IN_ORDER) == set()
    assert pairs > 1_000


def test_where_the_order_counts_it_does() -> None:
    """A pair that is written down for nothing hides the next fault."""
    found = set()
    for known in BOARDS[1:]:
        board = evolve(known, at=AT)
        kinds = {name for pair in IN_ORDER for name in pair}
        several = [each for each, _ in accepted(board) if type(each).__name__ in kinds]
        for a, b in itertools.combinations(several, 2):
            try:
                orders = [_said(_said(board, a, ANNA), b, BEN), _said(_said(board, b, BEN), a, ANNA)]
            except Refused:
                continue
            if orders[0] != orders[1]:
                found.add(tuple(sorted((type(a).__name__, type(b).__name__))))
    assert set(IN_ORDER) <= found


POINT = from_grid(5_193_000, 450_000)


@pytest.mark.parametrize(
    ("a", "b", "altered"),
    [
        (
            ChangePlace(incident=1, place=Place(name=Name("Blaak 31 achterom"))),
            ChangePlace(incident=1, place=Place(name=BLAAK.name, point=POINT)),
            {"incident.place.name", "incident.place.point"},
        ),
        (
            DescribeMelder(incident=1, name=Name("De Boer")),
            DescribeMelder(incident=1, number=Name("0612345678"), call_back=True),
            {"incident.intake.melder"},
        ),
        (
            FlagCaught(incident=1),
            SendDescription(incident=1, text=Text("rode jas")),
            {"incident.intake.caught_at", "incident.intake.described_at", "incident.entries"},
        ),
    ],
    ids=["place", "melder", "heterdaad"],
)
def test_parts_of_one_thing_said_by_two_both_stand(a: Any, b: Any, altered: set[str]) -> None:
    """Each typed it on the board as it was before either came in."""
    board = told(OPENED)
    facts_a, facts_b = decide(board, a, ANNA), decide(board, b, BEN)
    orders = []
    for order in ((facts_a, facts_b), (facts_b, facts_a)):
        after = board
        for facts in order:
            after = fold(after, Change(seq=after.seq + 1, at=AT, by=ANNA.name, facts=facts))
        orders.append(after)
    assert orders[0] == orders[1]
    assert touched(board, orders[0]) == altered
