"""What the room remembers: seconds of everything, and the newest status of each unit."""

from datetime import timedelta

from protocol.commands.back import TakeBack
from protocol.commands.timeline import AddEntry
from protocol.commands.units import SetUnitStatus, SignOffUnit
from protocol.errors import Reason, Refused
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from server.room.deeds import KEPT, RememberedDeeds
from tests.protocol.make import OPENED, SIGNED_ON, told
from tests.server.decide.deeds import AT, Doing
from tests.server.decide.make import ANNA
from tests.server.make import World, opening


def _remembered(doing: Doing) -> RememberedDeeds:
    deeds = RememberedDeeds()
    for deed in doing.deeds:
        deeds.add(deed)
    return deeds


def test_old_deeds_go_and_a_status_stays_thin() -> None:
    """Of the board around it only what it is about."""
    doing = Doing(told(OPENED, SIGNED_ON))
    status = doing.do(SetUnitStatus(unit=1, status=UnitStatus.UNAVAILABLE))
    late = doing.do(AddEntry(incident=1, text=Text("x")), at=AT + KEPT + timedelta(milliseconds=1))
    now = _remembered(doing).now()
    assert now.recent == (late,)
    assert [(each.seq, len(each.before.units), len(each.before.incidents)) for each in now.statuses] == [
        (status.seq, 1, 0)
    ]


def test_a_status_that_is_taken_back_or_whose_unit_is_gone_is_forgotten() -> None:
    """There is nothing to take back any more."""
    doing = Doing(told(OPENED, SIGNED_ON))
    doing.do(SetUnitStatus(unit=1, status=UnitStatus.UNAVAILABLE))
    doing.do(TakeBack(wish=1))
    assert _remembered(doing).now().statuses == ()
    doing.do(SetUnitStatus(unit=1, status=UnitStatus.UNAVAILABLE))
    doing.do(SignOffUnit(unit=1))
    assert _remembered(doing).now().statuses == ()


def test_what_the_disk_refused_never_was() -> None:
    """Everything after the last durable change goes."""
    doing = Doing(told(OPENED, SIGNED_ON))
    first = doing.do(AddEntry(incident=1, text=Text("x")))
    doing.do(SetUnitStatus(unit=1, status=UnitStatus.UNAVAILABLE))
    deeds = _remembered(doing)
    deeds.forget_after(first.seq)
    assert (deeds.now().recent, deeds.now().statuses) == ((first,), ())


async def test_a_room_takes_back_what_it_remembers_and_says_the_same_when_asked_again() -> None:
    """Once, under its own id; journal, board and what was told stay one and the same."""
    world = World()
    await world.wish(opening(), id=1)
    await world.wish(AddEntry(incident=1, text=Text("verkeerde melding")), id=2)
    first = await world.wish(TakeBack(wish=2), id=3)
    assert first == await world.wish(TakeBack(wish=2), id=3)
    assert [entry.struck_by for entry in world.room.board.incidents[1].entries] == ["anna"]
    await world.check()


async def test_after_a_restart_what_was_taken_back_stays_so_and_nothing_else_goes_back() -> None:
    """It is in the journal; what is remembered is not."""
    world = World()
    await world.wish(opening(), id=1)
    await world.wish(AddEntry(incident=1, text=Text("eerste")), id=2)
    taken = await world.wish(TakeBack(wish=2), id=3)
    await world.wish(AddEntry(incident=1, text=Text("tweede")), id=4)
    await world.restart()
    assert [entry.struck_by for entry in world.room.board.incidents[1].entries] == ["anna", None]
    assert await world.wish(TakeBack(wish=2), id=3) == taken
    late = await world.wish(TakeBack(wish=4), id=5)
    assert isinstance(late, Refused)
    assert late.reason is Reason.NOTHING_TO_TAKE_BACK


async def test_two_who_race_cannot_both_win() -> None:
    """The room decides one after the other: who comes second builds, or is told that it was taken back."""
    world = World()
    await world.wish(opening(), id=1)
    await world.wish(TakeBack(wish=1), id=2)
    built = await world.wish(AddEntry(incident=1, text=Text("toch")), id=3)
    assert not isinstance(built, Refused)
    assert world.room.board.incidents[1].closed_because is not None
    assert ANNA.name == Name("anna")
