"""Facts of the contact line say what their wishes said."""

from typing import Any

import attrs
import pytest

from protocol.commands.contact import (
    CloseContact,
    ComeIn,
    LeaveContact,
    Listen,
    SayAsMelder,
    SaySafe,
    ShareWhere,
    StepBack,
    StepIn,
    TellMelder,
)
from protocol.facts.contact import (
    ContactClosed,
    ContactLeft,
    ContactOpened,
    LinkOpened,
    Listening,
    MelderSafe,
    MelderSaid,
    MelderShared,
    MelderTold,
    SteppedBack,
    SteppedIn,
)
from protocol.model.text import Name


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (Listen, Listening),
        (StepIn, SteppedIn),
        (StepBack, SteppedBack),
        (LeaveContact, ContactLeft),
        (CloseContact, ContactClosed),
        (TellMelder, MelderTold),
        (SayAsMelder, MelderSaid),
        (ShareWhere, MelderShared),
        (SaySafe, MelderSafe),
        (ComeIn, LinkOpened),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(wish)] == [each.name for each in attrs.fields(fact)]


def test_whom_the_melder_is_put_through_to_is_told_by_call_sign() -> None:
    """An id would mean nothing once the unit is off duty, and the story is read for years."""
    assert ContactOpened(incident=1, unit=Name("12.03")).unit == "12.03"
    with pytest.raises((TypeError, ValueError), match="unit"):
        ContactOpened(incident=1, unit=3)  # type: ignore[arg-type]
