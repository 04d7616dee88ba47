"""Saying that a priority 1 is heard."""

from console.actions.catalog import CATALOG
from protocol.commands.appeals import HearAppeal
from protocol.model.role import Role
from tests.console.grammar.make import BOARD


def test_one_word_says_it_for_the_selected_melding() -> None:
    """In both languages, at once."""
    action = CATALOG.by_id["hear"]
    assert action.build is not None
    assert (action.verbs, action.at_once) == (("gezien", "seen"), True)
    assert action.build({"incident": 1}, BOARD) == (HearAppeal(incident=1),)


def test_whoever_looks_on_is_asked_nothing() -> None:
    """The room and the street may."""
    may = {role for role in Role if CATALOG.by_id["hear"] in CATALOG.offered(role)}
    assert may == {Role.CENTRALIST, Role.OPCO, Role.UNIT, Role.EXERCISE_LEADER}
