"""Arrivals: every dispatch is weighed as it was at its moment, and expected times follow the positions."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.change import Change
from protocol.commands.incidents import ChangePlace, OpenIncident
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOnUnit
from protocol.errors import Refused
from protocol.model.choice import Choice
from protocol.model.fix import Fix
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from server.geo.arrivals import Arrivals, is_off
from server.geo.dispatch import Dispatch
from server.geo.network import Network
from server.geo.teams import Teams
from server.geo.weights import Weights
from server.journal.errors import Reason as JournalReason
from server.room.room import SERVER, Room
from tests.server.geo.people import NOW
from tests.server.geo.small_town import Street, arrays_of, at
from tests.server.make import World

TOWN = Network.from_arrays(arrays_of([(0, 0), (0, 4_000)], [Street(0, 1, 40_000)]))
"""One street: a quantum to the east is a metre of driving, ten of them a second."""

DISPATCH = Dispatch(TOWN, Weights(), Teams(), Terms())


class Street12:
    """A world with units on a street, a melding at its beginning, and the keeper that is tested."""

    def __init__(self) -> None:
        self.world = World()
        self.fixes: dict[int, Fix] = {}
        self.arrivals = self.keeper()

    def keeper(self) -> Arrivals:
        """A new one, as after a start, told of every change from here on."""
        keeper = Arrivals(self.world.room, DISPATCH, lambda: self.fixes, lambda: self.world.clock.now)
        told = self.world.told

        def publish(change: Change) -> None:
            told(change)
            self.arrivals.changed(change)

        self.world.room._publish = publish
        self.arrivals = keeper
        return keeper

    @property
    def room(self) -> Room:
        """The room of the world as it is now."""
        return self.world.room

    def see(self, unit: int, east: int, *, ago_s: float = 0) -> None:
        """Where a unit is on the street."""
        when = self.world.clock.now - timedelta(seconds=ago_s)
        self.fixes[unit] = Fix(unit=unit, point=at(0, east), at=when)

    async def begin(self, *easts: int, point: Point | None = None) -> None:
        """So many units on the street, and melding 1 at its beginning."""
        for nth, east in enumerate(easts, 1):
            await self.world.wish(SignOnUnit(call_sign=Name(f"12.{nth:02d}")))
            self.see(nth, east)
        place = Place(name=Name("Blaak 31"), point=at(0, 0) if point is None else point)
        await self.world.wish(OpenIncident(what=Name("vechtpartij"), place=place))

    def choices(self) -> tuple[Choice, ...]:
        """What is recorded of the dispatches to melding 1."""
        return self.room.board.incidents[1].choices

    def remains_s(self, unit: int) -> float | None:
        """Until the unit is expected."""
        expected = self.room.board.units[unit].expected_at
        return None if expected is None else round((expected - self.world.clock.now).total_seconds())


async def test_a_dispatch_is_weighed_and_an_arrival_expected() -> None:
    """In the server's own name (B6)."""
    street = Street12()
    await street.begin(3_000, 1_000)
    await street.world.wish(AssignUnit(incident=1, unit=1))
    await street.arrivals.look()
    assert street.choices() == (
        Choice(unit=Name("12.01"), travel_s=300, nearest=Name("12.02"), nearest_s=100, by_road=True),
    )
    assert street.remains_s(1) == pytest.approx(300, abs=10)
    assert [change.by for change in street.world.told.changes[-2:]] == [SERVER.name] * 2
    await street.world.check()


async def test_it_is_weighed_as_it_was_at_its_moment() -> None:
    """Whoever comes near, or goes away, before the keeper gets to it changes nothing."""
    street = Street12()
    await street.begin(1_000, 3_000)
    await street.world.wish(AssignUnit(incident=1, unit=1))
    street.see(1, 3_500)
    street.see(2, 10)
    await street.world.wish(AssignUnit(incident=1, unit=2))
    street.see(2, 4_000)
    await street.arrivals.look()
    assert [(each.unit, each.travel_s, each.nearest) for each in street.choices()] == [
        ("12.01", 100, ""),
        ("12.02", 1, ""),
    ]


async def test_without_a_position_nothing_is_weighed_until_one_comes() -> None:
    """Then the arrival is expected after all; who was sent stays unweighed."""
    street = Street12()
    await street.begin(1_000)
    street.fixes.clear()
    await street.world.wish(AssignUnit(incident=1, unit=1))
    await street.arrivals.look()
    assert (street.choices(), street.remains_s(1)) == ((), None)
    street.see(1, 2_000)
    await street.arrivals.look()
    assert street.remains_s(1) == pytest.approx(200, abs=2)


