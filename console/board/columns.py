"""How wide each column of the board is in a given width. Pure."""

from attrs import frozen

from console.board import pressing

_AGE = 5
_PRESS = pressing.WIDTH
_FIXED_BLANKS = 6
"""Gutter, and the blanks after number, age, priority, phase and what presses."""


@frozen(kw_only=True)
class Columns:
    """Widths in cells; 0 for a column that is left out. Between two columns stands one blank."""

    number: int
    age: int
    press: int
    what: int
    where: int
    units: int
    last: int


def columns(width: int, *, highest: int) -> Columns:
    """The columns for a board of `width` cells with numbers up to `highest`."""
    number = max(3, len(str(highest)))
    rest = max(0, width - number - _AGE - 2 - 1 - _PRESS - _FIXED_BLANKS)
    if rest < 46:
        units = min(rest, 11)
        what = max(0, (rest - units - 2) // 2)
        return Columns(
            number=number,
            age=_AGE,
            press=_PRESS,
            what=what,
            where=max(0, rest - units - what - 2),
            units=units,
            last=0,
        )
    units = 11 if rest < 72 else 17 if rest < 110 else 23
    share = rest - units - 3
    part = 36 if share < 50 else 32
    what = min(26, share * part // 100)
    where = min(30, share * part // 100)
    last = share - what - where
    return Columns(number=number, age=_AGE, press=_PRESS, what=what, where=where, units=units, last=last)
