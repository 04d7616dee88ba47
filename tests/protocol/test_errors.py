"""Errors say what, where and what came, and can be told apart by fault."""

import pytest

from protocol import errors
from protocol.errors import BadMessage, OpenlijnError, OutOfStep, Reason, Refused, WrongShape

pytestmark = pytest.mark.law


def test_a_wrong_shape_reads_as_a_sentence() -> None:
    """Expected what, where, got what."""
    error = WrongShape("$[2].place", "text", 7)
    assert str(error) == "expected text @ $[2].place, got 7"
    assert (error.path, error.expected, error.got) == ("$[2].place", "text", 7)


def test_a_long_value_is_shown_in_short() -> None:
    """A log line stays a line."""
    assert len(str(WrongShape("$", "int", "x" * 10_000))) < 100


@pytest.mark.parametrize("name", ["NotMsgpack", "TooLarge", "TooDeep", "UnknownTag", "WrongShape"])
def test_everything_wrong_with_their_bytes_is_a_bad_message(name: str) -> None:
    """One except catches them all."""
    assert issubclass(getattr(errors, name), BadMessage)


def test_being_out_of_step_is_nobodys_bad_message() -> None:
    """It is cured by resuming, and not by hanging up on somebody."""
    assert not issubclass(OutOfStep, BadMessage)
    assert issubclass(OutOfStep, OpenlijnError)


def test_a_refusal_carries_its_reason_and_what_fills_in_the_sentence() -> None:
    """And reads well in a log."""
    refused = Refused(Reason.UNIT_BUSY, unit="12.03", incident=417)
    assert dict(refused.args_by_name) == {"unit": "12.03", "incident": 417}
    assert str(refused) == "unit-busy(unit=12.03, incident=417)"


def test_every_reason_has_a_key_of_its_own() -> None:
    """The value is the key of its sentence."""
    assert [reason.name.lower().replace("_", "-") for reason in Reason] == [str(reason) for reason in Reason]
