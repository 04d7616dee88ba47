"""A rehearsal through real links to a real server: what is played is what the file says."""

import math
from datetime import time
from pathlib import Path

import pytest

from protocol.change import Change
from protocol.facts.incidents import IncidentClosed, IncidentOpened
from protocol.facts.letting_go import FeedbackGiven
from protocol.facts.promises import PromiseBroken, PromiseKept, PromiseMade, PromiseMoved, Reacted
from protocol.facts.units import UnitAssigned, UnitReleased, UnitSignedOn, UnitStatusSet
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.unit_status import UnitStatus
from protocol.rules.letting_go import missing_to_let_go
from protocol.transitions import unit_may_become
from server.rehearse.script import Order
from server.rehearse.tally import Mismatch
from tests.server.rehearse.site import DAY, HEAD, MAPPING, Site, call

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
CALLS = DATA / "calls" / "sf_law_dispatched_calls_realtime.csv"
TRACKS = DATA / "tracks" / "sf_cabs_2008-06-06_evening.csv"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a centralist."""
    return Site(tmp_path)


async def test_every_stage_of_the_file_becomes_a_fact(site: Site) -> None:
    """Bare: opened, assigned, en route, on scene, closed; the journal agrees with the summary."""
    rows = [call("a", 0, 1, 2, 3, 9), call("b", 4, 5, 6, 7, 8)]
    played = await site.play(site.order(rows, units=2, bare=True))
    facts = await site.counted()
    assert (played.opened, played.assigned, played.closed, played.units) == (2, 2, 2, 2)
    assert (facts[IncidentOpened], facts[UnitAssigned], facts[IncidentClosed]) == (2, 2, 2)
    assert facts[UnitStatusSet] == 4
    assert played.commands == 2 + 2 * 5
    assert (played.refusals, played.mismatches) == ((), ())
    assert not played.interrupted
    assert "Closed as REP." in [
        fact.reason
        for change in await site.changes()
        for fact in change.facts
        if isinstance(fact, IncidentClosed)
    ]


@pytest.mark.parametrize("bare", [True, False])
async def test_who_is_there_was_sent_where_the_file_does_not_say_when(site: Site, bare: bool) -> None:
    """A file with arrivals alone: a unit is assigned by then, and nobody took it away."""
    rows = [call("a", 0, None, None, 3, 9), call("b", 1, None, 5, None, 8), call("c", 2, None, None, None, 9)]
    played = await site.play(site.order(rows, units=2, bare=bare))
    facts = await site.counted()
    assert (played.opened, played.assigned, facts[UnitAssigned]) == (3, 2, 2)
    assert played.mismatches == ()


async def test_the_nearest_free_vehicle_goes(site: Site) -> None:
    """In a straight line, as far as it was seen by then."""
    points = '[calls.point]\nformat = "lat_lon"\nlat = "lat"\nlon = "lon"\n[tracks]'
    order = site.order(
        [call("a", 0, 2, 3, 4, 9) + ",52.0,4.0"],
        tracks=[f"{DAY}12:01:00,far,52.2,4.0", f"{DAY}12:01:00,near,52.01,4.0"],
    )
    (site.directory / "mapping.toml").write_text(MAPPING.replace("[tracks]", points))
    calls = site.directory / "calls.csv"
    calls.write_text(calls.read_text().replace(HEAD, HEAD + ",lat,lon"))
    played = await site.play(order)
    facts = [fact for change in await site.changes() for fact in change.facts]
    signs = {fact.unit: fact.call_sign for fact in facts if isinstance(fact, UnitSignedOn)}
    assert [signs[fact.unit] for fact in facts if isinstance(fact, UnitAssigned)] == ["near"]
    assert played.positions == 2


async def test_calls_wait_for_a_free_unit_and_are_counted(site: Site) -> None:
    """One unit, three calls: the second gets it when the first is closed, the third never does."""
    rows = [call("a", 0, 1, 2, 3, 10), call("b", 1, 2, 3, 4, 30), call("c", 2, 3, 4, 5, 20)]
    played = await site.play(site.order(rows, units=1))
    assert (played.assigned, played.queued, played.longest_queue, played.still_waiting) == (2, 2, 2, 0)
    assert dict(played.mismatches) == {Mismatch.STAGE_WHILE_WAITING: 4, Mismatch.CLOSED_WHILE_WAITING: 1}
    assert (played.closed, played.refusals) == (3, ())


async def test_calls_that_are_open_when_it_begins_are_opened_first(site: Site) -> None:
    """With the stages they had reached by then; what was closed by then is not played at all."""
    rows = [call("old", 0, 1, 2, 3, 5), call("open", 2, 3, 4, None, 70), call("new", 61, 62, 63, 64, 65)]
    played = await site.play(site.order(rows, start_at=time(13, 0), for_s=90.0))
    assert (played.opened, played.open_before, played.closed) == (2, 1, 0)
    names = [f.what for c in await site.changes() for f in c.facts if isinstance(f, IncidentOpened)]
    assert len(names) == 2
    assert (await site.counted())[UnitStatusSet] == 1


async def test_a_second_rehearsal_goes_on_with_the_units_that_are_on_duty(site: Site) -> None:
    """Call signs are unique in a world; nobody is signed on twice."""
    order = site.order([call("a", 0, 1, 2, 3, 9)], units=3)
    await site.play(order)
    played = await site.play(order)
    assert (played.units, played.refusals) == (3, ())
    assert (await site.counted())[UnitSignedOn] == 3


async def test_bare_closings_are_emergencies_and_are_named(site: Site) -> None:
    """Nothing was handled, so the guard is passed over: the facts say so, the summary names them."""
    rows = [call("a", 0, 1, 2, 3, 9), call("b", 4, 5, 6, 7, 8)]
    played = await site.play(site.order(rows, units=2, bare=True))
    assert (played.judged.closings, played.judged.emergencies, played.judged.unready) == (2, 2, (2, 1))
    assert "Closed while something was still missing: 2, 1" in site.shown.getvalue()


async def test_every_call_is_reacted_to_and_let_go_by_the_rules(site: Site) -> None:
    """Twelve calls, some of which nobody is free for or nobody is sent to: each is closed without a gap."""
    rows = [call(f"c{n}", n, n + 1, n + 3, n + 8, n + 40) for n in range(8)]
    rows += [call(f"t{n}", n, None, None, None, n + 30) for n in range(4)]
    played = await site.play(site.order(rows, units=3))
    facts, judged = await site.counted(), played.judged
    assert (played.opened, played.closed, judged.closings) == (12, 12, 12)
    assert (judged.emergencies, judged.unready, judged.unheard, played.refusals) == (0, (), 0, ())
    assert judged.feedbacks_given + judged.feedbacks_impossible == facts[FeedbackGiven] == 12
    assert judged.promises_made == facts[PromiseMade] > 0
    settled = judged.promises_kept + judged.promises_broken
    assert settled == judged.promises_made
    assert await unready(site) == []
    assert "Every incident that was closed (12) could be let go" in site.shown.getvalue()


async def test_a_caller_who_waited_gets_a_second_reaction(site: Site) -> None:
    """Agreed later while no unit is free, a unit now when one is."""
    played = await site.play(site.order([call("a", 0, 1, 2, 3, 10), call("b", 1, 2, 3, 4, 30)], units=1))
    kinds = [f.kind.key for c in await site.changes() for f in c.facts if isinstance(f, Reacted)]
    assert kinds == ["unit-now", "agreed-later", "unit-now"]
    assert played.refusals == ()


async def test_the_same_file_is_handled_in_the_same_way_again(tmp_path: Path) -> None:
    """The dice are of the call's own id."""
    told = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        site = Site(tmp_path / name)
        played = await site.play(site.order([call(f"c{n}", n, n + 1, n + 2, n + 9, 60) for n in range(9)]))
        told.append(played.judged)
    assert told[0] == told[1]


