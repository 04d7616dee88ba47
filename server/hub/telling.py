"""Which words of lines go to whom: new ones to those on the line, all of them to who comes late.

Fed by the hub with every change; keeps the recent ones, so that a console which returns gets just what it
missed. Answers in accounts and entries; sends nothing and knows no link.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from protocol.change import Change
from protocol.model.board import Board
from protocol.model.entry import Entry
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.wire.messages import Shown
from server.sight.audience import Audience, View
from server.sight.words import all_words, on_line, readable, words_of

RECENT_WORDS = 8_192
"""How many tellings are remembered for those who return; older ones they get with the whole line."""


@frozen(kw_only=True)
class Told:
    """Words of one line for some accounts of one audience."""

    seq: int
    incident: int
    line: LineKind
    audience: Audience
    names: frozenset[str]
    """Accounts, in lower case."""

    entries: tuple[Entry, ...]
    whole: bool
    """True for somebody who came late: everything, and not only what is new."""

    more: frozenset[str] = frozenset()
    """Those among `names` who get other words of the same change behind these."""

    def shown(self, name: str) -> Shown:
        """As it travels to this account, in lower case.

        Only behind the last words of a change its number is theirs: who is cut before returns for the rest.
        """
        seq = self.seq - 1 if name in self.more else self.seq
        return Shown(seq=seq, incident=self.incident, line=self.line, entries=self.entries)


class Telling:
    """The words of all lines of one world."""

    def __init__(self) -> None:
        self._recent: deque[Told] = deque(maxlen=RECENT_WORDS)
        self._floor_seq: int | None = None
        """What was told up to here may be forgotten; None before the first telling of this run."""

    def told_of(
        self, change: Change, before: Board, after: Board, audiences: Iterable[Audience]
    ) -> list[Told]:
        """What the change lets whom read."""
        if self._floor_seq is None:
            self._floor_seq = before.seq
        new = {(words.incident, words.line): words.entries for words in words_of(change, before, after)}
        numbers = {number for number, _ in new} | _moved(change, before, after)
        told = [
            each
            for audience in audiences
            for number in sorted(numbers)
            for line in LineKind
            for each in _told(change.seq, number, line, audience, new.get((number, line), ()), before, after)
        ]
        told = _with_more(told)
        for each in told:
            if len(self._recent) == RECENT_WORDS:
                self._floor_seq = self._recent[0].seq
            self._recent.append(each)
        return told

    def missed(self, name: str, audience: Audience, after_seq: int, board: Board) -> list[Shown]:
        """What this account has not had since change `after_seq`; 0 for nothing at all."""
        if after_seq == 0 or self._floor_seq is None or after_seq < self._floor_seq:
            return whole_lines(name, audience, board)
        wanted = name.casefold()
        return [
            told.shown(wanted)
            for told in self._recent
            if told.seq > after_seq and told.audience == audience and wanted in told.names
        ]


def whole_lines(name: str, audience: Audience, board: Board) -> list[Shown]:
    """Everything on every line that this account is on. The last one alone says that all of it is there."""
    wanted = name.casefold()
    found = [
        Shown(seq=0, incident=incident.number, line=line, entries=entries)
        for incident in board.incidents.values()
        for line in LineKind
        if wanted in _names(incident, line, board, audience)
        and (entries := readable(all_words(incident, line), line, audience))
    ]
    return [*found[:-1], *(evolve(last, seq=board.seq) for last in found[-1:])]


def _with_more(told: list[Told]) -> list[Told]:
    """Each telling of one change knows who gets another one behind it."""
    later: dict[Audience, frozenset[str]] = {}
    found: list[Told] = []
    for each in reversed(told):
        behind = later.get(each.audience, frozenset())
        found.append(evolve(each, more=each.names & behind))
        later[each.audience] = behind | each.names
    found.reverse()
    return found


def _told(
    seq: int,
    number: int,
    line: LineKind,
    audience: Audience,
    new: tuple[Entry, ...],
    before: Board,
    after: Board,
) -> Iterator[Told]:
    incident = after.incidents.get(number)
    if incident is None:
        return
    now = _names(incident, line, after, audience)
    late = now - _names(before.incidents.get(number), line, before, audience)
    for names, entries, whole in ((now - late, new, False), (late, all_words(incident, line), True)):
        entries = readable(entries, line, audience)
        if names and entries:
            yield Told(
                seq=seq,
                incident=number,
                line=line,
                audience=audience,
                names=names,
                entries=entries,
                whole=whole,
            )


def _moved(change: Change, before: Board, after: Board) -> set[int]:
    """Incidents whose lines somebody may have come onto."""
    numbers = {line.incident for line in change.about(before).lines}
    return {number for number in numbers if after.incidents.get(number) is not before.incidents.get(number)}


def _names(incident: Incident | None, line: LineKind, board: Board, audience: Audience) -> frozenset[str]:
    if audience.view is View.ROOM and line is LineKind.OPEN:
        return frozenset()
    return frozenset(name.casefold() for name in on_line(incident, line, board, audience))
