"""What the arguments of one action could be, here and now: only what makes sense is offered. Pure.

Units that are free come before the others, and the nearest first where positions are known.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from console.actions.action import ITEMS, TAILS, Action, Arg, ArgKind, Selection
from console.actions.catalog import Catalog
from console.grammar import find
from console.grammar.bag import UNITS
from console.grammar.candidates import (
    Candidate,
    Completion,
    numbered,
    others,
    partners,
    subjects,
    verbs,
)
from console.grammar.classifications import Classifications
from console.grammar.implied import in_need
from console.grammar.items import open_items
from console.grammar.known import Known
from console.grammar.leads import read_leads
from console.grammar.marked import marked, skills
from console.grammar.moments import Clock
from console.grammar.problem import NotUnderstood
from console.grammar.vocabulary import LANGUAGE_WORDS, MEANS_WORDS, PHASE_WORDS, STATUS_WORDS, WORDS
from console.grammar.words import Word
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.point import distance_m
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.transitions import phase_may_become, unit_may_become

MOST_CODES = 20

_FAR_M = 1e9
"""Where a unit is whose position nobody knows."""


@frozen
class Offer:
    """Finds candidates for the arguments of an action."""

    board: Board
    selection: Selection
    language: str
    fixes: Mapping[int, Fix]
    catalog: Catalog
    classes: Classifications

    def of(self, action: Action, given: Sequence[Word], begun: Word, line: str) -> Completion:
        units = [each for word in given for each in find.units_meant(word.text, self.board)]
        read = [find.number(word.text) for word in given if self.board.unit_called(word.text) is None]
        numbers = [number for number in read if number is not None and number in self.board.incidents]
        free_text = [arg for arg in action.args if arg.kind in TAILS and arg.kind is not ArgKind.STATUS]
        if begun.text.startswith("-") and action.coded:
            return Completion(start=begun.start, end=begun.end, candidates=self._codes(begun.text, "-"))
        only_marked = free_text if all(arg.words for arg in free_text) else []
        if free_text and given and not only_marked:
            return Completion(
                start=begun.start, end=begun.end, candidates=self._before_text(action, given, begun, line)
            )
        found = marked(begun.text, only_marked, self.board, self.language) if given else []
        start = begun.start
        for arg in action.args:
            match arg.kind:
                case ArgKind.STATUS:
                    first = next(
                        (word for word in given if not find.units_meant(word.text, self.board)), begun
                    )
                    statuses = self._statuses(line[first.start : begun.end], units)
                    if statuses:
                        start = first.start
                    # A unit is named already, so its status is likelier than another unit.
                    found = [*statuses, *found]
                case kind if kind in UNITS and (arg.many or not units):
                    found += self._units(begun.text, arg, units, numbers)
                case ArgKind.INCIDENT if not numbers and (not free_text or self._wants_number(begun.text)):
                    found += self._numbered(begun.text, arg)
                case ArgKind.OTHER_INCIDENT:
                    beside = numbers[0] if numbers else self.selection.incident
                    found += others(begun.text, beside, self.board) if len(numbers) < 2 else []
                case ArgKind.SUBJECT:
                    found += subjects(begun.text, self.board)
                case ArgKind.PHASE:
                    found += self._phases(begun.text, numbers)
                case ArgKind.MEANS if given:
                    found += self._spelled(begun.text, MEANS_WORDS)
                case ArgKind.CREW | ArgKind.AUTONOMY:
                    found += self._spelled(begun.text, WORDS[arg.kind]) if given else []
                case ArgKind.SKILLS if not arg.words:
                    found += skills(begun.text, self.board)
                case ArgKind.LANGUAGE:
                    found += self._spelled(begun.text, {key: (key,) for key in LANGUAGE_WORDS})
                case ArgKind.VERB:
                    found += verbs(begun.text, self.catalog.actions, self.language)
                case ArgKind.CODE:
                    found += self._codes(begun.text)
                case ArgKind.FLAG if given or self.selection.incident is not None:
                    found += self._flags(begun.text, arg)
                case kind if kind in ITEMS:
                    found += self._items(begun.text, kind, numbers)
                case kind if kind in WORDS:
                    found += self._spelled(begun.text, WORDS[kind])
                case _:
                    pass
        only = {candidate.text: candidate for candidate in reversed(found)}
        return Completion(start=start, end=begun.end, candidates=tuple(reversed(only.values())))

    def _before_text(
        self, action: Action, given: Sequence[Word], begun: Word, line: str
    ) -> tuple[Candidate, ...]:
        """What may still stand before the text: words and numbers of what is not there yet."""
        known = Known(
            line=line,
            catalog=self.catalog,
            board=self.board,
            selection=self.selection,
            status_numbers=(),
            clock=Clock(now=self.board.at),
        )
        try:
            values, rest = read_leads(action.args, given, known)
        except NotUnderstood:
            return ()
        if rest:
            more = any(arg.kind is ArgKind.SKILLS for arg in action.args)
            return tuple(skills(begun.text, self.board)) if more else ()
        found: list[Candidate] = []
        for arg in action.args:
            if arg.name in values:
                continue
            match arg.kind:
                case ArgKind.FLAG:
                    found += self._flags(begun.text, arg)
                case ArgKind.SKILLS:
                    found += skills(begun.text, self.board)
                case ArgKind.UNIT | ArgKind.IN_NEED:
                    found += self._units(begun.text, arg, [], [values.get("incident", 0)])
                case ArgKind.PARTNER:
                    found += partners(begun.text, values.get("incident", self.selection.incident), self.board)
                case kind if kind in ITEMS:
                    found += self._items(begun.text, kind, [values.get("incident", 0)])
                case kind if kind in WORDS:
                    found += self._spelled(begun.text, WORDS[kind])
                case _:
                    pass
        return tuple({candidate.text: candidate for candidate in found}.values())

    def _flags(self, begun: str, arg: Arg) -> list[Candidate]:
        wanted = begun.casefold()
        ordered = arg.words[1::-1] if self.language == "en" else arg.words
        word = next((each for each in (*ordered, *arg.words) if each.startswith(wanted)), None)
        return [] if word is None else [Candidate(text=word, subject=True)]

    def _items(self, begun: str, kind: ArgKind, numbers: Sequence[int]) -> list[Candidate]:
        incident = numbers[-1] if numbers and numbers[-1] else self.selection.incident
        return [
            Candidate(text=str(number), subject=number)
            for number in open_items(incident, kind, self.board)
            if str(number).startswith(begun)
        ]

    def _codes(self, begun: str, mark: str = "") -> tuple[Candidate, ...]:
        """Classes whose code begins so, then those whose name holds it; a few, because lists are long."""
        wanted = begun.removeprefix("-").casefold()
        classes = self.classes.classes
        first = [each for each in classes if each.code.casefold().startswith(wanted)]
        near = self.classes.like(wanted) if wanted else []
        rest = [each for each in classes if each.code in near and each not in first]
        return tuple(
            Candidate(text=f"{mark}{each.code}", subject=each) for each in (*first, *rest)[:MOST_CODES]
        )

    def _wants_number(self, begun: str) -> bool:
        """Before free text a number is offered only when it is asked for, or nothing is selected."""
        return begun.startswith("#") or self.selection.incident is None

    def _units(self, begun: str, arg: Arg, named: Sequence[Unit], numbers: Sequence[int]) -> list[Candidate]:
        wanted = begun.casefold()
        fitting = [
            unit
            for unit in self.board.units.values()
            if unit not in named
            and self._fits(unit, arg, numbers)
            and unit.call_sign.casefold().startswith(wanted)
        ]
        number = numbers[-1] if numbers else self.selection.incident
        incident = self.board.incidents.get(number) if number is not None else None
        fitting.sort(
            key=lambda unit: (
                unit.status is not UnitStatus.AVAILABLE,
                self._metres(unit, incident),
                unit.call_sign,
            )
        )
        return [Candidate(text=unit.call_sign, subject=unit) for unit in fitting]

    def _fits(self, unit: Unit, arg: Arg, numbers: Sequence[int]) -> bool:
        if arg.kind is ArgKind.IN_NEED:
            return unit.id in in_need(self.board)
        return arg.offer(unit)

    def _metres(self, unit: Unit, incident: Incident | None) -> float:
        fix = self.fixes.get(unit.id)
        point = incident.place.point if incident is not None else None
        return _FAR_M if fix is None or point is None else distance_m(fix.point, point)

    def _numbered(self, begun: str, arg: Arg) -> list[Candidate]:
        closed = [self.board.incidents[number] for number in reversed(self.board.closed)]
        known = [each for each in (*self.board.open_incidents(), *closed) if arg.offer(each)]
        known.sort(key=lambda each: each.number != self.selection.incident)
        return numbered(begun, known)

    def _statuses(self, begun: str, units: Sequence[Unit]) -> list[Candidate]:
        chosen = self.board.units.get(self.selection.unit) if self.selection.unit is not None else None
        about = list(units) or ([] if chosen is None else [chosen])
        legal = [unit_may_become(unit.status, on_incident=unit.incident is not None) for unit in about]
        return self._spelled(
            begun,
            {
                status: words
                for status, words in STATUS_WORDS.items()
                if about and all(status in each for each in legal)
            },
        )

    def _phases(self, begun: str, numbers: Sequence[int]) -> list[Candidate]:
        number = numbers[-1] if numbers else self.selection.incident
        incident = self.board.incidents.get(number) if number is not None else None
        legal = phase_may_become(incident.phase) if incident is not None else frozenset(Phase)
        return self._spelled(
            begun,
            {
                phase: words
                for phase, words in PHASE_WORDS.items()
                if phase in legal and phase is not Phase.CLOSED
            },
        )

    def _spelled(self, begun: str, words: Mapping[Any, tuple[str, ...]]) -> list[Candidate]:
        """For each value the first of its words that begins so, the reader's language first."""
        wanted = begun.casefold()
        found = []
        for value, spelled in words.items():
            ordered = (spelled[1], *spelled) if self.language == "en" and len(spelled) > 1 else spelled
            word = next((each for each in ordered if each.startswith(wanted)), None)
            if word is not None:
                found.append(Candidate(text=word, subject=value))
        return found
