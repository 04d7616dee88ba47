"""Any text -> text that cannot harm a terminal or a layout.

Everything that other people wrote passes here before it is shown; the texts do it for their arguments. Pure.
What is stored and sent stays as it was written.
"""

import unicodedata
from collections.abc import Iterable

from rich.cells import cell_len

MAX_MARKS = 3
"""Combining marks on one letter. Vietnamese needs two; more climb into the rows above and below."""

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_CARRIER = "\N{DOTTED CIRCLE}"

_NAMED = {
    "\u00ad": "‹SHY›",
    "\u034f": "‹CGJ›",
    "\u061c": "‹ALM›",
    "\u180e": "‹MVS›",
    "\u200b": "‹ZWSP›",
    "\u200c": "‹ZWNJ›",
    "\u200d": "‹ZWJ›",
    "\u200e": "‹LRM›",
    "\u200f": "‹RLM›",
    "\u2028": "‹LS›",
    "\u2029": "‹PS›",
    "\u202a": "‹LRE›",
    "\u202b": "‹RLE›",
    "\u202c": "‹PDF›",
    "\u202d": "‹LRO›",
    "\u202e": "‹RLO›",
    "\u2060": "‹WJ›",
    "\u2066": "‹LRI›",
    "\u2067": "‹RLI›",
    "\u2068": "‹FSI›",
    "\u2069": "‹PDI›",
    "\ufeff": "‹BOM›",
}
"""Characters that steer others and have no shape of their own, by the abbreviations of the Unicode charts."""

_BLANK_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Counted as letters or symbols, drawn as nothing."""

_VARIATION = frozenset(map(chr, [*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
"""Choose another drawing of the sign before them; terminals disagree on how wide that is."""

_DRAWING = frozenset("\ufe0e\ufe0f")


def harmless(text: str) -> str:
    """The text with every control, steering, invisible or unknown character as a visible sign.

    Letters, combining marks, wide characters and emoji stay; newline and tab become ␊ and ␉. Only the sign
    that asks for the coloured drawing of the emoji before it is left out. Calling it twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(text))


def cells(text: str) -> int:
    """How many cells of a terminal the text takes once harmless."""
    return cell_len(harmless(text))


def _shown(text: str) -> Iterable[str]:
    marks = 0
    before = ""
    for char in text:
        category = unicodedata.category(char)
        if _is_mark(char, category):
            marks += 1
            if marks > MAX_MARKS:
                yield _CARRIER
            else:
                yield char if before else _CARRIER + char
        else:
            marks = 0
            if not (char in _DRAWING and before == "So"):
                yield _sign(char, category)
        before = category


def _is_mark(char: str, category: str) -> bool:
    return category[0] == "M" and not (char in _NAMED or char in _VARIATION or char in _BLANK_LETTERS)


def _sign(char: str, category: str) -> str:
    if char.isascii():
        return char if " " <= char <= "~" else _picture(ord(char))
    if char in _NAMED:
        return _NAMED[char]
    if char in _BLANK_LETTERS or char in _VARIATION or category == "Cf":
        return f"‹{ord(char):04X}›"
    if category == "Cc":
        return f"‹{ord(char):02X}›"
    if category in ("Co", "Cn", "Cs"):
        return _UNKNOWN
    if category == "Zs":
        return " "
    return char


def _picture(code: int) -> str:
    """The picture of an ASCII control character."""
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else chr(0x2400 + code)
