"""Who may read what is typed, and who does when nobody chose."""

import pytest

from console.part.reader import Reader
from console.row.reader import may_say, usual_reader, why_nobody
from protocol.facts.incidents import IncidentClosed
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.session.provisional import provisional_of
from tests.console.rig import Rig


def _at(role: Role, *, closed: bool = False) -> Rig:
    rig = Rig(role=role)
    rig.open(1)
    if closed:
        rig.happen(IncidentClosed(incident=1, reason=Text("klaar")))
    return rig


@pytest.mark.parametrize(
    ("role", "reader"),
    [
        (Role.CENTRALIST, Reader.LOG),
        (Role.OPCO, Reader.LOG),
        (Role.UNIT, Reader.LINE),
        (Role.PARTNER, Reader.LINE),
        (Role.OBSERVER, Reader.NOBODY),
    ],
)
def test_each_role_has_its_usual_reader(role: Role, reader: Reader) -> None:
    """The log in the room, the line on the street and for a partner, nobody for who only looks."""
    rig = _at(role)
    desk = rig.desk()
    rig.welcome()
    desk.select(1)
    assert usual_reader(desk.context(), on_pair=False) is reader
    assert usual_reader(desk.context(), on_pair=True) is Reader.PAIR


def test_without_a_melding_nobody_reads() -> None:
    """The row says so instead of a reader."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    assert usual_reader(desk.context(), on_pair=False) is Reader.NOBODY
    assert why_nobody(desk.context(), Reader.LOG) == desk.say("row-no-melding")


def test_why_nobody_reads_is_said_for_each_reader() -> None:
    """A closed line, a melder who is not through; the log of a closed melding can still be written."""
    rig = _at(Role.CENTRALIST, closed=True)
    desk = rig.desk()
    rig.welcome()
    desk.select(1)
    context = desk.context()
    assert why_nobody(context, Reader.LINE) == desk.say("desk-line-closed")
    assert why_nobody(context, Reader.LOG) == ""
    open_rig = _at(Role.CENTRALIST)
    desk = open_rig.desk()
    open_rig.welcome()
    assert "Spatie 3" in why_nobody(desk.context(), Reader.CALLER)
    assert why_nobody(desk.context(), Reader.WHISPER) == ""


def test_what_a_role_may_not_say_it_may_not_choose() -> None:
    """A partner whispers to nobody."""
    rig = _at(Role.PARTNER)
    desk = rig.desk()
    rig.welcome()
    assert not may_say(desk.context(), Reader.WHISPER)
    assert not may_say(desk.context(), Reader.NOBODY)


def test_a_new_call_is_written_to_before_it_has_its_number() -> None:
    """The log and the line of it wait; its caller cannot be reached yet."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    desk.select(provisional_of(7))
    context = desk.context()
    assert usual_reader(context, on_pair=False) is Reader.LOG
    assert (why_nobody(context, Reader.LOG), why_nobody(context, Reader.LINE)) == ("", "")
    assert why_nobody(context, Reader.CALLER)
