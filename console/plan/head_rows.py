"""What stands over the panels: the banner of an emergency, and the row of what asks. Pure.

Both have rows of their own, above every panel: neither hides a title or the row in which one types.
Together never more than a third of the screen.
"""

from collections.abc import Mapping

from textual.geometry import Region

OVER = ("emergency", "alarm")
"""What stands there, from the top down."""


def head_rows(width: int, height: int, *, alarm: bool, emergency: int) -> Mapping[str, Region]:
    """The region of each; `emergency` is how many rows its banner wants, 0 for none.

    The row of what asks gives way where both together would take more than a third.
    """
    most = max(1, height // 3)
    banner = min(emergency, most)
    places = {"emergency": Region(0, 0, width, banner)} if banner else {}
    if alarm and banner < most:
        places["alarm"] = Region(0, banner, width, 1)
    return places


def rows_of(head: Mapping[str, Region]) -> int:
    """How many rows they take together."""
    return sum(place.height for place in head.values())
