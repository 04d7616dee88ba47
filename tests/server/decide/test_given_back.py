"""A value without one deed, whatever was done beside it."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.scale import Level, Scale, WhoKind, WhoRow
from protocol.model.text import Text
from server.decide.given_back import BuiltOn, given_back

ROW = WhoRow(id=1, kind=WhoKind.KNOWS, what=Text("de weg"))
SECOND = evolve(ROW, id=2)
THIRD = evolve(ROW, id=3)


@pytest.mark.parametrize(
    ("then", "after", "now", "without"),
    [
        (1, 1, 5, 5),
        (1, 2, 2, 1),
        ((1,), (1, 2), (1, 2), (1,)),
        ((1,), (1, 2), (1, 2, 3), (1, 3)),
        ((1, 2), (1,), (1, 3), (1, 3, 2)),
        (Scale(), Scale(grip=2), Scale(grip=2, level=Level.REGION), Scale(level=Level.REGION)),
    ],
)
def test_what_nobody_touched_since_has_what_it_had(then: Any, after: Any, now: Any, without: Any) -> None:
    """And what somebody did beside it stays."""
    assert given_back("members", then, after, now) == without


@pytest.mark.parametrize(
    ("then", "after", "now"), [(1, 2, 3), ((1,), (1, 2), (1,)), ((1, 2), (1,), (1, 2)), (None, Scale(), ROW)]
)
def test_what_somebody_changed_since_does_not_go_back(then: Any, after: Any, now: Any) -> None:
    """It names the field."""
    with pytest.raises(BuiltOn) as caught:
        given_back("members", then, after, now)
    assert caught.value.field == "members"


def test_where_the_place_is_the_number_nobodys_number_changes() -> None:
    """The last goes; one behind which another came does not."""
    assert given_back("who", (ROW,), (ROW, SECOND), (ROW, SECOND)) == (ROW,)
    dropped = evolve(ROW, is_dropped=True)
    assert given_back("who", (ROW,), (dropped,), (dropped, SECOND)) == (ROW, SECOND)
    named = evolve(ROW, what=Text("de stad"))
    assert given_back("who", (ROW,), (ROW, SECOND), (named, SECOND)) == (named,)
    for now in ((ROW, SECOND, THIRD), (ROW, evolve(SECOND, is_dropped=True))):
        with pytest.raises(BuiltOn):
            given_back("who", (ROW,), (ROW, SECOND), now)
    with pytest.raises(BuiltOn):
        given_back("who", (ROW,), (dropped,), (evolve(dropped, what=Text("de stad")),))
