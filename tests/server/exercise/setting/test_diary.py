"""The rhythm of the shift's handling: what is wanted waits its time, and is dropped when wanted no more."""

import pytest

from protocol.commands.promises import SpeakToMelder
from server.exercise.setting.diary import Diary, Want, turn
from server.exercise.setting.setting import DESK
from server.exercise.shift import make_setting

SETTING = make_setting(1, 12)
WANT = Want(key=("speak", 7, 0), by=DESK, command=SpeakToMelder(incident=7), wait_s=(10, 20))


def test_a_want_waits_at_least_and_at_most_its_time() -> None:
    """From when it is first wanted, and however often one looks."""
    diary, done = turn(Diary(), [WANT], 100.0, SETTING)
    assert done == []
    diary, done = turn(diary, [WANT], 109.9, SETTING)
    assert done == []
    assert turn(diary, [WANT], 120.0, SETTING) == (Diary(), [WANT])


def test_what_is_wanted_no_more_is_forgotten() -> None:
    """The visitor did it first; wanted again it waits anew."""
    diary, _ = turn(Diary(), [WANT], 100.0, SETTING)
    diary, done = turn(diary, [], 130.0, SETTING)
    assert (diary, done) == (Diary(), [])
    _, done = turn(diary, [WANT], 130.0, SETTING)
    assert done == []


def test_how_long_it_waits_depends_on_nothing_else() -> None:
    """What the visitor does to another melding changes nothing in this one."""
    other = Want(key=("speak", 8, 0), by=DESK, command=SpeakToMelder(incident=8), wait_s=(10, 20))
    alone, _ = turn(Diary(), [WANT], 100.0, SETTING)
    beside, _ = turn(Diary(), [other, WANT], 100.0, SETTING)
    assert beside.due_s[WANT.key] == alone.due_s[WANT.key] != pytest.approx(beside.due_s[other.key])
