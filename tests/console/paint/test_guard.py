"""A fault stays in the place where it happened, and is told once."""

import logging

import pytest

from console.paint.guard import Guard


def fails() -> None:
    """As a program does that meets what nobody thought of."""
    raise KeyError("12.03")


def test_a_fault_goes_no_further_and_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """With its traceback, so that whoever reads it finds the line."""
    assert Guard().runs("panel board", fails) is False
    (record,) = caplog.records
    assert (record.levelno, record.getMessage()) == (logging.ERROR, "panel board failed")
    assert record.exc_info is not None
    assert "fails" in caplog.text


def test_the_same_fault_is_told_once_until_that_place_works_again(caplog: pytest.LogCaptureFixture) -> None:
    """Ten pictures a second do not fill a disk; another place, and the next time, are told."""
    guard = Guard()
    for _ in range(10):
        guard.runs("panel board", fails)
    assert len(caplog.records) == 1
    guard.runs("panel map", fails)
    assert guard.runs("panel board", lambda: None) is True
    guard.runs("panel board", fails)
    assert len(caplog.records) == 3


def test_leaving_the_program_is_no_fault() -> None:
    """What ends a program goes through."""
    with pytest.raises(KeyboardInterrupt):
        Guard().runs("key", _interrupted)


def _interrupted() -> None:
    raise KeyboardInterrupt
