"""A unit and the room, each at the own desk, over the wire: what one takes back the other sees and hears."""

from pathlib import Path

from console.line.entries import entry_rows
from protocol.commands.incidents import OpenIncident
from protocol.commands.scale import AskColleagues
from protocol.commands.timeline import Speak
from protocol.commands.units import AssignUnit, SetUnitStatus, SignOnUnit
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.console.back.seats import Seat, seated

OPENED = OpenIncident(what=Name("vechtpartij"), place=Place(name=Name("Kade 1")), priority=Priority.P3)
SIGNS_ON = SignOnUnit(call_sign=Name("12.03"))
SENT = AssignUnit(incident=1, unit=1)


async def _begun(room: Seat, unit: Seat) -> None:
    """A melding, and a unit on nothing that knows of it."""
    await unit.does(SIGNS_ON)
    await room.does(OPENED)
    await unit.sees(lambda: 1 in unit.board.incidents)
    await room.sees(lambda: 1 in room.board.units)
    room.desk.select(1)


async def test_a_unit_that_was_sent_by_mistake_is_called_back_as_loudly(tmp_path: Path) -> None:
    """It rang when it was sent; it rings when it is not, and says who called it back."""
    async with seated(tmp_path, "12.03") as (room, unit):
        await _begun(room, unit)
        before = room.board
        await room.does(SENT)
        await unit.sees(lambda: unit.board.units[1].incident == 1 and not unit.link.store.waiting)
        rang = unit.rang
        await room.presses("ctrl+z")
        assert "12.03 hoort het" in room.notice
        assert room.board.units == before.units
        await unit.sees(lambda: unit.board.units[1].incident is None)
        assert unit.rang == rang + 1
        assert unit.notice == "INGETROKKEN door anna: u gaat niet meer naar melding 1."
        assert unit.board.incidents[1].units == ()


async def test_a_unit_takes_back_on_the_spot_long_after_and_the_room_sees_the_melding_as_it_was(
    tmp_path: Path,
) -> None:
    """The arrival and the phase were hers alone; what she said first is said first."""
    async with seated(tmp_path, "12.03") as (room, unit):
        await _begun(room, unit)
        await room.does(SENT)
        await unit.sees(lambda: unit.board.units[1].incident == 1 and not unit.link.store.waiting)
        sent = unit.board.units[1]
        await unit.does(SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE))
        await room.sees(lambda: room.board.incidents[1].phase is Phase.ADD)
        unit.now = unit.now.replace(minute=unit.now.minute // 2 + 30)
        await unit.presses("ctrl+z")
        assert "min geleden" in unit.notice
        await unit.presses("ctrl+z")
        await room.sees(lambda: room.board.units[1] == sent)
        incident = room.board.incidents[1]
        assert (incident.phase, incident.arrived_at) == (Phase.MERGE_IN, None)


async def test_what_the_room_pressed_for_a_unit_the_room_takes_back_and_the_unit_hears_it(
    tmp_path: Path,
) -> None:
    """The unit cannot: it was not hers."""
    async with seated(tmp_path, "12.03") as (room, unit):
        await _begun(room, unit)
        await room.does(SENT)
        await unit.sees(lambda: unit.board.units[1].incident == 1 and not unit.link.store.waiting)
        await room.does(SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE))
        await unit.sees(lambda: unit.board.units[1].status is UnitStatus.ON_SCENE)
        await unit.presses("ctrl+z")
        assert [each.status for each in unit.board.units.values()] == [UnitStatus.ON_SCENE]
        await room.presses("ctrl+z")
        await unit.sees(lambda: unit.board.units[1].status is UnitStatus.ASSIGNED)
        assert "INGETROKKEN door anna" in unit.notice


async def test_words_that_are_taken_back_stand_struck_at_everybody_with_who_did_it(tmp_path: Path) -> None:
    """Spoken by the unit, read in the room."""
    async with seated(tmp_path, "12.03") as (room, unit):
        await _begun(room, unit)
        await unit.does(Speak(incident=1, text=Text("hij heeft een mes")))
        await room.sees(lambda: bool(room.board.incidents[1].entries))
        unit.desk.select(1)
        await unit.presses("ctrl+z")
        await room.sees(lambda: room.board.incidents[1].entries[0].struck_by == "12.03")
        await unit.sees(lambda: unit.board.incidents[1].entries[0].struck_by == "12.03")
        for seat in (room, unit):
            entry = seat.board.incidents[1].entries[0]
            context = seat.desk.context()
            rows = entry_rows(entry, width=60, names=6, zone=context.now.tzinfo, say=context.say)
            words = "".join(text for row in rows for text, _ in row.spans)
            assert "hij heeft een mes" in words
            assert "12.03" in words.partition("✗")[2]


async def test_colleagues_who_were_asked_are_asked_no_longer_unless_one_came(tmp_path: Path) -> None:
    """The question rang everywhere; so does its end."""
    async with seated(tmp_path, "12.03") as (room, unit):
        await _begun(room, unit)
        await room.does(AskColleagues(incident=1, text=Text("twee daders")))
        await unit.sees(lambda: unit.board.incidents[1].scale.asked_at is not None)
        rang = unit.rang
        await room.presses("ctrl+z")
        await unit.sees(lambda: unit.board.incidents[1].scale.asked_at is None)
        assert unit.rang == rang + 1
        assert "geen collega's meer gevraagd" in unit.notice
        assert unit.board.incidents[1].appeals == ()
