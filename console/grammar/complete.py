"""What could stand at the cursor: verbs, call signs, numbers, statuses, phases; likeliest first. Pure.

Only what makes sense is offered: units that can be sent, moves that are legal. Units that are free come
before the others, and the nearest first where positions are known.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from console.actions.action import TAILS, Action, Arg, ArgKind, Selection
from console.actions.catalog import Catalog
from console.grammar import find
from console.grammar.parse import action_at
from console.grammar.vocabulary import LANGUAGE_WORDS, MEANS_WORDS, PHASE_WORDS, STATUS_WORDS
from console.grammar.words import Word, split
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.point import distance_m
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.transitions import phase_may_become, unit_may_become

_FAR_M = 1e9
"""Where a unit is whose position nobody knows."""


@frozen(kw_only=True)
class Candidate:
    """One thing that could stand there."""

    text: str
    """What to put in the line."""

    subject: Any
    """What it stands for: an Action, Unit, Incident, or a value of the model. For a word or two beside it."""


@frozen(kw_only=True)
class Completion:
    """What could stand between two columns of a line."""

    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()
    """Likeliest first; each once."""

    @property
    def choices(self) -> tuple[str, ...]:
        """Their texts."""
        return tuple(candidate.text for candidate in self.candidates)


def complete(
    line: str,
    cursor: int,
    catalog: Catalog,
    board: Board,
    selection: Selection,
    language: str = "nl",
    *,
    actions: Sequence[Action] | None = None,
    fixes: Mapping[int, Fix] | None = None,
) -> Completion:
    """What could stand at the cursor, a column from 0 to the length of the line.

    `actions` are those that may be offered (all when None); `fixes` say where units are.
    """
    words = split(line[:cursor])
    at_word = bool(words) and words[-1].end == cursor
    before = words[:-1] if at_word else words
    start = words[-1].start if at_word else cursor
    begun = line[start:cursor]
    if not before:
        found = _verbs(begun, catalog.actions if actions is None else actions, language)
        if any(char.isdigit() for char in begun) or begun.startswith("#"):
            found += _subjects(begun, board)
        return Completion(start=start, end=cursor, candidates=tuple(found))
    word = Word(text=begun, start=start, end=cursor)
    found_action = action_at([*before, word], catalog, board)
    if found_action is None:
        return Completion(start=start, end=cursor)
    action, rest = found_action
    offer = _Offer(board, selection, language, fixes or {}, catalog)
    return offer.of(action, rest[:-1], word, line)


def _verbs(begun: str, actions: Sequence[Action], language: str) -> list[Candidate]:
    wanted = begun.casefold()
    found: list[Candidate] = []
    for action in actions:
        own = action.verb_in(language)
        verb = next((verb for verb in (own, *action.verbs) if verb.startswith(wanted)), None)
        if verb is not None:
            found.append(Candidate(text=verb, subject=action))
    return found


def _subjects(begun: str, board: Board) -> list[Candidate]:
    signs = [each for each in board.units.values() if each.call_sign.casefold().startswith(begun.casefold())]
    return [
        *(
            Candidate(text=each.call_sign, subject=each)
            for each in sorted(signs, key=lambda each: each.call_sign)
        ),
        *_incidents(begun, board.open_incidents()),
    ]


def _incidents(begun: str, incidents: Sequence[Incident]) -> list[Candidate]:
    mark = "#" if begun.startswith("#") else ""
    return [
        Candidate(text=f"{mark}{each.number}", subject=each)
        for each in incidents
        if str(each.number).startswith(begun.removeprefix("#"))
    ]


@frozen
class _Offer:
    """Finds candidates for the arguments of an action."""

    board: Board
    selection: Selection
    language: str
    fixes: Mapping[int, Fix]
    catalog: Catalog

    def of(self, action: Action, given: Sequence[Word], begun: Word, line: str) -> Completion:
        units = [each for word in given for each in find.units_meant(word.text, self.board)]
        read = [find.number(word.text) for word in given if self.board.unit_called(word.text) is None]
        numbers = [number for number in read if number is not None and number in self.board.incidents]
        free_text = [arg for arg in action.args if arg.kind in TAILS and arg.kind is not ArgKind.STATUS]
        if free_text and given:
            return Completion(start=begun.start, end=begun.end)
        found: list[Candidate] = []
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
                case ArgKind.UNIT if arg.many or not units:
                    found += self._units(begun.text, arg, units, numbers)
                case ArgKind.INCIDENT if not numbers and (not free_text or self._wants_number(begun.text)):
                    found += self._numbered(begun.text, arg)
                case ArgKind.SUBJECT:
                    found += _subjects(begun.text, self.board)
                case ArgKind.PHASE:
                    found += self._phases(begun.text, numbers)
                case ArgKind.MEANS if given:
                    found += self._spelled(begun.text, MEANS_WORDS)
                case ArgKind.LANGUAGE:
                    found += self._spelled(begun.text, {key: (key,) for key in LANGUAGE_WORDS})
                case ArgKind.VERB:
                    found += _verbs(begun.text, self.catalog.actions, self.language)
                case _:
                    pass
        only = {candidate.text: candidate for candidate in reversed(found)}
        return Completion(start=start, end=begun.end, candidates=tuple(reversed(only.values())))

    def _wants_number(self, begun: str) -> bool:
        """Before free text a number is offered only when it is asked for, or nothing is selected."""
        return begun.startswith("#") or self.selection.incident is None

    def _units(self, begun: str, arg: Arg, named: Sequence[Unit], numbers: Sequence[int]) -> list[Candidate]:
        wanted = begun.casefold()
        fitting = [
            unit
            for unit in self.board.units.values()
            if unit not in named and arg.offer(unit) and unit.call_sign.casefold().startswith(wanted)
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

    def _metres(self, unit: Unit, incident: Incident | None) -> float:
        fix = self.fixes.get(unit.id)
        point = incident.place.point if incident is not None else None
        return _FAR_M if fix is None or point is None else distance_m(fix.point, point)

    def _numbered(self, begun: str, arg: Arg) -> list[Candidate]:
        closed = [self.board.incidents[number] for number in reversed(self.board.closed)]
        known = [each for each in (*self.board.open_incidents(), *closed) if arg.offer(each)]
        known.sort(key=lambda each: each.number != self.selection.incident)
        return _incidents(begun, known)

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
