"""Values of the language in JSON's own types, for scripts, histories and exports. Pure.

The names are those of the classes and fields; enums are their keys, times ISO 8601, points degrees. Server
and console write the same form, so that a history document and `watch` can be read by one reader.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

import attrs

from protocol.model.moment import to_ms


def fact_row(head: Mapping[str, Any], fact: Any) -> dict[str, Any]:
    """The head of a change, the fact's name and its fields; one named as in the head is `fact_<name>`."""
    fields = {name if name not in head else f"fact_{name}": value for name, value in as_plain(fact).items()}
    return {**head, "fact": type(fact).__name__, **fields}


def as_plain(value: Any) -> Any:
    """The value in JSON's types, all the way down. Raises ValueError for a time without its zone."""
    if attrs.has(type(value)):
        return {each.name: as_plain(getattr(value, each.name)) for each in attrs.fields(type(value))}
    if isinstance(value, tuple):
        return [as_plain(part) for part in value]
    if isinstance(value, Enum):
        return getattr(value, "key", value.value)
    if isinstance(value, datetime):
        to_ms(value)
        return value.isoformat()
    return value
