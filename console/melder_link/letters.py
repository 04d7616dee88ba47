"""The letters and digits of a link's code, four columns wide and three rows high, from half blocks. Pure.

Only what a code can hold, and none that looks like another: no 0, 1, i, l, o, u.
"""

from collections.abc import Mapping, Sequence

_DOTS = """
2 ###/..#/###/#../###
3 ###/..#/.##/..#/###
4 #.#/#.#/###/..#/..#
5 ###/#../###/..#/###
6 ###/#../###/#.#/###
7 ###/..#/.#./.#./.#.
8 ###/#.#/###/#.#/###
9 ###/#.#/###/..#/###
a .#./#.#/###/#.#/#.#
b ##./#.#/##./#.#/##.
c ###/#../#../#../###
d ##./#.#/#.#/#.#/##.
e ###/#../##./#../###
f ###/#../##./#../#..
g ###/#../#.#/#.#/###
h #.#/#.#/###/#.#/#.#
j ..#/..#/..#/#.#/###
k #.#/#.#/##./#.#/#.#
m #.#/###/###/#.#/#.#
n ##./#.#/#.#/#.#/#.#
p ##./#.#/##./#../#..
q ###/#.#/#.#/###/..#
r ##./#.#/##./#.#/#.#
s .##/#../.#./..#/##.
t ###/.#./.#./.#./.#.
v #.#/#.#/#.#/#.#/.#.
w #.#/#.#/###/###/#.#
x #.#/#.#/.#./#.#/#.#
y #.#/#.#/.#./.#./.#.
z ###/..#/.#./#../###
"""
_DOTS_BY_CHAR: Mapping[str, tuple[str, ...]] = {
    line[0]: tuple(line[2:].split("/")) for line in _DOTS.split("\n") if line
}
_HALVES: Mapping[tuple[bool, bool], str] = {
    (False, False): " ",
    (True, False): "▀",
    (False, True): "▄",
    (True, True): "█",
}
WIDTH = 3
ROWS = 3


def big(group: str) -> Sequence[str]:
    """The group in ROWS rows of text, letters a column apart; a character without a picture stands small."""
    pictures = [_picture(char) for char in group.casefold()]
    return [" ".join(picture[row] for picture in pictures) for row in range(ROWS)]


def _picture(char: str) -> tuple[str, ...]:
    dots = _DOTS_BY_CHAR.get(char)
    if dots is None:
        return (" " * WIDTH, f" {char} ", " " * WIDTH)
    rows = [*dots, "." * WIDTH]
    return tuple(
        "".join(
            _HALVES[(upper == "#", lower == "#")] for upper, lower in zip(rows[at], rows[at + 1], strict=True)
        )
        for at in range(0, 2 * ROWS, 2)
    )
