"""A view is made again only when what it is made from has changed."""

from console.part.memo import Remembered
from protocol.model.board import Board


def test_the_same_things_give_the_same_value() -> None:
    """Numbers and words that are equal are the same; so is one and the same board."""
    remembered: Remembered[object] = Remembered()
    board = Board()
    first = remembered.of((board, 70_000, "b", None), object)
    assert remembered.of((board, 7 * 10_000, "b", None), object) is first


def test_another_thing_makes_another_value() -> None:
    """An equal board that is another object counts as changed: comparing it would cost what is saved."""
    remembered: Remembered[object] = Remembered()
    board = Board()
    values = [
        remembered.of(made_from, object)
        for made_from in ((board, 1), (board, 2), (Board(), 2), (board, None), (board,))
    ]
    assert len(set(map(id, values))) == len(values)


def test_only_the_last_value_is_kept() -> None:
    """There and back again is made anew: nothing piles up."""
    remembered: Remembered[object] = Remembered()
    first = remembered.of((1,), object)
    kept = [first, remembered.of((2,), object)]
    assert remembered.of((1,), object) is not first
    assert len(kept) == 2
