"""The words before free text, in any order that leaves no doubt: an incident, units, a moment, a word. Pure.

A number in front of the text is the incident of that number, whatever is selected, and never a word of the
text: where there is no such incident it is asked about (`numbered` says how). `--` or a quote begins text.
"""

from collections.abc import Sequence
from typing import Any

from console.actions.action import ITEMS, TAILS, Arg, ArgKind, Selection
from console.grammar import find
from console.grammar.items import is_item
from console.grammar.known import Known
from console.grammar.melder import is_telephone
from console.grammar.moments import read_moment
from console.grammar.numbered import is_incident
from console.grammar.urgency import read_priority
from console.grammar.vocabulary import LEAST_FLAG_CHARS, MOST_WORDS, WORDS, flagged, meant
from console.grammar.words import Word, joined
from protocol.model.board import Board
from protocol.model.text import Name

Taken = tuple[Any, Sequence[Word]]
"""A value, and the words behind it."""


def read_leads(
    args: Sequence[Arg], words: Sequence[Word], known: Known
) -> tuple[dict[str, Any], Sequence[Word]]:
    """The values found, and the words that are left. Raises NotUnderstood."""
    return _Leads(args, known).read(words)


class _Leads:
    def __init__(self, args: Sequence[Arg], known: Known) -> None:
        # A key is any word, so it comes last; a moment may begin with a number, so it comes first.
        self._leads = sorted((arg for arg in args if arg.kind not in TAILS), key=_turn)
        self._has_text = any(arg.kind in TAILS for arg in args)
        self._has_melder = any(arg.kind is ArgKind.MELDER and not arg.words for arg in args)
        self._has_words = any(arg.kind in TAILS and arg.kind is not ArgKind.STATUS for arg in args)
        self._known = known
        self._values: dict[str, Any] = {}

    def read(self, words: Sequence[Word]) -> tuple[dict[str, Any], Sequence[Word]]:
        total = len(words)
        while words and words[0].text != "--":
            for arg in self._leads:
                if arg.name in self._values:
                    continue
                taken = self._take(arg, words, first=len(words) == total)
                if taken is not None:
                    self._values[arg.name], words = taken
                    break
            else:
                break
        return self._values, words

    def _take(self, arg: Arg, words: Sequence[Word], *, first: bool) -> Taken | None:
        word, rest = words[0], words[1:]
        board = self._known.board
        match arg.kind:
            case ArgKind.INCIDENT:
                if (first or not self._has_text) and self._is_incident(words):
                    return find.incident(word, board), rest
            case ArgKind.PRIORITY:
                priority = read_priority(words)
                return None if priority is None else (priority[0], words[priority[1] :])
            case ArgKind.UNIT:
                units, left = _units(words, board, self._known.selection, most=None if arg.many else 1)
                if not units and self._has_words and find.looks_like_unit(word.text, board):
                    find.unit(word, board)
                if units:
                    return (units if arg.many else units[0]), left
            case ArgKind.IN_NEED:
                meant_units = find.units_meant(word.text, board)
                if self._has_words and not meant_units and find.looks_like_unit(word.text, board):
                    find.unit(word, board)
                return (meant_units[0].id, rest) if len(meant_units) == 1 else None
            case ArgKind.DUE | ArgKind.PAST:
                found = read_moment(words, self._known.clock, past=arg.kind is ArgKind.PAST)
                return None if found is None else (found[0], words[found[1] :])
            case kind if kind in ITEMS:
                return self._item(arg, words)
            case ArgKind.FLAG:
                return (True, rest) if flagged(word.text, arg.words) else None
            case ArgKind.KEY:
                return Name(find.short(word, arg.most_chars)), rest
            case kind if kind in WORDS:
                return self._worded(arg, words)
        return None

    def _is_incident(self, words: Sequence[Word]) -> bool:
        """Whether the first word is the incident. Raises NotUnderstood for what only looks like one."""
        word, known = words[0], self._known
        value = find.number(word.text)
        if value is not None and word.text.startswith("#"):
            return True
        if value is not None and self._is_word(word):
            # `grip 2`, `waarom 3 4`: of two numbers that are both words, the first is the incident.
            return len(words) > 1 and self._is_word(words[1])
        selected = known.selection.incident
        item = next((arg for arg in self._leads if arg.kind in ITEMS), None)
        if item is not None and value is not None and selected not in (None, value):
            follows = len(words) > 1 and find.number(words[1].text) is not None
            if not follows and is_item(value, selected, item.kind, known.board):
                if value in known.board.incidents:
                    raise find.wrong(f"problem-incident-or-{item.kind.value}", word)
                return False
            if not self._has_text:
                return follows or value in known.board.incidents
        if not self._has_text:
            return value is not None
        return not self._is_other(words) and is_incident(words, known.board, sure=selected is None)

    def _is_other(self, words: Sequence[Word]) -> bool:
        """A number that another argument reads: a call sign without its sign, the telephone of a melder."""
        word, board = words[0], self._known.board
        units = any(arg.kind in (ArgKind.UNIT, ArgKind.IN_NEED) for arg in self._leads)
        if units and find.number(word.text) not in board.incidents and find.units_meant(word.text, board):
            return True
        return self._has_melder and is_telephone(word.text) and find.number(word.text) not in board.incidents

    def _is_word(self, word: Word) -> bool:
        """A value whose word is a number, such as the line by which a call came in."""
        return any(
            word.text in spelled
            for arg in self._leads
            if arg.kind in WORDS
            for spelled in WORDS[arg.kind].values()
        )

    def _item(self, arg: Arg, words: Sequence[Word]) -> Taken | None:
        word = words[0]
        number = find.number(word.text)
        if number is None or word.text.startswith("#"):
            return None
        incident = self._values.get("incident", self._known.selection.incident)
        if is_item(number, incident, arg.kind, self._known.board):
            return number, words[1:]
        raise find.wrong(f"problem-no-such-{arg.kind.value}", word)

    def _worded(self, arg: Arg, words: Sequence[Word]) -> Taken | None:
        """What may be left out is not guessed from a letter or two of the text behind it."""
        least = 1 if arg.required else LEAST_FLAG_CHARS
        before_text = next((index for index, word in enumerate(words) if word.text == "--"), len(words))
        for count in range(min(MOST_WORDS, before_text), 0, -1):
            text = joined(self._known.line, words[:count]).text
            found = meant(text, WORDS[arg.kind])
            if len(found) == 1 and len(text) >= least:
                return found[0], words[count:]
        return None


def _turn(arg: Arg) -> int:
    if arg.kind in (ArgKind.DUE, ArgKind.PAST):
        return 0
    return 2 if arg.kind is ArgKind.KEY else 1


def _units(
    words: Sequence[Word], board: Board, selection: Selection, *, most: int | None
) -> tuple[tuple[int, ...], Sequence[Word]]:
    """Call signs as long as something follows them: the last word is the status, where it can be."""
    found: list[int] = []
    while words and (most is None or len(found) < most):
        last = len(words) == 1
        exact = board.unit_called(words[0].text)
        meant_units = (exact,) if exact is not None else find.units_meant(words[0].text, board)
        if not meant_units or (last and (found or (selection.unit is not None and exact is None))):
            break
        if len(meant_units) > 1:
            find.unit(words[0], board)
        if meant_units[0].id in found:
            raise find.wrong("problem-twice", words[0])
        found.append(meant_units[0].id)
        words = words[1:]
    if not found and selection.unit is None and words:
        find.unit(words[0], board)
    return tuple(found), words
