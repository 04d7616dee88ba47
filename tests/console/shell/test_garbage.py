"""When the garbage collector may run."""

from console.shell.garbage import CALM_S, EVERY_S, Tidy


def test_only_in_a_calm_moment() -> None:
    """Nobody typed for a while, and it was long ago: then once, and not again before its time."""
    collected: list[int] = []
    tidy = Tidy(0.0, lambda: collected.append(1))
    tidy.key(EVERY_S)
    assert not tidy.second(EVERY_S + CALM_S - 1)
    assert tidy.second(EVERY_S + CALM_S)
    assert not tidy.second(EVERY_S + CALM_S + 1)
    assert collected == [1]
