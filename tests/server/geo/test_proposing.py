"""Whom the server would send to what asks: the nearest that are free, in its own name, and once."""

from datetime import timedelta

from protocol.change import Change
from protocol.commands.incidents import ChangePriority, OpenIncident
from protocol.commands.scale import AskColleagues
from protocol.commands.units import AssignUnit, SetUnitStatus, SignOnUnit
from protocol.model.fix import Fix
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from server.geo.proposing import ASKED_AT_MOST, Proposing, asks_units
from server.room.room import SERVER
from tests.server.geo.small_town import at
from tests.server.geo.test_arrivals import DISPATCH
from tests.server.make import World


class Town:
    """Units on a street, a melding at its beginning, and the keeper that is tested."""

    def __init__(self) -> None:
        self.world = World()
        self.fixes: dict[int, Fix] = {}
        self.keeper = Proposing(self.world.room, DISPATCH, lambda: self.fixes, lambda: self.world.clock.now)
        told = self.world.told

        def publish(change: Change) -> None:
            told(change)
            self.keeper.changed(change)

        self.world.room._publish = publish

    async def begin(self, *easts: int, priority: Priority, point: bool = True) -> None:
        """So many units on the street, and melding 1 at its beginning."""
        for nth, east in enumerate(easts, 1):
            await self.world.wish(SignOnUnit(call_sign=Name(f"12.{nth:02d}")))
            when = self.world.clock.now - timedelta(seconds=1)
            self.fixes[nth] = Fix(unit=nth, point=at(0, east), at=when)
        place = Place(name=Name("Blaak 31"), point=at(0, 0) if point else None)
        await self.world.wish(OpenIncident(what=Name("steekpartij"), place=place, priority=priority))

    def proposed(self) -> list[tuple[int, ...]]:
        """Of each appeal of melding 1."""
        return [each.proposed for each in self.world.room.board.incidents[1].appeals]


async def test_the_nearest_free_are_proposed_in_the_servers_own_name() -> None:
    """Best first, no more than are asked; who is busy is passed over, and the same is never said twice."""
    town = Town()
    await town.begin(3_000, 1_000, 2_000, 500, priority=Priority.P1)
    await town.world.wish(SetUnitStatus(unit=4, status=UnitStatus.UNAVAILABLE))
    await town.keeper.look()
    assert town.proposed() == [(2, 3)]
    assert len(town.proposed()[0]) == ASKED_AT_MOST
    assert town.world.told.changes[-1].by == SERVER.name
    seq = town.world.room.board.seq
    await town.keeper.look()
    assert town.world.room.board.seq == seq
    await town.world.check()


async def test_colleagues_who_are_asked_for_are_proposed_too() -> None:
    """Whoever is on it already is not (A64)."""
    town = Town()
    await town.begin(1_000, 3_000, priority=Priority.P3)
    await town.world.wish(AssignUnit(incident=1, unit=1))
    await town.keeper.look()
    assert town.proposed() == []
    await town.world.wish(AskColleagues(incident=1))
    await town.keeper.look()
    assert town.proposed() == [(2,)]


async def test_a_melding_that_becomes_priority_1_asks_as_one_that_is_opened_so() -> None:
    """And one whose place nobody knows asks nobody: none is near."""
    town = Town()
    await town.begin(1_000, priority=Priority.P3)
    await town.world.wish(ChangePriority(incident=1, priority=Priority.P1))
    await town.keeper.look()
    assert town.proposed() == [(1,)]
    nowhere = Town()
    await nowhere.begin(1_000, priority=Priority.P1, point=False)
    await nowhere.keeper.look()
    assert nowhere.proposed() == [()]
    assert not asks_units(nowhere.world.room.board, 1)
