"""Which key does what, where, as text. Pure; asks the console's catalogue of actions."""

from console.actions.action import Where
from console.actions.catalog import CATALOG


def text() -> str:
    """The whole file: for each place its own keys; those of `anywhere` work in all."""
    parts = []
    for where in Where:
        keys = {
            key: action.id
            for action in CATALOG.actions
            if action.where is where
            for key in (action.key, action.also_key)
            if key is not None
        }
        parts.append("\n".join([where.value, *(f"    {key:<16}{keys[key]}" for key in sorted(keys))]))
    return "\n\n".join(parts) + "\n"
