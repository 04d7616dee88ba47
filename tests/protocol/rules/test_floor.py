"""The floor: one holder at most, no request lost, and who is overridden loses no turn."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from protocol.model.floor import Floor, FloorPriority, FloorRequest
from protocol.model.text import Name
from protocol.rules.floor import released, requested
from tests.protocol.make import minute

ANNA, BEN, CAS, DAAN = (Name(each) for each in ("anna", "ben", "cas", "daan"))
NORMAL, ROOM, EMERGENCY = FloorPriority.NORMAL, FloorPriority.ROOM, FloorPriority.EMERGENCY


def floor(*requests: tuple[Name, FloorPriority]) -> Floor:
    """The floor after these requests, one a minute."""
    made = Floor()
    for at, (name, priority) in enumerate(requests):
        made = requested(made, name, priority, minute(at))
    return made


def names(made: Floor) -> list[Name]:
    """Who has it and who waits, in order."""
    return [made.holder, *(each.name for each in made.queue)]


def test_an_idle_floor_is_granted_at_once() -> None:
    """Since that moment."""
    assert floor((ANNA, NORMAL)) == Floor(holder=ANNA, priority=NORMAL, since=minute(0))


def test_who_comes_later_waits_by_priority_and_then_by_time() -> None:
    """The room goes before the others in the queue once an emergency has the floor."""
    made = floor((ANNA, EMERGENCY), (BEN, NORMAL), (CAS, ROOM), (DAAN, NORMAL))
    assert names(made) == [ANNA, CAS, BEN, DAAN]


def test_a_higher_priority_takes_the_floor_and_the_holder_is_next_of_its_own() -> None:
    """Also before somebody of the same priority who had waited longer than it spoke."""
    made = floor((ANNA, NORMAL), (BEN, NORMAL), (CAS, NORMAL))
    made = released(made, ANNA, minute(5))
    assert names(made) == [BEN, CAS]
    made = requested(made, DAAN, EMERGENCY, minute(6))
    assert names(made) == [DAAN, BEN, CAS]
    assert names(released(made, DAAN, minute(7))) == [BEN, CAS]


def test_the_same_priority_waits() -> None:
    """Nobody interrupts an equal."""
    assert names(floor((ANNA, ROOM), (BEN, ROOM))) == [ANNA, BEN]


def test_asking_again_changes_only_the_priority_and_only_upwards() -> None:
    """The place in time is kept."""
    made = floor((ANNA, EMERGENCY), (BEN, ROOM), (CAS, NORMAL), (BEN, NORMAL))
    assert made.queue[0] == FloorRequest(name=BEN, priority=ROOM, at=minute(1))
    made = requested(made, CAS, ROOM, minute(9))
    assert made.queue[1] == FloorRequest(name=CAS, priority=ROOM, at=minute(2))
    assert requested(made, ANNA, NORMAL, minute(9)) == made


def test_who_wants_it_no_more_is_out_of_the_queue() -> None:
    """And the last one to let go leaves it idle."""
    made = released(floor((ANNA, NORMAL), (BEN, NORMAL)), BEN, minute(3))
    assert names(made) == [ANNA]
    assert released(made, ANNA, minute(4)) == Floor()


_STEPS = st.lists(
    st.tuples(st.booleans(), st.sampled_from([ANNA, BEN, CAS, DAAN]), st.sampled_from(FloorPriority)),
    max_size=25,
)


@given(_STEPS)
def test_no_request_is_lost_and_nobody_has_it_twice(steps: list[tuple[bool, Name, FloorPriority]]) -> None:
    """Whoever asked and did not let go has the floor or waits, once; the queue goes by priority and time."""
    made, now = Floor(), minute(0)
    wanting: set[Name] = set()
    for asks, name, priority in steps:
        now = _later(now)
        made = requested(made, name, priority, now) if asks else released(made, name, now)
        (wanting.add if asks else wanting.discard)(name)
        assert sorted(each for each in names(made) if each) == sorted(wanting)
        keys = [(-each.priority, each.at) for each in made.queue]
        assert keys == sorted(keys)
        assert all(each.priority <= made.priority for each in made.queue)


def _later(now: datetime) -> datetime:
    return now + timedelta(seconds=1)
