"""What was taken back: by whoever sits here, or by somebody else whose deed asked or told whoever sits here.

A recall is as loud as what it recalls: what rang when it came rings when it goes. Pure.
"""

from collections.abc import Callable, Iterable, Iterator

from console.harmless import harmless
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Bell, Effects, Tell, Warn
from console.part.sounds import COLLEAGUES, SENT, Sound
from console.part.whose_desk import is_units, our_unit
from protocol.change import Change
from protocol.facts.back import DeedTakenBack, WordStruck
from protocol.facts.timeline import EntryStruck
from protocol.model.line_kind import LineKind
from protocol.model.text import same_name
from protocol.wire.messages import OnLineRow

_SENDING = frozenset({"AssignUnit", "ComeAlong", "Strengthen"})


Rows = Callable[[Context, tuple[int, LineKind]], Iterable[OnLineRow]]
"""What those who are on a line have of it."""


def nobodys_rows(_context: Context, _line: tuple[int, LineKind]) -> Iterable[OnLineRow]:
    """Where nobody knows what anybody has."""
    return ()


def taken_back(context: Context, change: Change, rows: Rows = nobodys_rows) -> Effects:
    """We took something back: what it was, who hears of it, and who had it or had read it already."""
    fact = _deed(change)
    if fact is None:
        return NOTHING
    what, incident = deed_word(context, fact.what), _incident(context, fact)
    said = [
        context.say("back-done", what=what)
        if incident is None
        else context.say("back-done-on", what=what, incident=incident)
    ]
    if fact.everyone:
        said.append(context.say("back-done-everyone"))
    elif fact.people:
        said.append(context.say("back-done-people", names=_names(fact.people)))
    had_it = tuple(dict.fromkeys((*fact.had_it, *_readers(context, change, rows))))
    if had_it:
        said.append(context.say("back-done-had-it", names=_names(had_it)))
    return (Tell(" ".join(said), Tone.GOOD),)


def recalled(context: Context, change: Change) -> Effects:
    """Somebody took back what asked or told us; nothing where it did not."""
    fact = _deed(change)
    if fact is None or not _concerns(context, fact):
        return NOTHING
    sound = _sounded(context, fact)
    rings = NOTHING if sound is None else (Bell(sound),)
    return (*rings, Warn(_words(context, fact, change), Tone.WARN))


def deed_word(context: Context, command: str) -> str:
    """What a command is called, by the name of its class."""
    key = "command" + "".join(f"-{char.lower()}" if char.isupper() else char for char in command)
    return context.say(key) if context.texts.has(key) else command


def _deed(change: Change) -> DeedTakenBack | None:
    return next((fact for fact in change.facts if isinstance(fact, DeedTakenBack)), None)


def _readers(context: Context, change: Change, rows: Rows) -> Iterator[str]:
    """Who had what is struck now on the screen, as far as they said."""
    for fact in change.facts:
        match fact:
            case EntryStruck(incident=number, entry=id):
                kind = LineKind.OPEN
            case WordStruck(incident=number, word=id):
                kind = LineKind.CONTACT
            case _:
                continue
        names = (row.name for row in rows(context, (number, kind)) if row.read >= id)
        yield from (name for name in names if not same_name(name, context.name))


def _concerns(context: Context, fact: DeedTakenBack) -> bool:
    unit = our_unit(context)
    named = any(same_name(name, context.name) for name in fact.people)
    ours = is_units(context) and unit is not None and unit.id in fact.units
    return named or ours or fact.everyone


def _sounded(context: Context, fact: DeedTakenBack) -> Sound | None:
    """With which sound it came: being sent is one at a unit, colleagues asked for are one to each."""
    unit = our_unit(context)
    if is_units(context) and unit is not None and unit.id in fact.units and fact.what in _SENDING:
        return SENT
    return COLLEAGUES if fact.everyone and fact.what == "AskColleagues" else None


def _words(context: Context, fact: DeedTakenBack, change: Change) -> str:
    by, incident, unit = harmless(change.by), _incident(context, fact), our_unit(context)
    if incident is not None and fact.what == "AskColleagues":
        return context.say("back-recalled-asked", by=by, incident=incident)
    sent = fact.what in _SENDING and unit is not None and unit.id in fact.units and is_units(context)
    if sent and incident is not None and unit is not None and unit.incident != incident:
        return context.say("back-recalled-sent", by=by, incident=incident)
    what = deed_word(context, fact.what)
    if incident is not None:
        return context.say("back-recalled", by=by, what=what, incident=incident)
    known = next((context.board.units[id] for id in fact.units if id in context.board.units), None)
    if known is not None:
        return context.say("back-recalled-unit", by=by, what=what, unit=harmless(known.call_sign))
    return context.say("back-recalled-plain", by=by, what=what)


def _incident(context: Context, fact: DeedTakenBack) -> int | None:
    """The melding that it was about: for a unit that was sent the one to which, not the one it came from."""
    return fact.incidents[-1] if fact.incidents else None


def _names(names: tuple[str, ...]) -> str:
    return harmless(", ".join(names))
