"""Every account hears one run of changes, and both ends of its link know which."""

import pytest

from protocol.model.role import Role
from protocol.session.digest import WORDS_APART
from server.decide.actor import Actor
from server.sight.audience import ROOM, STREET, Audience, View, audience_of
from tests.protocol.make import ANNA


@pytest.mark.law
@pytest.mark.parametrize(
    "role", [role for role in Role if role is not Role.MELDER], ids=lambda role: role.key
)
def test_every_account_hears_one_run(role: Role) -> None:
    """The room one, the street one, each partner its own."""
    expected = {Role.UNIT: STREET, Role.PARTNER: Audience(view=View.PARTNER, name=ANNA)}
    assert audience_of(Actor(name=ANNA, role=role)) == expected.get(role, ROOM)


def test_the_melder_hears_no_run() -> None:
    """The page has a view of its own."""
    with pytest.raises(KeyError):
        audience_of(Actor(name=ANNA, role=Role.MELDER))


@pytest.mark.parametrize(
    "role", [role for role in Role if role is not Role.MELDER], ids=lambda role: role.key
)
def test_both_ends_know_whose_timelines_come_with_the_changes(role: Role) -> None:
    """The room's, and nobody else's: a digest leaves out the others'."""
    is_room = audience_of(Actor(name=ANNA, role=role)) == ROOM
    assert (role not in WORDS_APART) == is_room
