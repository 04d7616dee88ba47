"""The arguments of one action, read from the words behind its verb; the selection fills what is left out.

Words of different kinds may stand in any order (`koppel 12.03 417`, `koppel 417 12.03`); free text comes
last. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from console.actions.action import ITEMS, TAILS, Action, Arg, ArgKind, Selection
from console.grammar import find
from console.grammar.bag import Bag
from console.grammar.codes import with_codes
from console.grammar.guess import guessed_place
from console.grammar.implied import in_need, on_incident
from console.grammar.items import only_open, selected_card
from console.grammar.known import Known
from console.grammar.leads import read_leads
from console.grammar.myself import myself
from console.grammar.status import read_status
from console.grammar.tails import read_tails, until_mark
from console.grammar.urgency import without_priority
from console.grammar.vocabulary import WORDS, meant
from console.grammar.words import Word

_IN_ANY_ORDER = frozenset(
    {
        ArgKind.INCIDENT,
        ArgKind.OTHER_INCIDENT,
        ArgKind.UNIT,
        ArgKind.ON_INCIDENT,
        ArgKind.IN_NEED,
        ArgKind.SUBJECT,
        ArgKind.CALL_SIGN,
        ArgKind.PRIORITY,
        ArgKind.PHASE,
        ArgKind.MEANS,
        ArgKind.ENTRY,
        ArgKind.LANGUAGE,
        ArgKind.VERB,
        ArgKind.CODE,
        ArgKind.CREW,
        ArgKind.AUTONOMY,
        ArgKind.MINUTES,
    }
)
"""Kinds of one value a word, which a bag of words can hold."""


def incident_meant(action: Action, words: Sequence[Word], known: Known) -> int | None:
    """The incident that these words name, as far as they are typed; None while they name none.

    Raises NotUnderstood for a number that is none, and for other words that are not understood yet.
    """
    args = [arg for arg in action.args if arg.kind is not ArgKind.DIVERT]
    tails = [arg for arg in args if arg.kind in TAILS]
    if len(args) != len(action.args):
        _, words = _bang(words, anywhere=not tails)
    single = [arg for arg in args if arg.kind not in TAILS]
    name = next((arg.name for arg in single if arg.kind is ArgKind.INCIDENT), None)
    if name is None:
        return None
    if _in_bag(single, tails):
        return Bag(single, words[: until_mark(words, tails)], known).read().get(name)
    return read_leads(args, words, known)[0].get(name)


def read(action: Action, words: Sequence[Word], known: Known) -> dict[str, Any]:
    """The values by name. Raises NotUnderstood."""
    values = myself(action, _read(action, words, known), known.me)
    if action.guesses_place:
        values["place"] = guessed_place(values["incident"], known)
    return with_codes(action, values, known.classes, known.line)


def _read(action: Action, words: Sequence[Word], known: Known) -> dict[str, Any]:
    args = [arg for arg in action.args if arg.kind is not ArgKind.DIVERT]
    divert = next((arg for arg in action.args if arg.kind is ArgKind.DIVERT), None)
    tails = [arg for arg in args if arg.kind in TAILS]
    values: dict[str, Any] = {}
    if divert is not None:
        banged, words = _bang(words, anywhere=not tails)
        if banged:
            values[divert.name] = True
    single = [arg for arg in args if arg.kind not in TAILS]
    if _in_bag(single, tails):
        end = until_mark(words, tails)
        values.update(Bag(single, words[:end], known).read())
        _fill(single, values, known)
        values.update(read_tails(known.line, words[end:], tails, known.places) if tails else {})
        return values
    taken, rest = read_leads(args, words, known)
    values.update(taken)
    _fill(single, values, known, rest)
    if not tails:
        if rest:
            raise find.wrong("problem-too-much", rest[0])
    elif tails[0].kind is ArgKind.STATUS:
        values[tails[0].name] = read_status(known.line, rest, known.status_numbers, known.board)
    else:
        if tails[0].kind is ArgKind.WHAT:
            rest = _what_without_priority(args, values, rest, known)
        values.update(read_tails(known.line, rest, tails, known.places))
    return values


def _what_without_priority(
    args: Sequence[Arg], values: dict[str, Any], words: Sequence[Word], known: Known
) -> Sequence[Word]:
    """The words of the tails without a priority that was said behind the what; it goes to the values."""
    arg = next((arg for arg in args if arg.kind is ArgKind.PRIORITY), None)
    end = next((at for at, word in enumerate(words) if word.text[:1] == "@" or word.text == "--"), None)
    what, behind = words[:end], [] if end is None else words[end:]
    open = arg is not None and arg.name not in values
    priority, kept = without_priority(what, known.line, open=open)
    if arg is not None and priority is not None:
        values[arg.name] = priority
    return [*kept, *behind]


def _in_bag(single: Sequence[Arg], tails: Sequence[Arg]) -> bool:
    """Whether the words may stand in any order."""
    return all(arg.kind in _IN_ANY_ORDER for arg in single) and all(arg.words for arg in tails)


def _bang(words: Sequence[Word], *, anywhere: bool) -> tuple[bool, Sequence[Word]]:
    """Whether there is a `!`, and the words without it; before free text only at the first word."""
    if anywhere:
        plain = [stripped for word in words if (stripped := _without_bang(word)) is not None]
        return any(word.text.endswith("!") for word in words), plain
    if not words or not words[0].text.endswith("!") or find.number(words[0].text.rstrip("!") or "1") is None:
        return False, words
    first = _without_bang(words[0])
    return True, words[1:] if first is None else [first, *words[1:]]


def _without_bang(word: Word) -> Word | None:
    text = word.text.rstrip("!")
    return Word(text=text, start=word.start, end=word.start + len(text)) if text else None


def _fill(args: Sequence[Arg], values: dict[str, Any], known: Known, rest: Sequence[Word] = ()) -> None:
    """Take from the selection what is required and was left out."""
    selection = known.selection
    for arg in args:
        if arg.name in values or not arg.required:
            continue
        match arg.kind:
            case ArgKind.INCIDENT if selection.incident is not None:
                values[arg.name] = selection.incident
            case ArgKind.UNIT if selection.unit in known.board.units:
                values[arg.name] = (selection.unit,) if arg.many else selection.unit
            case ArgKind.ENTRY if selection.entry is not None and _same_incident(values, selection):
                values[arg.name] = selection.entry
            case ArgKind.ON_INCIDENT:
                values[arg.name] = _put_through_to(values, known)
            case ArgKind.IN_NEED:
                values[arg.name] = _only_in_need(known)
            case kind if kind in ITEMS:
                chosen = selected_card(values.get("incident"), selection, known.board)
                if kind is ArgKind.CARD and chosen is not None:
                    values[arg.name] = chosen
                else:
                    values[arg.name] = only_open(arg, values, known.board, known.line)
            case kind if kind in WORDS or kind in (ArgKind.DUE, ArgKind.PAST):
                raise _not_said(kind, known.line, rest)
            case _:
                raise find.missing(f"problem-missing-{arg.kind.value}", known.line)


def _put_through_to(values: Mapping[str, Any], known: Known) -> int:
    unit = on_incident(values.get("incident"), known.selection, known.board)
    if unit is None:
        raise find.missing("problem-missing-on-incident", known.line)
    return unit


def _only_in_need(known: Known) -> int:
    units = in_need(known.board)
    if len(units) == 1:
        return units[0]
    signs = [known.board.units[id].call_sign for id in units]
    raise find.missing(
        "problem-which-in-need" if signs else "problem-no-open-in-need", known.line, candidates=signs
    )


def _not_said(kind: ArgKind, line: str, rest: Sequence[Word]) -> Exception:
    """A word of a fixed list, or a moment, is missing, or what stands there is none."""
    words = WORDS.get(kind, {})
    spelled, english = _spelled(words, words)
    if not rest or rest[0].text == "--":
        return find.missing(f"problem-missing-{kind.value}", line, candidates=spelled, english=english)
    found = meant(rest[0].text, words)
    if len(found) > 1:
        both, in_english = _spelled(words, found)
        return find.wrong(
            "problem-ambiguous-word", rest[0], candidates=both, english=in_english, alternatives=True
        )
    return find.wrong(
        f"problem-not-a-{kind.value}", rest[0], candidates=spelled, english=english, alternatives=True
    )


def _spelled(words: Mapping[Any, tuple[str, ...]], values: Iterable[Any]) -> tuple[list[str], list[str]]:
    """The first word for each of these values, in Dutch and in English."""
    chosen = [words[value] for value in values]
    return [each[0] for each in chosen], [each[1] for each in chosen]


def _same_incident(values: Mapping[str, Any], selection: Selection) -> bool:
    return bool(values.get("incident", selection.incident) == selection.incident)
