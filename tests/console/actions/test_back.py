"""The verb that takes back, for whoever types or scripts it."""

from console.actions.catalog import CATALOG
from protocol.commands.back import TakeBack
from protocol.model.board import Board


def test_the_verb_means_the_last_deed_of_the_account() -> None:
    """A script names no wish; the desk does."""
    action = CATALOG.by_id["take-back"]
    assert (action.verb, action.english, action.key) == ("herroep", "undo", "ctrl+z")
    assert action.build is not None
    assert action.build({}, Board()) == (TakeBack(),)
