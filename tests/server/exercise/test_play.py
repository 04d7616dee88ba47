"""The shift through real links to a real server with a real journal; the clock jumps."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from protocol.change import Change
from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentOpened
from protocol.facts.units import UnitAssigned, UnitReleased, UnitStatusSet
from protocol.model.role import Role
from protocol.model.unit_status import UnitStatus
from protocol.transitions import unit_may_become
from server.accounts.accounts import EPHEMERAL, Accounts
from server.exercise.play import Play
from server.exercise.setting.setting import STAFF
from server.exercise.shift import Shift, make_setting
from server.exercise.site import settings_of
from server.exercise.town.town_map import ATTRIBUTION, told_of
from server.geo.build.writer import write_map
from server.journal.sqlite import SqliteJournal
from server.ops.running import running
from server.room.saved_board import as_change

PLAYED_S = 480.0
BEGAN = datetime(2026, 1, 16, 19, 0, tzinfo=UTC)
LONGEST_S = 60.0


async def played(directory: Path, seed: int) -> tuple[list[Change], int]:
    """Eight minutes of a shift: the journal's changes, and how many units had told where they are."""
    shift = Shift(make_setting(seed, 12), seed, warm_until_s=PLAYED_S)
    roles: dict[str, Role] = dict.fromkeys(shift.setting.crew_by_call_sign, Role.UNIT)
    roles.update(STAFF)
    secrets = Accounts(directory, hasher=EPHEMERAL).add_all(roles)
    path = directory / "town.map"
    told = told_of(shift.setting.town)
    await asyncio.to_thread(write_map, told, path, name="Waterdam", attribution=ATTRIBUTION)
    settings = settings_of(shift.setting, path)
    shown = BEGAN

    def clock() -> datetime:
        return shown

    def show_time(now_s: float) -> None:
        nonlocal shown
        shown = BEGAN + timedelta(seconds=now_s)

    async with (
        asyncio.timeout(LONGEST_S),
        running(directory, settings, unix_path=directory / "s", clock=clock) as server,
    ):
        play = Play(shift, f"ws+unix://{directory / 's'}", secrets, clock=clock)
        async with asyncio.TaskGroup() as tasks:
            links = await play.stay_in(tasks)
            await play.warm_up(PLAYED_S, show_time)
            await play.report(PLAYED_S)
            while len(server.hub.fix_by_unit) < 12 or play.board.seq < server.room.board.seq:
                await asyncio.sleep(0.01)
            assert play.board == server.room.board
            for link in links:
                link.cancel()
        seen = len(server.hub.fix_by_unit)
    now_ms = int(datetime.now(UTC).timestamp() * 1000)
    journal = await SqliteJournal.open(directory, world=settings.world, now_ms=now_ms)
    try:
        return [as_change(record) for record in await journal.records(0, 10_000)], seen
    finally:
        await journal.close()


def reckoned(change: Change) -> bool:
    """True for what the server found out by itself, and for the reason that somebody gave for it."""
    return all(isinstance(fact, ChoiceWeighed | ArrivalExpected | ChoiceExplained) for fact in change.facts)


async def test_the_journal_tells_a_story_that_holds_together(tmp_path: Path) -> None:
    """What is closed was opened, what is released was assigned, and every move of a unit is a legal one."""
    changes, seen = await played(tmp_path, seed=1)
    facts = [fact for change in changes for fact in change.facts]
    opened: set[int] = set()
    on: dict[int, tuple[UnitStatus, int | None]] = {}
    for fact in facts:
        match fact:
            case IncidentOpened(incident=number):
                opened.add(number)
            case IncidentClosed(incident=number):
                assert number in opened
                opened.remove(number)
            case UnitAssigned(incident=number, unit=unit):
                assert number in opened
                on[unit] = (UnitStatus.ASSIGNED, number)
            case UnitReleased(incident=number, unit=unit):
                assert on[unit][1] == number
                on[unit] = (UnitStatus.AVAILABLE, None)
            case UnitStatusSet(unit=unit, status=status):
                before, incident = on.get(unit, (UnitStatus.AVAILABLE, None))
                assert status in unit_may_become(before, on_incident=incident is not None)
                on[unit] = (status, incident)
    assert seen == 12
    assert sum(isinstance(fact, IncidentClosed) for fact in facts) > 0
    assert UnitStatus.ON_SCENE in {status for status, _ in on.values()} | {
        fact.status for fact in facts if isinstance(fact, UnitStatusSet)
    }
    assert {change.by for change in changes} >= {"server", *STAFF}


async def test_one_seed_plays_one_shift_over_real_links_too(tmp_path: Path) -> None:
    """Deeds go out one after the other, so that the order of links and of the disk decides nothing.

    What the server reckons in a thread comes when it is ready, and so does what is said about it.
    """
    stories: list[list[tuple[str, tuple[Fact, ...]]]] = []
    for name in ("first", "second"):
        directory = tmp_path / name
        directory.mkdir(mode=0o700)
        changes, _ = await played(directory, seed=3)
        stories.append([(change.by, change.facts) for change in changes if not reckoned(change)])
    assert stories[0] == stories[1]


async def test_the_server_reckons_along_while_the_shift_is_played(tmp_path: Path) -> None:
    """Choices are weighed by road, and not always the nearest went; arrivals are expected."""
    changes, _ = await played(tmp_path, seed=2)
    facts = [fact for change in changes for fact in change.facts]
    choices = [fact.choice for fact in facts if isinstance(fact, ChoiceWeighed)]
    sent = sum(isinstance(fact, UnitAssigned) for fact in facts)
    assert sent / 2 < len(choices) <= sent
    assert all(choice.by_road for choice in choices)
    assert 0 < sum(bool(choice.nearest) for choice in choices) < len(choices) / 2
    assert any(isinstance(fact, ArrivalExpected) for fact in facts)
