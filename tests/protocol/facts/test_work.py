"""Facts of what those involved do together say what their wishes said."""

from typing import Any

import attrs
import pytest

from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    DropAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)
from protocol.facts.work import (
    AdditionStated,
    AimAdded,
    AimDropped,
    CitizenNoted,
    NeedMet,
    NeedStated,
    ReferralAccepted,
    Referred,
)
from protocol.model.text import Name, Text
from protocol.model.work import Aim, CitizenRole


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        (AddAim, AimAdded),
        (DropAim, AimDropped),
        (StateNeed, NeedStated),
        (MeetNeed, NeedMet),
        (StateAddition, AdditionStated),
        (NoteCitizen, CitizenNoted),
        (Refer, Referred),
        (AcceptReferral, ReferralAccepted),
    ],
)
def test_a_fact_says_all_that_its_wish_said(wish: type[Any], fact: type[Any]) -> None:
    """Nothing is lost between the two."""
    assert [each.name for each in attrs.fields(wish)] == [each.name for each in attrs.fields(fact)]


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (AimAdded(incident=1, aim=Aim.LIMIT, text=Text("rook")), "aim", 2),
        (AimDropped(incident=1, aim=Aim.LIMIT, text=Text("rook")), "text", "x" * 201),
        (NeedStated(incident=1, what=Text("ladder"), from_whom=Name("brandweer")), "what", ""),
        (NeedMet(incident=1, need=1, how=Text("is er")), "need", 0),
        (AdditionStated(incident=1, unit=1, text=Text("afzetten")), "unit", 0),
        (CitizenNoted(incident=1, name=Name("Jan"), role=CitizenRole.VOLUNTEER), "role", 3),
        (Referred(incident=1, partner=Name("GGZ")), "consent", 1),
        (ReferralAccepted(incident=1, referral=1, by_whom=Name("Piet")), "by_whom", ""),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        attrs.evolve(valid, **{name: value})
