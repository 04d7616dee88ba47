"""A call that is being taken stands on the board with who takes it."""

from console.board.half_row import HalfRow, draw_half, said_of
from console.paint.row import width_of
from console.texts.texts import Texts

SAY = Texts("nl", strict=True).say


def shown(half: HalfRow, width: int = 80) -> str:
    """As text."""
    row = draw_half(half, SAY, width)
    assert width_of(row.spans) <= width
    return "".join(text for text, _ in row.spans)


def test_who_takes_what_where() -> None:
    """With the sign of its priority when that was said; in any width."""
    half = HalfRow(who="bert", what="steekpartij", place="Markt 4", priority=1)
    assert shown(half) == " ✎ ▲1 steekpartij · Markt 4  bert neemt aan"
    assert shown(half, 20).startswith(" ✎ ▲1 steekpartij")
    assert "▲" not in shown(HalfRow(who="bert", what="x", place="y", priority=0))


def test_what_is_not_known_yet_is_said_so() -> None:
    """And one that waits for its number too."""
    assert said_of("", "", SAY) == "wat onbekend · plaats onbekend"
    half = HalfRow(who="anna", what="brand", place="", priority=2, under_way=True)
    assert shown(half).endswith("brand · plaats onbekend  anna, onderweg")
