"""What those involved do together is valid from birth, part by part."""

from typing import Any

import pytest
from attrs import asdict, evolve

from protocol.model.text import Name, Text
from protocol.model.work import Addition, Aim, AimLine, Citizen, CitizenRole, Need, Referral, Work
from tests.protocol.make import ANNA

AIM = AimLine(aim=Aim.PROTECT, text=Text("kind"), by=ANNA)
NEED = Need(id=1, what=Text("ladder"), from_whom=Name("brandweer"))
REFERRAL = Referral(id=1, partner=Name("GGZ"), consent=True)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (AIM, "aim", 1),
        (AIM, "text", "x" * 201),
        (AIM, "by", ""),
        (NEED, "id", 0),
        (NEED, "from_whom", ""),
        (NEED, "met", ""),
        (Addition(unit=1, text=Text("afzetten")), "unit", 0),
        (Citizen(name=Name("Jan"), role=CitizenRole.LOOKOUT), "role", 4),
        (REFERRAL, "partner", ""),
        (REFERRAL, "consent", None),
        (REFERRAL, "accepted_by", ""),
        (Work(), "aims", [AIM]),
        (Work(), "referrals", None),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """In every copy as at birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_it_begins_with_nothing() -> None:
    """And a need is unmet, a referral unaccepted, until somebody says so (A23, A36)."""
    assert not any(asdict(Work()).values())
    assert NEED.met is None
    assert REFERRAL.accepted_by is None


@pytest.mark.law
def test_a_key_of_several_words_has_dashes() -> None:
    """As people type it."""
    assert CitizenRole.ACTIVE_ON_SCENE.key == "active-on-scene"
    assert [aim.key for aim in Aim] == ["protect", "limit", "strengthen"]
