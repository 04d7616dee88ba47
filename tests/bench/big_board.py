"""A board on the worst day, 500 incidents of 60 lines each, and what goes on there; made without a server.

The same for every run: drawn with one seed. Used by the benches of what the hub does for each change and for
each arrival.
"""

import random
from datetime import UTC, datetime, timedelta

from protocol.change import Change
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened, PriorityChanged, WhatChanged
from protocol.facts.timeline import EntryAdded, PartnerInvited
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text

INCIDENTS = 500
ENTRIES = 60
PARTNER = Name("ggz")
_START = datetime(2026, 1, 15, 10, tzinfo=UTC)
_WORDS = (
    *("man met mes", "twee auto's", "achterdeur open", "rijdt weg richting centrum", "melder is binnen"),
    *(
        "ambulance gevraagd",
        "omstanders weg",
        "kenteken onbekend",
        "wit busje",
        "tweede melder zegt hetzelfde",
    ),
)


class BigBoard:
    """A board that goes on."""

    def __init__(self, incidents: int = INCIDENTS, entries: int = ENTRIES, invited: int = 0) -> None:
        """`invited` is to how many of the incidents the partner is invited, from number 1 on."""
        self._chance = random.Random(9)
        self.board = Board()
        for number in range(1, incidents + 1):
            self.go(
                IncidentOpened(
                    incident=number,
                    what=Name(f"soort {number % 90}"),
                    place=Place(name=Name(f"Straat {self._chance.randint(1, 900)}"), point=self._point()),
                    priority=Priority(self._chance.randint(1, 5)),
                    owner=Name("centrum"),
                ),
                *(EntryAdded(incident=number, text=self._line()) for _ in range(entries)),
            )
        for number in range(1, invited + 1):
            self.go(PartnerInvited(incident=number, partner=PARTNER))

    def go(self, *facts: Fact) -> Change:
        """One more change, a second later."""
        board = self.board
        at = _START + timedelta(seconds=board.seq + 1)
        change = Change(seq=board.seq + 1, at=at, by=Name("centralist-1"), facts=facts)
        self.board = fold(board, change)
        return change

    def next(self) -> Change:
        """Whatever comes next: mostly a line in a log, now and then a priority or another name."""
        number = self._chance.randint(1, len(self.board.incidents))
        facts: tuple[Fact, ...] = (
            EntryAdded(incident=number, text=self._line()),
            EntryAdded(incident=number, text=self._line()),
            PriorityChanged(incident=number, priority=Priority(self._chance.randint(1, 5))),
            WhatChanged(incident=number, what=Name(f"soort {self._chance.randint(1, 90)}")),
        )
        return self.go(self._chance.choice(facts))

    def _line(self) -> Text:
        return Text(
            f"{self._chance.choice(_WORDS)}, {self._chance.choice(_WORDS)} {self._chance.randint(1, 99)}"
        )

    def _point(self) -> Point:
        return Point(
            lat_deg=round(52 + self._chance.random() / 10, 5),
            lon_deg=round(4.3 + self._chance.random() / 10, 5),
        )
