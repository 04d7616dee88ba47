"""A moment on both clocks."""

from datetime import UTC, datetime, timedelta

from server.exercise.setting.now import Now

AT = datetime(2026, 1, 16, 19, 0, 0, 400_000, tzinfo=UTC)


def test_what_is_promised_is_promised_to_the_second() -> None:
    """People promise no less."""
    assert Now(s=10.0, at=AT).after(60) == AT.replace(minute=1, microsecond=0)


def test_a_fast_shift_has_more_seconds_than_the_world() -> None:
    """There and back are the same number of the shift's seconds."""
    now = Now(s=10.0, at=AT.replace(microsecond=0), speed=4.0)
    assert now.after(240) == now.at + timedelta(seconds=60)
    assert now.until_s(now.after(240)) == 240


def test_what_has_passed_lies_before_now() -> None:
    """Negative by as much."""
    assert Now(s=0.0, at=AT).until_s(AT - timedelta(seconds=5)) == -5
