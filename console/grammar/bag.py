"""Words that are each one value, read in any order that leaves no doubt. Pure.

Where two arguments are both numbers, the last one is given first: `prioriteit 1`, `prioriteit 417 1`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from console.actions.action import Arg, ArgKind
from console.grammar import find, vocabulary
from console.grammar.classifications import MAX_CODE_CHARS, NO_CLASS, Classification, Classifications
from console.grammar.known import Known
from console.grammar.words import Word, joined
from protocol.model.board import Board
from protocol.model.phase import Phase
from protocol.model.text import Name
from protocol.model.unit import MAX_CALL_SIGN_CHARS

_NUMBERS = (
    ArgKind.INCIDENT,
    ArgKind.OTHER_INCIDENT,
    ArgKind.ENTRY,
    ArgKind.PRIORITY,
    ArgKind.MINUTES,
)
_CALL_SIGN = re.compile(r"\w+([.\-/]\w+)*")
"""Letters and digits with a sign between them; the rest is a slip or belongs to the next word."""

_INCIDENTS = (ArgKind.INCIDENT, ArgKind.OTHER_INCIDENT)
UNITS = (ArgKind.UNIT, ArgKind.ON_INCIDENT, ArgKind.IN_NEED)
"""Kinds that are read as a call sign; they differ in what is meant without one."""

_TWO_WORDS = (ArgKind.PHASE, ArgKind.MEANS)


class Bag:
    """Reads words that are each one value, in any order that leaves no doubt."""

    def __init__(self, args: Sequence[Arg], words: Sequence[Word], known: Known) -> None:
        self._args = args
        self._words = words
        self._known = known
        self._values: dict[str, Any] = {}

    def read(self) -> dict[str, Any]:
        """The values by name. Raises NotUnderstood."""
        self._take_marked()
        index = 0
        while index < len(self._words):
            index += self._take(index)
        return self._values

    def _take_marked(self) -> None:
        """`#418` is the incident wherever it stands: of the words it is taken first."""
        incidents = [arg for arg in self._args if arg.kind in _INCIDENTS]
        if len(incidents) != 1:
            return
        marked = next((word for word in self._words if _is_marked(word)), None)
        if marked is not None and self._put(incidents[0], marked):
            self._words = [word for word in self._words if word is not marked]

    def _take(self, index: int) -> int:
        """Reads one value; how many words it took."""
        pair = self._words[index : index + 2]
        if len(pair) == 2:
            both = joined(self._known.line, pair)
            for arg in self._open(*_TWO_WORDS):
                if self._put(arg, both):
                    return 2
        word = self._words[index]
        numbers = self._open(*_NUMBERS)
        # Too few words for every number: the first ones come from the selection.
        given = len(self._words) - index
        likely = numbers[max(0, len(numbers) - given) :]
        others = [arg for arg in self._open() if arg.kind not in _NUMBERS]
        codes = [arg for arg in others if arg.kind is ArgKind.CODE and not word.text.startswith("-")]
        others = [arg for arg in others if arg not in codes]
        for arg in (*sorted(others, key=_is_loose), *likely, *numbers, *codes):
            if self._put(arg, word):
                return 1
        raise self._complaint(word)

    def _open(self, *kinds: ArgKind) -> list[Arg]:
        """Arguments that can still take a value."""
        return [
            arg
            for arg in self._args
            if (not kinds or arg.kind in kinds) and (arg.many or arg.name not in self._values)
        ]

    def _put(self, arg: Arg, word: Word) -> bool:
        value = self._value(arg, word)
        if value is None:
            return False
        if not arg.many:
            self._values[arg.name] = value
            return True
        before = self._values.get(arg.name, ())
        if value in before:
            raise find.wrong("problem-twice", word)
        self._values[arg.name] = (*before, value)
        return True

    def _value(self, arg: Arg, word: Word) -> Any:
        """The value of the word as this kind; None when it is not of the kind."""
        board = self._known.board
        match arg.kind:
            case kind if kind in UNITS:
                found = _unit(word, board)
                return None if found is None else found.id
            case ArgKind.INCIDENT | ArgKind.OTHER_INCIDENT:
                return None if find.number(word.text) is None else find.incident(word, board)
            case ArgKind.SUBJECT:
                return _subject(word, board)
            case ArgKind.ENTRY:
                return None if _is_marked(word) else find.number(word.text)
            case ArgKind.PRIORITY:
                return find.priority(word.text)
            case ArgKind.PHASE:
                return _phase(word)
            case ArgKind.MEANS:
                return _one(word, vocabulary.MEANS_WORDS)
            case ArgKind.CREW | ArgKind.AUTONOMY:
                return _one(word, vocabulary.WORDS[arg.kind])
            case ArgKind.MINUTES:
                return find.minutes(word)
            case ArgKind.LANGUAGE:
                return _one(word, vocabulary.LANGUAGE_WORDS)
            case ArgKind.VERB:
                named = self._known.catalog.named(word.text)
                return named[0] if len(named) == 1 else None
            case ArgKind.CALL_SIGN:
                return _call_sign(word, self._known)
            case ArgKind.CODE:
                return _class(word, self._known.classes)
            case _:
                raise TypeError(f"{arg.kind} is not a word by itself")

    def _complaint(self, word: Word) -> Exception:
        """What to say of a word that is nothing of what is still open."""
        open_args = self._open()
        if not open_args:
            return find.wrong("problem-too-much", word)
        units = self._known.board.units.values()
        match open_args[-1].kind:
            case kind if kind in (*UNITS, ArgKind.SUBJECT):
                meant = find.units_meant(word.text, self._known.board)
                if len(meant) > 1:
                    meant_signs = [unit.call_sign for unit in meant]
                    return find.wrong(
                        "problem-ambiguous-unit", word, candidates=meant_signs, alternatives=True
                    )
                signs = find.like(word.text, (unit.call_sign for unit in units))
                return find.wrong("problem-unknown-unit", word, candidates=signs)
            case ArgKind.VERB:
                verbs = find.like_verbs(word.text, self._known.catalog)
                return find.wrong("problem-unknown-verb", word, candidates=verbs)
            case kind:
                return find.wrong(f"problem-not-{_ARTICLE[kind]}-{kind.value}", word)


def _is_marked(word: Word) -> bool:
    return word.text.startswith("#") and find.number(word.text) is not None


def _is_loose(arg: Arg) -> bool:
    """A call sign can be any word, so the others choose first."""
    return arg.kind is ArgKind.CALL_SIGN


_ARTICLE = {
    ArgKind.INCIDENT: "an",
    ArgKind.OTHER_INCIDENT: "an",
    ArgKind.ENTRY: "an",
    ArgKind.PRIORITY: "a",
    ArgKind.PHASE: "a",
    ArgKind.MEANS: "a",
    ArgKind.CREW: "a",
    ArgKind.AUTONOMY: "an",
    ArgKind.MINUTES: "a",
    ArgKind.LANGUAGE: "a",
    ArgKind.CODE: "a",
}


_BESIDE_CALL_SIGN: Mapping[ArgKind, Mapping[Any, tuple[str, ...]]] = {
    ArgKind.MEANS: vocabulary.MEANS_WORDS,
    ArgKind.CREW: vocabulary.CREW_WORDS,
    ArgKind.AUTONOMY: vocabulary.AUTONOMY_WORDS,
}
"""What stands beside a call sign: a word like one of these is a slip, not a call sign."""


def _unit(word: Word, board: Board) -> Any:
    """A call sign as written, or squashed when it is not the number of an incident on the board."""
    exact = board.unit_called(word.text)
    if exact is not None or find.number(word.text) in board.incidents:
        return exact
    found = find.units_meant(word.text, board)
    return found[0] if len(found) == 1 else None


def _subject(word: Word, board: Board) -> Any:
    found = _unit(word, board)
    if found is not None or find.number(word.text) is None:
        return found
    value = find.incident(word, board)
    if value not in board.incidents:
        raise find.wrong("problem-unknown-incident", word, shown=str(value))
    return board.incidents[value]


def _phase(word: Word) -> Phase | None:
    found: Phase | None = _one(word, vocabulary.PHASE_WORDS)
    if found is Phase.CLOSED:
        raise find.wrong("problem-close-has-a-verb", word)
    return found


def _one(word: Word, words: Mapping[Any, tuple[str, ...]]) -> Any:
    found = vocabulary.meant(word.text, words)
    return found[0] if len(found) == 1 else None


def _class(word: Word, classes: Classifications) -> Classification:
    """The class of a code or a name; while the list is not known the code is taken as it stands."""
    text = word.text.removeprefix("-")
    if not text:
        return NO_CLASS
    found = classes.named(text)
    if found is not None:
        return found
    if classes.classes:
        near = classes.like(text)[: find.SHOWN] or find.like(text, [each.code for each in classes.classes])
        raise find.wrong("problem-unknown-code", word, candidates=near)
    return Classification(code=Name(find.short(word, MAX_CODE_CHARS).removeprefix("-")), name=text)


def _call_sign(word: Word, known: Known) -> Name:
    """A call sign: written as those on duty are, or with a digit in it; or our own account."""
    text = word.text
    if len(text) > MAX_CALL_SIGN_CHARS:
        raise find.wrong("problem-too-long", word, length=len(text), most=MAX_CALL_SIGN_CHARS)
    bare = text.strip(".,;:!?")
    for kind, words in _BESIDE_CALL_SIGN.items():
        spelled = [each for several in words.values() for each in several]
        if bare.isalpha() and find.like(bare, spelled):
            raise find.wrong(f"problem-not-{_ARTICLE[kind]}-{kind.value}", word)
    if text == known.me or (_CALL_SIGN.fullmatch(text) and any(char.isdigit() for char in text)):
        return Name(text)
    signs = sorted(str(unit.call_sign) for unit in known.board.units.values())
    raise find.wrong("problem-not-a-call-sign", word, example=signs[0] if signs else "12.04")
