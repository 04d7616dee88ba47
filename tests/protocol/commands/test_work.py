"""Wishes about what those involved do together are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.about import About
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
from protocol.model.text import Name, Text
from protocol.model.work import Aim, CitizenRole

ADDITION = StateAddition(incident=1, unit=2, text=Text("wij zetten af"))
REFER = Refer(incident=1, partner=Name("GGZ"))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (AddAim(incident=1, aim=Aim.PROTECT, text=Text("kind")), "aim", 1),
        (AddAim(incident=1, aim=Aim.PROTECT, text=Text("kind")), "text", "x" * 201),
        (DropAim(incident=1, aim=Aim.PROTECT, text=Text("kind")), "text", ""),
        (StateNeed(incident=1, what=Text("ladder"), from_whom=Name("brandweer")), "from_whom", ""),
        (MeetNeed(incident=1, need=1, how=Text("is er")), "need", 0),
        (MeetNeed(incident=1, need=1, how=Text("is er")), "how", " "),
        (ADDITION, "unit", 0),
        (ADDITION, "text", "x" * 201),
        (NoteCitizen(incident=1, name=Name("Jan"), role=CitizenRole.LOOKOUT), "role", 4),
        (REFER, "partner", ""),
        (REFER, "consent", 1),
        (AcceptReferral(incident=1, referral=1, by_whom=Name("Piet")), "by_whom", ""),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """A need is wanted from somebody (A36), and a referral is accepted by somebody (A23)."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_the_melder_agreed_to_a_referral_only_when_that_is_said() -> None:
    """A23: consent is never taken for granted."""
    assert not REFER.consent


def test_what_a_unit_adds_is_about_the_incident_and_the_unit() -> None:
    """Both can be asked for it."""
    assert ADDITION.about() == About(incidents=(1,), units=(2,))
