"""Alarms of time ring once."""

from datetime import timedelta

from protocol.facts.promises import PromiseMade, Reacted
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.console.rig import Rig


def test_a_melding_without_reaction_rings_once() -> None:
    """The bell sounds when its time is there, and not at every second after that."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    rig.open(1)
    desk.second()
    assert rig.rang == 0
    rig.later(60)
    desk.second()
    rig.later(1)
    desk.second()
    assert rig.rang == 1


def test_a_promise_rings_before_and_at_its_breach() -> None:
    """Two alarms, one bell each (A14)."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    rig.open(1)
    rig.happen(Reacted(incident=1, kind=ReactionKind.UNIT_NOW))
    rig.happen(
        PromiseMade(
            incident=1,
            what=Text("belt terug"),
            due=rig.now + timedelta(seconds=400),
            from_whom=Name("anna"),
            to_whom=Name("melder"),
        )
    )
    rang = []
    for _ in range(6):
        desk.second()
        rang.append(rig.rang)
        rig.later(100)
    assert rang == [0, 1, 1, 1, 2, 2]


def test_a_quiet_bell_stays_quiet() -> None:
    """What began to press while the bell was off does not ring when it is on again."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    rig.open(1)
    desk.parts.rings.toggle()
    rig.later(60)
    desk.second()
    desk.parts.rings.toggle()
    desk.second()
    assert rig.rang == 0


def test_nothing_rings_before_the_board_is_whole() -> None:
    """Half a board says nothing about who waits."""
    rig = Rig()
    rig.open(1)
    rig.later(600)
    desk = rig.desk()
    rig.welcome(snapshot=True)
    desk.second()
    assert rig.rang == 0
