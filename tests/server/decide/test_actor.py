"""Who wishes something: an account's name and role, and the one unit that it may be."""

from typing import Any

import pytest
from attrs import evolve

from protocol.errors import Reason, Refused
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide.actor import Actor
from tests.protocol.make import SIGNED_ON, told

UNIT = evolve(told(SIGNED_ON).units[1], call_sign=Name("Noord-3"))
ACTOR = Actor(name=Name("noord-3"), role=Role.UNIT)


@pytest.mark.parametrize(("name", "value"), [("name", ""), ("role", 3), ("terms", None), ("is_server", 1)])
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(ACTOR, **{name: value})


def test_a_unit_acts_for_itself_alone() -> None:
    """Its account is named as its call sign, in whatever case; another's is refused with both names."""
    ACTOR.must_own(UNIT)
    with pytest.raises(Refused) as caught:
        ACTOR.must_own(evolve(UNIT, call_sign=Name("Noord-4")))
    assert caught.value.reason is Reason.NOT_YOUR_UNIT


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.UNIT], ids=lambda role: role.key)
def test_every_other_role_may_act_for_any_unit(role: Role) -> None:
    """What it may do at all is the permissions' to say."""
    evolve(ACTOR, name=Name("anna"), role=role).must_own(UNIT)


def test_nobody_is_the_server_unless_the_server_says_so() -> None:
    """No account can be."""
    assert not ACTOR.is_server
