"""What the arguments of one action could be, here and now: only what makes sense is offered. Pure.

Units that are free come before the others, and the nearest first where positions are known.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen

from console.actions.action import ITEMS, Action, Arg, ArgKind, Selection
from console.actions.catalog import Catalog
from console.actions.problem import NotUnderstood
from console.grammar import find
from console.grammar.asked import Asked, read_asked
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
from console.grammar.fitting import fitting_units, legal_phases, legal_statuses
from console.grammar.items import open_items
from console.grammar.known import Known
from console.grammar.leads import read_leads
from console.grammar.marked import marked, skills
from console.grammar.moments import Clock
from console.grammar.vocabulary import LANGUAGE_WORDS, MEANS_WORDS, PHASE_WORDS, STATUS_WORDS, WORDS
from console.grammar.words import Word
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.unit import Unit

MOST_CODES = 20

_BEHIND_A_NAME = frozenset({ArgKind.CREW, ArgKind.AUTONOMY})
"""Words that say how somebody is on duty: first who."""


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
        """What could stand where `begun` is typed, behind the words that are `given`."""
        asked = read_asked(action, given, begun, line, self.board, self.selection)
        if begun.text.startswith("-") and action.coded:
            return asked.completion(self._codes(begun.text, "-"))
        if asked.runs_into_text:
            return asked.completion(self._before_text(asked))
        start, statuses = self._statuses_from(asked)
        behind_marks = marked(begun.text, asked.marked_text, self.board, self.language) if given else []
        others = (candidate for arg in action.args for candidate in self._for(arg, asked))
        # A unit is named already, so its status is likelier than another unit.
        return asked.completion([*statuses, *behind_marks, *others], start)

    def _for(self, arg: Arg, asked: Asked) -> Sequence[Candidate]:
        """For one argument; a status is looked for apart, as it may be of several words."""
        begun, kind = asked.begun.text, arg.kind
        if kind in UNITS:
            return self._units(begun, arg, asked.units, asked.incident) if arg.many or not asked.units else ()
        if kind in ITEMS:
            return self._items(begun, kind, asked.incident)
        if kind in WORDS:
            return self._spelled(begun, WORDS[kind]) if kind not in _BEHIND_A_NAME or asked.given else ()
        return _FINDERS[kind](self, arg, asked) if kind in _FINDERS else ()

    def _before_text(self, asked: Asked) -> list[Candidate]:
        """What may still stand before the text: words and numbers of what is not there yet."""
        known = Known(
            line=asked.line,
            catalog=self.catalog,
            board=self.board,
            selection=self.selection,
            status_numbers=(),
            clock=Clock(now=self.board.at),
        )
        args, begun = asked.action.args, asked.begun.text
        try:
            values, rest = read_leads(args, asked.given, known)
        except NotUnderstood:
            return []
        if rest:
            more = any(arg.kind is ArgKind.SKILLS for arg in args)
            return skills(begun, self.board) if more else []
        missing = (arg for arg in args if arg.name not in values)
        named: int | None = values.get("incident")
        return [candidate for arg in missing for candidate in self._lead(arg, begun, named)]

    def _lead(self, arg: Arg, begun: str, named: int | None) -> Sequence[Candidate]:
        """For one argument that may stand before free text; `named` is the incident, where one is named."""
        kind, incident = arg.kind, named or self.selection.incident
        match kind:
            case ArgKind.FLAG:
                return self._flags(begun, arg)
            case ArgKind.SKILLS:
                return skills(begun, self.board)
            case ArgKind.UNIT | ArgKind.IN_NEED:
                return self._units(begun, arg, (), named)
            case ArgKind.PARTNER:
                return partners(begun, incident, self.board)
            case _ if kind in ITEMS:
                return self._items(begun, kind, incident)
            case _ if kind in WORDS:
                return self._spelled(begun, WORDS[kind])
        return ()

    def _flags(self, begun: str, arg: Arg) -> list[Candidate]:
        wanted = begun.casefold()
        ordered = arg.words[1::-1] if self.language == "en" else arg.words
        word = next((each for each in (*ordered, *arg.words) if each.startswith(wanted)), None)
        return [] if word is None else [Candidate(text=word, subject=True)]

    def _items(self, begun: str, kind: ArgKind, incident: int | None) -> list[Candidate]:
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

    def _units(self, begun: str, arg: Arg, named: Sequence[Unit], number: int | None) -> list[Candidate]:
        incident = self.board.incidents.get(number) if number is not None else None
        found = fitting_units(self.board, arg, begun, nearest_to=incident, fixes=self.fixes)
        return [Candidate(text=unit.call_sign, subject=unit) for unit in found if unit not in named]

    def _numbered(self, arg: Arg, asked: Asked) -> list[Candidate]:
        if asked.numbers or not asked.wants_number:
            return []
        closed = [self.board.incidents[number] for number in reversed(self.board.closed)]
        known = [each for each in (*self.board.open_incidents(), *closed) if arg.offer(each)]
        known.sort(key=lambda each: each.number != self.selection.incident)
        return numbered(asked.begun.text, known)

    def _beside(self, _arg: Arg, asked: Asked) -> list[Candidate]:
        """A second incident."""
        both = len(asked.numbers) > 1
        return [] if both else others(asked.begun.text, asked.first_incident, self.board)

    def _subjects(self, _arg: Arg, asked: Asked) -> list[Candidate]:
        return subjects(asked.begun.text, self.board)

    def _verbs(self, _arg: Arg, asked: Asked) -> list[Candidate]:
        return verbs(asked.begun.text, self.catalog.actions, self.language)

    def _classes(self, _arg: Arg, asked: Asked) -> tuple[Candidate, ...]:
        return self._codes(asked.begun.text)

    def _means(self, _arg: Arg, asked: Asked) -> list[Candidate]:
        return self._spelled(asked.begun.text, MEANS_WORDS) if asked.given else []

    def _languages(self, _arg: Arg, asked: Asked) -> list[Candidate]:
        return self._spelled(asked.begun.text, {key: (key,) for key in LANGUAGE_WORDS})

    def _skills(self, arg: Arg, asked: Asked) -> list[Candidate]:
        return [] if arg.words else skills(asked.begun.text, self.board)

    def _flag(self, arg: Arg, asked: Asked) -> list[Candidate]:
        return self._flags(asked.begun.text, arg) if asked.given or asked.selected is not None else []

    def _statuses_from(self, asked: Asked) -> tuple[int, list[Candidate]]:
        """The column from which a status is typed, and which could be; it may be of several words."""
        begun = asked.begun
        if all(arg.kind is not ArgKind.STATUS for arg in asked.action.args):
            return begun.start, []
        no_units = (word for word in asked.given if not find.units_meant(word.text, self.board))
        first = next(no_units, begun)
        found = self._statuses(asked.line[first.start : begun.end], asked.units)
        return (first.start if found else begun.start), found

    def _statuses(self, begun: str, units: Sequence[Unit]) -> list[Candidate]:
        chosen = self.board.units.get(self.selection.unit) if self.selection.unit is not None else None
        legal = legal_statuses(units or ([] if chosen is None else [chosen]))
        return self._spelled(begun, {each: words for each, words in STATUS_WORDS.items() if each in legal})

    def _phases(self, _arg: Arg, asked: Asked) -> list[Candidate]:
        legal = legal_phases(self.board, asked.incident)
        words = {each: words for each, words in PHASE_WORDS.items() if each in legal}
        return self._spelled(asked.begun.text, words)

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


_FINDERS: Mapping[ArgKind, Callable[[Offer, Arg, Asked], Sequence[Candidate]]] = {
    ArgKind.INCIDENT: Offer._numbered,
    ArgKind.OTHER_INCIDENT: Offer._beside,
    ArgKind.SUBJECT: Offer._subjects,
    ArgKind.PHASE: Offer._phases,
    ArgKind.MEANS: Offer._means,
    ArgKind.SKILLS: Offer._skills,
    ArgKind.LANGUAGE: Offer._languages,
    ArgKind.VERB: Offer._verbs,
    ArgKind.CODE: Offer._classes,
    ArgKind.FLAG: Offer._flag,
}
"""Who looks for which kind; of units, items and words the tables beside them know which kinds they are."""
