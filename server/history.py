"""The history of one incident as a document: everything the journal has about it, oldest first.

Made from the journal, so it also serves incidents that left the board.
"""

import json

from protocol.errors import Reason, Refused
from protocol.plain import fact_row
from server.journal.interface import Journal
from server.saved_board import as_change

PAGE = 500


async def history(number: int, journal: Journal) -> bytes:
    """JSON lines {seq, at, by, fact, ...fields}. Raises Refused for an incident that never was."""
    lines: list[str] = []
    after = 0
    while True:
        records = await journal.of_incident(number, PAGE, after_seq=after)
        for record in records:
            change = as_change(record)
            head = {"seq": change.seq, "at": change.at.isoformat(), "by": change.by}
            lines += [
                json.dumps(fact_row(head, fact), ensure_ascii=False)
                for fact in change.facts
                if getattr(fact, "incident", number) == number
            ]
            after = change.seq
        if len(records) < PAGE:
            break
    if not lines:
        raise Refused(Reason.NO_SUCH_INCIDENT, incident=number, last=0)
    return "".join(line + "\n" for line in lines).encode()
