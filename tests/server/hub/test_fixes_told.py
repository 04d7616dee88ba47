"""Which positions a link was told: whole rounds as one number, pieces unit by unit."""

from server.hub.fixes_told import FixesTold

MOVED = {1: 1, 2: 2, 3: 2, 4: 3}


def test_at_first_everything_is_owed() -> None:
    """Of rounds that have ended."""
    told = FixesTold()
    assert told.owed(MOVED, 2) == [1, 2, 3]
    assert told.has_all_of(0)
    assert not told.has_all_of(2)


def test_what_was_told_is_owed_again_when_it_moved_again() -> None:
    """And not before."""
    told = FixesTold()
    told.told([1, 3], 2, 10.0)
    assert told.owed(MOVED, 3) == [2, 4]
    assert told.owed({**MOVED, 3: 3}, 3) == [2, 3, 4]
    assert [told.round_of(unit) for unit in (1, 2, 3)] == [2, 0, 2]


def test_when_all_was_told_one_number_remains() -> None:
    """The time of telling moves only when something was told."""
    told = FixesTold()
    told.told([1, 2, 3], 2, 10.0)
    told.told_all(2)
    assert (told.has_all_of(2), told.at_s) == (True, 10.0)
    told.told_all(3, 11.0)
    assert (told.has_all_of(3), told.owed(MOVED, 3), told.at_s) == (True, [], 11.0)
