"""The actions of split pairs and of a colleague in need."""

from attrs import evolve

from console.actions.catalog import CATALOG
from console.actions.deed_numbers import number_of
from protocol.model.role import Role
from tests.console.grammar.make import BOARD

WHOLE = BOARD.units[1]
HALF = evolve(WHOLE, crew=1, pair=9)


def test_a_pair_is_split_and_halves_are_joined() -> None:
    """Completion offers only what makes sense; a unit that is solo is neither."""
    solo = evolve(WHOLE, crew=1)
    split, join = CATALOG.by_id["split-pair"].args[0].offer, CATALOG.by_id["join-pair"].args[0].offer
    assert [split(each) for each in (WHOLE, HALF, solo)] == [True, False, False]
    assert [join(each) for each in (WHOLE, HALF, solo)] == [False, True, False]


def test_strengthening_is_a_deed_of_a_unit() -> None:
    """Whoever needs the other has no hand free for more (A92)."""
    assert (number_of("strengthen", unit=True), CATALOG.by_id["strengthen"].at_once) == (9, True)


def test_an_emergency_has_a_key_that_works_while_typing_and_goes_not_at_a_slip() -> None:
    """No field uses it; in the room it begins the line."""
    action = CATALOG.by_id["raise-emergency"]
    assert (action.key, action.at_once) == ("f12", False)


def test_whoever_can_help_may_answer() -> None:
    """Also the information desk, which raises none."""
    offered = {action.id for action in CATALOG.offered(Role.INFO_DESK)}
    assert "answer-emergency" in offered
    assert "raise-emergency" not in offered
    assert {"raise-emergency", "answer-emergency", "end-emergency"} <= {
        action.id for action in CATALOG.offered(Role.UNIT)
    }
