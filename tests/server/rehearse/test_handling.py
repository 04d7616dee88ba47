"""How calls are handled in a rehearsal: by their own dice, in time with their own stages."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from protocol.model.priority import Priority
from server.rehearse.calls import Call
from server.rehearse.handling import Doing, follow_ups, handling_of

BEGAN = datetime(2026, 1, 16, 12, 0, tzinfo=UTC)
IDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


def a_call(source_id: str, *, open_min: int | None = None, on_view: bool = False) -> Call:
    """A call that came in at noon."""
    return Call(
        order=0,
        source_id=source_id,
        received=BEGAN,
        entry=None,
        dispatched=None,
        en_route=None,
        on_scene=None,
        closed=None if open_min is None else BEGAN + timedelta(minutes=open_min),
        what="brand",
        priority=Priority.P2,
        place="",
        point=None,
        disposition="",
        on_view=on_view,
    )


@given(IDS)
def test_a_call_is_handled_in_the_same_way_each_time(source_id: str) -> None:
    """The dice are of its id, whatever else was handled before."""
    assert handling_of(a_call(source_id)) == handling_of(a_call(source_id, open_min=9))


def test_the_calls_of_a_day_are_handled_in_many_ways() -> None:
    """Roughly as often as the odds say, over a thousand calls."""
    drawn = [handling_of(a_call(f"{number}")) for number in range(1_000)]
    promised = sum(one.promised_min is not None for one in drawn)
    assert 350 < promised < 550
    assert {one.promised_min for one in drawn} - {None} == set(range(5, 21))
    assert len({(one.goes_on_alone, one.reached, one.view) for one in drawn}) == 12


@given(IDS)
def test_nobody_is_promised_or_told_anything_when_nobody_called(source_id: str) -> None:
    """A unit saw it itself."""
    handling = handling_of(a_call(source_id, on_view=True))
    assert (handling.promised_min, handling.speaks_after_s, handling.reached) == (None, None, False)


@given(IDS, st.integers(1, 60))
def test_everything_follows_before_the_closing(source_id: str, open_min: int) -> None:
    """And nothing is done to a call that the file has closed."""
    call = a_call(source_id, open_min=open_min)
    assert all(BEGAN < at < BEGAN + timedelta(minutes=open_min) for at, _ in follow_ups(call, BEGAN))


@given(IDS)
def test_a_promise_is_moved_before_its_time_and_broken_after_it(source_id: str) -> None:
    """Made, moved or not, and broken last: each at a moment that fits with what is due."""
    ahead = {what.doing: (at, what.due) for at, what in follow_ups(a_call(source_id), BEGAN)}
    if Doing.PROMISE not in ahead:
        assert set(ahead) <= {Doing.SPEAK}
        return
    made_at, due = ahead[Doing.PROMISE]
    assert due is not None
    assert timedelta(minutes=4) <= due - made_at <= timedelta(minutes=20)
    if Doing.MOVE in ahead:
        moved_at, later = ahead[Doing.MOVE]
        assert later is not None
        assert made_at < moved_at < due < later
        due = later
    assert ahead[Doing.BREAK][0] > due


@given(IDS)
def test_a_call_that_was_open_already_is_taken_up_at_the_start(source_id: str) -> None:
    """Nothing lies before the start."""
    start = BEGAN + timedelta(hours=2)
    assert all(at > start for at, _ in follow_ups(a_call(source_id), start))
