"""The history of one incident as a document: everything the journal has about it, oldest first.

Made from the journal, so it also serves incidents that left the board. Each reader gets what they may read.
"""

import json
from collections.abc import Collection

from protocol.change import Change
from protocol.errors import Reason, Refused
from protocol.facts.back import DeedTakenBack
from protocol.plain import fact_row
from server.decide.actor import Actor
from server.journal.interface import Journal
from server.room.saved_board import as_change
from server.sight.readable import Readable

PAGE = 500


async def history(
    number: int, journal: Journal, *, reader: Actor | None = None, involved: Collection[str] = ()
) -> bytes:
    """JSON lines {seq, at, by, fact, ...fields}, with taken_back_by where somebody took the change back.

    Raises Refused for an incident that never was. `reader` None is the server itself, which reads everything;
    `involved` are the call signs that were ever on the incident.
    """
    changes = await _changes(number, journal)
    readable = None if reader is None else Readable(reader, changes, involved)
    lines: list[str] = []
    taken_back = _taken_back(changes)
    for change in changes:
        head = {"seq": change.seq, "at": change.at.isoformat(), "by": change.by}
        if change.seq in taken_back:
            head["taken_back_by"] = taken_back[change.seq]
        facts = change.facts if readable is None else readable.facts(change)
        lines += [
            json.dumps(fact_row(head, fact), ensure_ascii=False)
            for fact in facts
            if number in (fact.about().incidents or (number,))
        ]
    if not lines:
        raise Refused(Reason.NO_SUCH_INCIDENT, incident=number, last=0)
    return "".join(line + "\n" for line in lines).encode()


def _taken_back(changes: Collection[Change]) -> dict[int, str]:
    """Who took a change back, by the number of that."""
    return {
        fact.deed: change.by for change in changes for fact in change.facts if isinstance(fact, DeedTakenBack)
    }


async def _changes(number: int, journal: Journal) -> list[Change]:
    found: list[Change] = []
    while True:
        records = await journal.of_incident(number, PAGE, after_seq=found[-1].seq if found else 0)
        found += map(as_change, records)
        if len(records) < PAGE:
            return found
