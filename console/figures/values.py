"""Values of the server's document `indicators`, read without trust: what is strange is nothing. Pure."""

from collections.abc import Mapping
from typing import Any

NOTHING = "–"


def table(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The part of that name; empty where there is none."""
    value = document.get(name)
    return value if isinstance(value, dict) else {}


def whole(values: Mapping[str, Any], name: str) -> int:
    """The number of that name; 0 where there is none."""
    value = values.get(name)
    return int(value) if isinstance(value, int | float) else 0


def percent(share: object) -> str:
    """A share from 0 to 1 as `75 %`; a dash for what is none."""
    return f"{share:.0%}".replace("%", " %") if isinstance(share, int | float) else NOTHING
