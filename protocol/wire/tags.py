"""The tags: which number opens which message, command and fact.

A literal table, so that a reader of bytes can read it. A number once given is never given to something else:
journals live for years. Append; do not renumber.
"""

from collections.abc import Mapping
from typing import Any

from protocol import commands, facts
from protocol.wire.coders import Coder, tagged_coder

COMMANDS: Mapping[int, type[Any]] = {
    1: commands.OpenIncident,
    2: commands.ChangePlace,
    3: commands.ChangeWhat,
    4: commands.ChangePriority,
    5: commands.AssignUnit,
    6: commands.ReleaseUnit,
    7: commands.SetUnitStatus,
    8: commands.SignOnUnit,
    9: commands.SignOffUnit,
    10: commands.AddEntry,
    11: commands.StrikeEntry,
    12: commands.JoinLine,
    13: commands.LeaveLine,
    14: commands.Speak,
    15: commands.EnterPhase,
    16: commands.CloseIncident,
    17: commands.ReopenIncident,
}

FACTS: Mapping[int, type[Any]] = {
    1: facts.WorldFounded,
    2: facts.UnitSignedOn,
    3: facts.UnitSignedOff,
    4: facts.UnitStatusSet,
    5: facts.UnitAssigned,
    6: facts.UnitReleased,
    7: facts.IncidentOpened,
    8: facts.PlaceChanged,
    9: facts.WhatChanged,
    10: facts.PriorityChanged,
    11: facts.PhaseEntered,
    12: facts.IncidentClosed,
    13: facts.IncidentReopened,
    14: facts.EntryAdded,
    15: facts.EntryStruck,
    16: facts.LineJoined,
    17: facts.LineLeft,
    18: facts.LineSpoken,
}

COMMAND_CODER: Coder = tagged_coder(COMMANDS)
FACT_CODER: Coder = tagged_coder(FACTS)
