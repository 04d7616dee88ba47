"""The wish to take a deed back names the wish that it was, or the last one."""

import pytest

from protocol.about import About
from protocol.commands.back import TakeBack
from protocol.wire.limits import MAX_COMMAND_ID


def test_it_names_an_own_wish_and_nothing_else() -> None:
    """Whom it is about only the deed knows, and that the server remembers."""
    assert TakeBack(wish=MAX_COMMAND_ID).about() == About()
    assert TakeBack().wish == 0


@pytest.mark.parametrize("wish", [-1, MAX_COMMAND_ID + 1, "1"])
def test_what_is_no_id_of_a_wish_is_refused(wish: int) -> None:
    """By name."""
    with pytest.raises((TypeError, ValueError), match="wish"):
        TakeBack(wish=wish)
