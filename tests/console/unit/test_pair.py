"""How the line of a split pair looks."""

from datetime import UTC

from console.paint.row import Row
from console.texts.texts import Texts
from console.unit.pair import PairView, draw_pair
from protocol.facts.pairs import PairSplit, StrengthenAsked
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig

SAY = Texts("nl", strict=True).say
NUMBERS = ((1, UnitStatus.AVAILABLE), (2, UnitStatus.EN_ROUTE), (3, UnitStatus.ON_SCENE))


def texts(rows: list[Row]) -> list[str]:
    """The rows as text."""
    return [row.text.rstrip() for row in rows]


def test_a_call_on_the_pairs_line_stands_out() -> None:
    """By a sign and words; the other half, the distance and the key stand at the top."""
    rig = Rig()
    rig.sign_on("12.01")
    rig.happen(PairSplit(unit=1, other=2, call_sign=Name("12.01b")))
    rig.happen(StrengthenAsked(unit=2))
    view = PairView(
        zone=UTC,
        other="12.01b",
        status="vrij",
        away_m=240,
        words=rig.board.units[1].pair_words,
        key="\\",
    )
    rows = texts(draw_pair(view, SAY, width=60, height=5))
    assert rows[0].startswith(" maat 12.01b · 240m · vrij")
    assert rows[1] == " 03:00 12.01b ▲ kom versterken"