async def unready(site: Site) -> list[int]:
    """What was closed while something was missing, by the journal alone."""
    board, found = Board(), []
    for change in await site.changes():
        for fact in change.facts:
            if isinstance(fact, IncidentClosed) and missing_to_let_go(board.incidents[fact.incident]):
                found.append(fact.incident)
        board = fold(board, change)
    return found


@pytest.mark.shared
@pytest.mark.skipif(not CALLS.is_file(), reason="needs shared/data beside the checkout")
async def test_ten_minutes_of_the_real_files_hold_together(site: Site) -> None:
    """As fast as the server answers: the journal agrees with the summary, each closing with the guard."""
    order = Order(calls=CALLS, tracks=TRACKS, start_at=time(19, 30), speed=math.inf, for_s=600.0, units=200)
    played = await site.play(order)
    facts = await site.counted()
    assert (facts[IncidentOpened], facts[IncidentClosed]) == (played.opened, played.closed)
    assert (facts[UnitAssigned], facts[UnitSignedOn]) == (played.assigned, played.units)
    assert played.units == 200
    assert played.opened == played.open_before + 6
    assert played.open_before == 129
    assert played.still_open == played.opened - played.closed
    assert played.positions > 1_000
    assert (played.refusals, played.clock_s) == ((), 600.0)
    judged = played.judged
    assert (judged.closings, judged.emergencies, judged.unready) == (played.closed, 0, ())
    assert played.closed > 0
    assert judged.feedbacks_given + judged.feedbacks_impossible == facts[FeedbackGiven] == played.closed
    assert (judged.promises_made, judged.promises_kept) == (facts[PromiseMade], facts[PromiseKept])
    assert (judged.promises_moved, judged.promises_broken) == (facts[PromiseMoved], facts[PromiseBroken])
    assert judged.promises_made > 0
    assert await unready(site) == []
    check_story(await site.changes())


def check_story(changes: list[Change]) -> None:
    """What is closed was open, and every unit moves as the table allows."""
    on: dict[int, tuple[UnitStatus, int | None]] = {}
    is_open: set[int] = set()
    for fact in (fact for change in changes for fact in change.facts):
        match fact:
            case IncidentOpened(incident=number):
                is_open.add(number)
            case IncidentClosed(incident=number):
                is_open.remove(number)
            case UnitAssigned(incident=number, unit=unit):
                assert number in is_open
                assert on.get(unit, (UnitStatus.AVAILABLE, None)) == (UnitStatus.AVAILABLE, None)
                on[unit] = (UnitStatus.ASSIGNED, number)
            case UnitReleased(unit=unit):
                on[unit] = (UnitStatus.AVAILABLE, None)
            case UnitStatusSet(unit=unit, status=status):
                before, incident = on[unit]
                assert status in unit_may_become(before, on_incident=incident is not None)
                on[unit] = (status, incident)
