"""The numbers behind Space: one for each deed, the same for ever, so that fingers can learn them. Pure.

Read by the row, which shows and does them, and by every sentence that names a key.
"""

from collections.abc import Mapping

ROOM_DEEDS: Mapping[int, str] = {
    1: "assign-first",
    2: "ask-colleagues",
    3: "open-contact",
    4: "arrived",
    5: "promise",
    6: "spoken",
    7: "description",
    8: "invite-partner",
    9: "letting-go",
    0: "palette",
}
"""Send, more people, put through, arrived, promise, spoken to, description, partner, let go, the rest."""

UNIT_DEEDS: Mapping[int, str] = {
    **ROOM_DEEDS,
    1: "come-along",
    8: "take-card",
    9: "strengthen",
}
"""A unit sends itself, takes cards, and helps its other half."""


def deeds_for(*, unit: bool) -> Mapping[int, str]:
    """The numbers of a desk: a unit's, or those of the room."""
    return UNIT_DEEDS if unit else ROOM_DEEDS


def number_of(action_id: str, *, unit: bool) -> int | None:
    """The digit behind Space that does this; None for what has none."""
    return next((number for number, id in deeds_for(unit=unit).items() if id == action_id), None)
