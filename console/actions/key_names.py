"""How a key is called on the keyboard. Pure."""

from collections.abc import Mapping

_SIGNS: Mapping[str, str] = {
    "colon": ":",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "semicolon": ";",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "equals_sign": "=",
    "asterisk": "*",
    "at": "@",
    "number_sign": "#",
    "backslash": "\\",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "exclamation_mark": "!",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_name(key: str | None) -> str:
    """`:` for `colon`, `F2` for `f2`, `Ctrl+P` for `ctrl+p`; empty for no key."""
    if key is None:
        return ""
    if key in _SIGNS:
        return _SIGNS[key]
    if len(key) == 1:
        return key
    return "+".join(_SIGNS.get(part, part.capitalize()) for part in key.split("+"))
