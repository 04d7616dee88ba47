"""When what is typed goes to the disk."""

from collections.abc import Callable

from console.shell.typed_keeping import SOON_S, TypedKeeping


class Times:
    """What was asked for later, and how often it was kept."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, Callable[[], None]]] = []
        self.kept = 0
        self.keeping = TypedKeeping(self._keep, later=lambda wait, then: self.asked.append((wait, then)))

    def _keep(self) -> None:
        self.kept += 1


def test_a_burst_of_keys_is_kept_once_and_within_a_second() -> None:
    """The wait is from the first of them: who types without a pause is kept all the same."""
    times = Times()
    for _ in range(5):
        times.keeping.soon()
    assert (len(times.asked), times.kept) == (1, 0)
    wait_s, then = times.asked[0]
    assert wait_s == SOON_S < 1
    then()
    assert times.kept == 1
    times.keeping.soon()
    assert len(times.asked) == 2


def test_what_cannot_wait_is_kept_at_once() -> None:
    """And the next key begins a wait of its own."""
    times = Times()
    times.keeping.soon()
    times.keeping.now()
    assert times.kept == 1
    times.keeping.soon()
    assert len(times.asked) == 2
