"""How something of one history stands to another."""

import pytest
from attrs import evolve

from protocol.model.text import Name
from protocol.session.origin import Fit, Origin, fit, origin_of
from tests.protocol.session.helpers import FakeServer

HERE = Origin(world=Name("Waterdam"), exercise=True, history="a")


@pytest.mark.parametrize(
    ("made_in", "expected"),
    [
        (HERE, Fit.HERE),
        (None, Fit.UNPLACED),
        (evolve(HERE, history="b"), Fit.ANOTHER_HISTORY),
        (evolve(HERE, world=Name("Delft")), Fit.ANOTHER_HISTORY),
        (evolve(HERE, exercise=False), Fit.ANOTHER_KIND),
        (evolve(HERE, exercise=False, history="b"), Fit.ANOTHER_KIND),
    ],
)
def test_only_the_very_same_history_is_here(made_in: Origin | None, expected: Fit) -> None:
    """Another world of the same kind is another history; live and exercise are never the same kind."""
    assert fit(made_in, HERE) is expected


def test_only_what_is_of_another_kind_may_never_be_sent() -> None:
    """Everything else may, when somebody says so."""
    assert [each for each in Fit if not each.may_be_sent] == [Fit.ANOTHER_KIND]


def test_a_welcome_says_where_one_is() -> None:
    """World, kind and history."""
    welcome = FakeServer("h").welcome(0, 0, snapshot=True)
    assert origin_of(welcome) == Origin(world=welcome.world, exercise=welcome.exercise, history="h")
