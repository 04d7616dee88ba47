"""A typed line -> what it means, or what is wrong with it. The door of the grammar; pure and total.

Besides `verb arguments` two short forms are understood: a number or call sign alone shows it, and a call sign
with a status sets it (`12.03 ter plaatse`), as on the radio.
"""

from collections.abc import Sequence

from attrs import evolve

from console.actions.action import Action, Selection
from console.actions.catalog import Catalog
from console.actions.problem import NotUnderstood, Parsed, Problem
from console.grammar import find
from console.grammar.classifications import NONE_KNOWN, Classifications
from console.grammar.known import Known
from console.grammar.moments import Clock
from console.grammar.places import NO_PLACES, KnownPlaces
from console.grammar.read import read
from console.grammar.shape import usage_here
from console.grammar.words import Word, split
from protocol.model.board import Board
from protocol.model.unit_status import UnitStatus


def parse(
    line: str,
    catalog: Catalog,
    board: Board,
    selection: Selection,
    status_numbers: Sequence[tuple[int, UnitStatus]] = (),
    *,
    clock: Clock | None = None,
    classes: Classifications = NONE_KNOWN,
    places: KnownPlaces = NO_PLACES,
    me: str = "",
) -> Parsed | Problem:
    """The action with its values and commands, or the problem. Never raises for anything typed.

    Moments are read against `clock`; without one against the time of the board's last change. Code words are
    looked up in `classes`; while it is empty they are plain text. A place whose name stands in `places` gets
    its point. `ik` is `me`, the account that types.
    """
    known = Known(
        line=line,
        catalog=catalog,
        board=board,
        selection=selection,
        status_numbers=status_numbers,
        clock=Clock(now=board.at) if clock is None else clock,
        classes=classes,
        places=places,
        me=me,
    )
    action: Action | None = None
    try:
        words = split(line)
        if not words:
            raise find.missing("problem-empty", line)
        action, rest = _action(words, known)
        values = read(action, rest, known)
        try:
            commands = () if action.build is None else action.build(values, board)
        except (ValueError, TypeError) as error:
            return Problem(key="problem-unsendable", args={"why": str(error)}, start=0, end=len(line))
    except NotUnderstood as found:
        usage = None if action is None else usage_here(action, board, selection)
        return evolve(found.problem, usage=usage)
    return Parsed(action=action, values=values, commands=commands)


def action_at(words: Sequence[Word], catalog: Catalog, board: Board) -> tuple[Action, Sequence[Word]] | None:
    """The action that these words are about, and the words behind its verb; None while it is not clear."""
    try:
        known = Known(
            line="",
            catalog=catalog,
            board=board,
            selection=Selection(),
            status_numbers=(),
            clock=Clock(now=board.at),
        )
        return _action(words, known) if words else None
    except NotUnderstood:
        return None


def _action(words: Sequence[Word], known: Known) -> tuple[Action, Sequence[Word]]:
    """The action, and the words that are its arguments."""
    first, catalog, board = words[0], known.catalog, known.board
    verb = first.text.rstrip("!") or first.text
    found = catalog.named(verb)
    if len(found) == 1:
        if verb == first.text:
            return found[0], words[1:]
        bang = Word(text="!", start=first.start + len(verb), end=first.end)
        return found[0], [bang, *words[1:]]
    if found:
        verbs = [next(each for each in action.verbs if each.startswith(verb.casefold())) for action in found]
        raise find.wrong("problem-ambiguous-verb", first, candidates=verbs, alternatives=True)
    if find.units_meant(first.text, board) and find.number(first.text) not in board.incidents:
        return catalog.by_id["show" if len(words) == 1 else "status"], words
    if find.number(first.text) is not None:
        return catalog.by_id["show"], words
    raise find.wrong("problem-unknown-verb", first, candidates=find.like_verbs(verb, catalog))
