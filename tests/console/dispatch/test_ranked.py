"""The server's ranking as values."""

import json

from console.dispatch.ranked import MOST, ranking_in
from tests.console.ranked import ranked
from tests.console.rig import Rig


def test_best_first_with_what_the_head_says() -> None:
    """In the server's order, at most eight."""
    rig = Rig()
    rig.sign_on(*(f"12.{number:02d}" for number in range(1, 11)))
    order = list(reversed(range(1, 11)))
    ranking = ranking_in(ranked(417, rig.board.units, order=order, by_road=False, point=False), 417)
    assert [each.unit for each in ranking.units] == order[:MOST]
    assert (ranking.number, ranking.by_road, ranking.point) == (417, False, False)
    assert ranking.units[0].why("free") is not None
    assert ranking.units[0].why("waterline") is None


def test_the_server_is_read_and_not_believed() -> None:
    """What is no row is left out; numbers that are none are unknown."""
    rows = [
        {"by_road": True},
        {"unit": 1},
        {"unit": 1, "call_sign": "12.01", "travel_s": "x", "reasons": [3]},
    ]
    ranking = ranking_in("\n".join(map(json.dumps, rows)).encode() + b"\n{", 417)
    assert [(each.call_sign, each.travel_s, each.reasons) for each in ranking.units] == [("12.01", None, ())]