async def test_what_is_expected_follows_the_positions() -> None:
    """When it is off by more than a little, and not more often than the site can read."""
    street = Street12()
    await street.begin(3_000)
    await street.world.wish(AssignUnit(incident=1, unit=1))
    await street.arrivals.look()
    seq = street.room.board.seq
    street.world.clock.now += timedelta(seconds=20)
    street.see(1, 2_700)
    await street.arrivals.look()
    assert street.room.board.seq == seq  # 290 s expected, 270 s reckoned: near enough
    street.world.clock.now += timedelta(seconds=20)
    street.see(1, 500)
    await street.arrivals.look()
    assert street.remains_s(1) == pytest.approx(50, abs=2)
    street.world.clock.now += timedelta(seconds=10)
    street.see(1, 3_000)
    await street.arrivals.look()
    assert street.remains_s(1) == pytest.approx(40, abs=2)  # corrected ten seconds ago
    street.world.clock.now += timedelta(seconds=10)
    street.see(1, 3_000)
    await street.arrivals.look()
    assert street.remains_s(1) == pytest.approx(300, abs=2)


async def test_the_age_of_a_position_is_not_driven_twice() -> None:
    """Seen a minute ago with 200 seconds to go: 140 remain."""
    street = Street12()
    await street.begin(2_000)
    street.see(1, 2_000, ago_s=60)
    await street.world.wish(AssignUnit(incident=1, unit=1))
    await street.arrivals.look()
    assert street.remains_s(1) == pytest.approx(140, abs=3)


async def test_a_melding_that_moves_takes_its_arrivals_along() -> None:
    """Another place is another time, at once."""
    street = Street12()
    await street.begin(3_000)
    await street.world.wish(AssignUnit(incident=1, unit=1))
    await street.arrivals.look()
    await street.world.wish(ChangePlace(incident=1, place=Place(name=Name("Coolsingel"), point=at(0, 2_000))))
    street.see(1, 3_000)
    await street.arrivals.look()
    assert street.remains_s(1) == pytest.approx(100, abs=3)


async def test_a_place_that_becomes_known_makes_an_arrival_known() -> None:
    """A melding may get its point after somebody went."""
    street = Street12()
    await street.begin(3_000)
    nowhere = OpenIncident(what=Name("inbraak"), place=Place(name=Name("ergens")))
    await street.world.wish(nowhere)
    await street.world.wish(AssignUnit(incident=2, unit=1))
    await street.arrivals.look()
    assert street.remains_s(1) is None
    await street.world.wish(ChangePlace(incident=2, place=Place(name=Name("hier"), point=at(0, 2_000))))
    street.see(1, 3_000)
    await street.arrivals.look()
    assert street.remains_s(1) == pytest.approx(100, abs=3)
    assert street.room.board.incidents[2].choices == ()


async def test_who_is_there_or_let_go_is_expected_no_more() -> None:
    """Only who drives is looked at."""
    street = Street12()
    await street.begin(3_000, 2_000)
    for unit in (1, 2):
        await street.world.wish(AssignUnit(incident=1, unit=unit))
    await street.world.wish(SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE))
    await street.world.wish(ReleaseUnit(unit=2))
    await street.arrivals.look()
    assert (street.remains_s(1), street.remains_s(2)) == (None, None)
    assert len(street.choices()) == 2


async def test_after_a_restart_who_still_drives_is_looked_at() -> None:
    """Nothing hangs on having seen the dispatch."""
    street = Street12()
    await street.begin(2_000)
    await street.world.wish(AssignUnit(incident=1, unit=1))
    await street.world.restart()
    street.see(1, 1_000)
    await street.keeper().look()
    assert street.remains_s(1) == pytest.approx(100, abs=3)


async def test_a_journal_that_refuses_does_not_lose_a_choice() -> None:
    """It is recorded when the disk does its work again."""
    street = Street12()
    await street.begin(1_000)
    await street.world.wish(AssignUnit(incident=1, unit=1))
    street.world.journal.trouble = JournalReason.DISK_FULL
    with pytest.raises(Refused):
        await street.arrivals.look()
    street.world.journal.trouble = None
    await street.arrivals.look()
    assert [each.unit for each in street.choices()] == ["12.01"]
    assert street.remains_s(1) is not None
    await street.world.check()


async def test_a_ring_is_enough() -> None:
    """It looks by itself as soon as somebody is sent."""
    street = Street12()
    await street.begin(1_000)
    async with asyncio.TaskGroup() as tasks:
        work = tasks.create_task(street.arrivals.keep())
        await street.world.wish(AssignUnit(incident=1, unit=1))
        async with asyncio.timeout(10):
            while street.remains_s(1) is None:
                await asyncio.sleep(0.001)
        work.cancel()
    assert len(street.choices()) == 1


@given(st.integers(0, 7_200), st.integers(0, 7_200))
def test_small_errors_are_left(expected_s: int, reckoned_s: int) -> None:
    """Half a minute, or a quarter of what remains, whichever is more."""
    off = is_off(NOW + timedelta(seconds=expected_s), NOW + timedelta(seconds=reckoned_s), NOW)
    assert off == (abs(expected_s - reckoned_s) > max(30, reckoned_s / 4))
    assert is_off(None, NOW, NOW)
