"""From what rings to the row across the top."""

from console.alarm.alarms import Alarms
from console.alarm.make_view import alarm_view
from protocol.change import Change
from protocol.facts.incidents import IncidentOpened
from protocol.facts.scale import ColleaguesAsked
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name
from tests.console.rig import START, Rig


def ring(alarms: Alarms, board: Board, number: int) -> None:
    """A priority 1 melding of this number came in."""
    opened = IncidentOpened(
        incident=number, priority=Priority.P1, what=Name("brand"), place=Place(name=Name("Markt 1"))
    )
    alarms.take(Change(seq=number, at=START, by=Name("bert"), facts=(opened,)), board)


def test_what_rings_stands_in_the_order_in_which_it_came() -> None:
    """The incidents themselves, oldest first, and the key that goes to them."""
    rig, alarms = Rig(), Alarms()
    rig.open(1, priority=1)
    rig.open(2, priority=1)
    ring(alarms, rig.board, 2)
    ring(alarms, rig.board, 1)
    context = rig.desk().context()
    view = alarm_view(alarms, context)
    assert view.incidents == (rig.board.incidents[2], rig.board.incidents[1])
    assert view.key == context.key_of("next-urgent")


def test_colleagues_who_were_asked_for_stand_apart() -> None:
    """What is asked of us is not one more priority 1 melding."""
    rig, alarms = Rig(), Alarms()
    rig.open(3)
    asked = ColleaguesAsked(incident=3)
    alarms.take(Change(seq=9, at=START, by=Name("bert"), facts=(asked,)), rig.board)
    view = alarm_view(alarms, rig.desk().context())
    assert (view.incidents, view.asked) == ((), (rig.board.incidents[3],))


def test_an_incident_that_left_the_board_rings_no_more() -> None:
    """No row for something that nobody can go to."""
    rig, alarms = Rig(), Alarms()
    ring(alarms, rig.board, 9)
    assert alarms.unseen == (9,)
    assert alarm_view(alarms, rig.desk().context()).incidents == ()
