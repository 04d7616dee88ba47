"""Which incidents are listed, and where the selection goes."""

from hypothesis import given
from hypothesis import strategies as st

from console.board.order import first_row, kept, listed, moved
from protocol.facts.incidents import IncidentClosed
from protocol.facts.order import OrderSwitched
from protocol.facts.promises import Reacted
from protocol.facts.units import UnitAssigned
from protocol.model.order import Order
from protocol.model.reaction import ReactionKind
from protocol.model.text import Text
from tests.console.rig import Rig, place

NUMBERS = st.lists(st.integers(1, 30), unique=True, max_size=20)


def numbers(rig: Rig, **asked: object) -> list[int]:
    """The listed numbers."""
    return [each.number for each in listed(rig.board, **asked)]  # type: ignore[arg-type]


def town() -> Rig:
    """Five incidents, one of them closed."""
    rig = Rig()
    rig.sign_on("12.03")
    for number, priority in ((1, 3), (2, 1), (3, 2), (4, 1), (5, 2)):
        rig.open(number, priority=priority, where=place(f"Markt {number}"))
    rig.happen(IncidentClosed(incident=5, reason=Text("loos")))
    return rig


def test_first_come_first_served() -> None:
    """Open incidents stand in the order of arrival."""
    assert numbers(town()) == [1, 2, 3, 4]


def test_most_urgent_first_while_they_stack() -> None:
    """By priority, and within one by number, once the board says so."""
    rig = town()
    rig.happen(OrderSwitched(order=Order.PRIORITY, why=Text("druk")))
    assert numbers(rig) == [2, 4, 3, 1]


def test_what_waits_for_a_reaction_rises() -> None:
    """A melding to which somebody reacted stands below those that still wait."""
    rig = town()
    rig.happen(Reacted(incident=1, kind=ReactionKind.UNIT_NOW))
    assert numbers(rig) == [2, 3, 4, 1]


def test_closed_ones_at_the_end_when_asked() -> None:
    """Closed incidents follow the open ones, and only when somebody wants to see them."""
    assert numbers(town(), show_closed=True) == [1, 2, 3, 4, 5]


def test_selected_incident_stays_listed() -> None:
    """An incident that is closed or no longer fits the filter stays in view while it is selected."""
    rig = town()
    assert numbers(rig, pinned=5) == [1, 2, 3, 4, 5]
    assert numbers(rig, wanted="markt 3", pinned=2) == [2, 3]


def test_every_word_of_the_filter_must_fit() -> None:
    """Words may be part of number, what, place, priority or call sign, in any order and case."""
    rig = town()
    rig.happen(UnitAssigned(incident=3, unit=1))
    assert numbers(rig, wanted="12.03 MARKT") == [3]
    assert numbers(rig, wanted="p1") == [2, 4]
    assert numbers(rig, wanted="markt dorpsstraat") == []


@given(st.none() | st.integers(1, 30), NUMBERS, NUMBERS)
def test_selection_is_kept_or_goes_to_a_neighbour(
    selected: int | None, before: list[int], after: list[int]
) -> None:
    """The selection never jumps while its number is there, and else goes to the nearest that remains."""
    result = kept(selected, before, after)
    if selected in after:
        assert selected == result
    elif not after:
        assert result is None
    else:
        assert result in after
        if selected in before:
            below = [each for each in before[before.index(selected) :] if each in after]
            assert not below or below[0] == result


@given(st.integers(-30, 30), NUMBERS, st.none() | st.integers(1, 30))
def test_moving_stays_in_the_list(by: int, numbers: list[int], selected: int | None) -> None:
    """However far one moves, one ends on a row, or nowhere in an empty list."""
    result = moved(selected, numbers, by)
    assert (result in numbers) if numbers else result is None


@given(
    top=st.integers(0, 600),
    line=st.none() | st.integers(0, 60),
    height=st.integers(1, 60),
    count=st.integers(1, 500),
    data=st.data(),
)
def test_selection_is_always_in_view(
    top: int, line: int | None, height: int, count: int, data: st.DataObject
) -> None:
    """Whatever changed, the selected row is on the screen and no line below the end is wasted."""
    index = data.draw(st.integers(0, count - 1))
    first = first_row(top=top, line=line, index=index, height=height, count=count)
    assert first <= index < first + height
    assert 0 <= first <= max(0, count - height)


def test_rows_above_do_not_push_the_selection() -> None:
    """In the middle of a list the selected row keeps its line when rows come in above it."""
    assert first_row(top=10, line=3, index=14, height=10, count=50) == 11


def test_at_the_top_new_rows_come_into_view() -> None:
    """A list that shows its beginning goes on showing it: the new urgent row must be seen."""
    assert first_row(top=0, line=3, index=4, height=10, count=50) == 0
