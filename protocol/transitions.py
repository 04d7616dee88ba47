"""Legal moves, as tables. What is not listed is refused, with both states named.

Two rules: everything that says which state may follow which stands in this file; and this file does not know
who asks. The server enforces the tables; the console reads the same ones to offer only what is legal.
"""

from collections.abc import Mapping

from protocol.model.phase import Phase
from protocol.model.unit_status import UnitStatus

_S = UnitStatus
_P = Phase

UNIT_WITHOUT_INCIDENT: Mapping[UnitStatus, frozenset[UnitStatus]] = {
    _S.AVAILABLE: frozenset({_S.UNAVAILABLE}),
    _S.UNAVAILABLE: frozenset({_S.AVAILABLE}),
}
"""Moves of a unit that is on nothing. Driving and arriving need a melding to drive to."""

UNIT_ON_INCIDENT: Mapping[UnitStatus, frozenset[UnitStatus]] = {
    _S.ASSIGNED: frozenset({_S.EN_ROUTE, _S.ON_SCENE, _S.AVAILABLE}),
    _S.EN_ROUTE: frozenset({_S.ON_SCENE, _S.AVAILABLE}),
    # Driving on from the scene is real: a suspect fled, the address was wrong.
    _S.ON_SCENE: frozenset({_S.EN_ROUTE, _S.AVAILABLE}),
}
"""Moves of a unit with a melding. AVAILABLE releases it. An officer may forget to press "en route"."""

PHASES: Mapping[Phase, frozenset[Phase]] = {
    # Merging in, adding and merging out may be entered again: another party arrives (A30).
    _P.MERGE_IN: frozenset({_P.ADD, _P.MERGE_OUT, _P.CLOSED}),
    _P.ADD: frozenset({_P.MERGE_IN, _P.MERGE_OUT, _P.CLOSED}),
    _P.MERGE_OUT: frozenset({_P.MERGE_IN, _P.ADD, _P.CLOSED}),
    _P.CLOSED: frozenset({_P.MERGE_IN}),
}


def unit_may_become(status: UnitStatus, *, on_incident: bool) -> frozenset[UnitStatus]:
    """The statuses a unit may be set to from here; empty when there is no way on."""
    table = UNIT_ON_INCIDENT if on_incident else UNIT_WITHOUT_INCIDENT
    return table.get(status, frozenset())


def phase_may_become(phase: Phase) -> frozenset[Phase]:
    """The phases that may be entered from here."""
    return PHASES[phase]
