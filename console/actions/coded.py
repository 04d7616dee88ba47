"""The class that a code word in a sentence gives (A2): a command beside the one that carries the sentence."""

from collections.abc import Mapping
from typing import Any

from protocol.commands.command import Command
from protocol.commands.intake import ClassifyIncident
from protocol.model.board import Board


def classified_in_words(values: Mapping[str, Any], board: Board) -> tuple[Command, ...]:
    """Nothing without a code word. Its default priority may make the melding more urgent, never less."""
    found = values.get("class")
    if found is None:
        return ()
    incident = board.incidents.get(values["incident"])
    priority = found.priority
    if incident is not None and priority is not None and priority >= incident.priority:
        priority = None
    return (ClassifyIncident(incident=values["incident"], code=found.code, priority=priority),)
