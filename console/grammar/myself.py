"""`ik` where somebody is named: whoever types the line. Pure.

A promise `door:ik` binds an account and not a word, so that whoever reads it knows who will ring.
"""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Action, ArgKind
from protocol.model.text import Name

_I = frozenset({"ik", "mij", "me", "i", "myself", "mijzelf", "ikzelf"})
_PEOPLE = frozenset({"from-whom", "to-whom", "who", "taker", "by-whom"})
"""Arguments that name a person; a task or a skill called `me` is none."""


def myself(action: Action, values: Mapping[str, Any], me: str) -> dict[str, Any]:
    """The values with the account `me` for every `ik`; as they are while nobody knows who we are."""
    found = dict(values)
    for arg in action.args:
        is_name = arg.kind is ArgKind.NAME and arg.name in _PEOPLE and arg.name in values
        if me and is_name and str(values[arg.name]).casefold() in _I:
            found[arg.name] = Name(me)
    return found
