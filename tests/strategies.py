"""Values of the language for property tests: one strategy per class, and whole legal-looking histories.

Everything drawn here survives the wire unchanged: points lie on its grid, times are whole milliseconds. Small
pools of names and numbers recur on purpose, because that is where folds and lexicons earn their keep.
"""

import typing
from datetime import datetime
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from immutables import Map

from protocol.change import Change
from protocol.commands.command import Command
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.fold.back import INCIDENT_FIELDS, UNIT_FIELDS
from protocol.model.board import Board
from protocol.model.entry import Entry
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.map_address import ADDRESS_BYTES
from protocol.model.moment import from_ms
from protocol.model.number import MAX_NUMBER
from protocol.model.order import Order
from protocol.model.phase import Phase
from protocol.model.point import Point, from_grid
from protocol.model.priority import Priority
from protocol.model.scale import MAX_GRIP
from protocol.model.skill import MOST_SKILLS, normal_skills
from protocol.model.terms import MAX_S, MAX_STACK, ClockStart, Terms
from protocol.model.text import Name, Text
from protocol.model.unit import MAX_CALL_SIGN_CHARS, MAX_CREW, Unit
from protocol.wire.limits import MAX_COMMAND_ID
from protocol.wire.messages import (
    Alarm,
    Alive,
    Do,
    Done,
    Fetch,
    OnLine,
    OnLines,
    Piece,
    Refusal,
    Shown,
    SnapshotPart,
    Welcome,
)
from protocol.wire.tags import COMMANDS, FACTS

Drawn = TypeVar("Drawn")

NOON_MS = 1_790_000_000_000
"""A quiet moment in 2026 around which times are drawn."""

_WRITTEN = st.characters(exclude_categories=["Cs"])


def words(max_chars: int) -> st.SearchStrategy[str]:
    """Anything a person can type, right-to-left marks and control signs too; never blank."""
    return st.text(_WRITTEN, min_size=1, max_size=max_chars).filter(lambda text: bool(text.strip()))


def names() -> st.SearchStrategy[str]:
    """Names that recur, and some that do not."""
    return st.sampled_from(["centralist-1", "opco", "Blaak 31", "Coolsingel", "vechtpartij"]) | words(120)


def call_signs() -> st.SearchStrategy[str]:
    """Call signs as they are and as they might be."""
    return st.sampled_from(["12.01", "12.03", "M7", "fiets 4"]) | words(MAX_CALL_SIGN_CHARS)


def skills() -> st.SearchStrategy[tuple[Name, ...]]:
    """What people can do: lower case, each once; the words of the site and any other, few or many."""
    known = st.sampled_from(["taser", "dog", "first-aid", "frisian", "ß-ılı"])
    some = st.lists(known, max_size=3) | st.lists(words(15), max_size=MOST_SKILLS)
    return some.map(normal_skills)


def texts() -> st.SearchStrategy[str]:
    """Lines of the log: mostly short, now and then at the limit."""
    return words(60) | st.sampled_from("x🚓").map(lambda char: char * 2_000)


def numbers() -> st.SearchStrategy[int]:
    """What names an incident or a unit: often a small number, so that facts meet."""
    return st.integers(1, 6) | st.integers(1, MAX_NUMBER)


def moments() -> st.SearchStrategy[datetime]:
    """Any moment that can be written: near noon, or at the ends of time."""
    near = st.integers(NOON_MS - 10**8, NOON_MS + 10**8)
    return (near | st.sampled_from([0, 253_402_300_799_999])).map(from_ms)


def points() -> st.SearchStrategy[Point]:
    """Points on the grid of the wire: in Rotterdam, or anywhere up to the poles and the date line."""
    city = st.builds(from_grid, st.integers(5_180_000, 5_200_000), st.integers(430_000, 460_000))
    return city | st.builds(
        from_grid, st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 18_000_000)
    )


def fixes(at: st.SearchStrategy[datetime] | None = None) -> st.SearchStrategy[Fix]:
    """Where a unit was, at any moment unless told."""
    return st.builds(Fix, unit=numbers(), point=points(), at=moments() if at is None else at)


_WHOLE = st.integers(0, 2**32) | st.integers(0, 2**63 - 1)
_BY_FIELD: dict[str, st.SearchStrategy[Any]] = {
    "call_sign": call_signs(),
    "fields": st.lists(st.sampled_from([*INCIDENT_FIELDS, *UNIT_FIELDS, "x"]), max_size=5).map(tuple),
    "incident_was": st.deferred(lambda: incidents()),
    "crew": st.integers(1, MAX_CREW),
    "grip": st.integers(0, MAX_GRIP),
    "incident_now": st.deferred(lambda: incidents()),
    "skills": skills(),
    "map": st.just(b"") | st.binary(min_size=ADDRESS_BYTES, max_size=ADDRESS_BYTES),
    "command": st.deferred(lambda: commands()),
    "fixes": st.lists(fixes(), max_size=4).map(tuple),
    "offset": _WHOLE,
    "total": _WHOLE,
    "received_bytes": _WHOLE,
}


def values_of(kind: type[Drawn], **of_fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Drawn]:
    """Values of an attrs class, each field by its annotation; `of_fields` says otherwise where needed."""
    hints = typing.get_type_hints(kind)
    told = {**_BY_FIELD, **of_fields}
    drawn = {
        each.name: told[each.name] if each.name in told else _of_field(each, hints[each.name])
        for each in attrs.fields(typing.cast(Any, kind))
    }
    return st.builds(kind, **drawn)


def _of_field(attribute: "attrs.Attribute[Any]", hint: Any) -> st.SearchStrategy[Any]:
    """What the annotation says, in writing only as long as the field's own validator takes it."""
    plain = hint if not typing.get_args(hint) else typing.get_args(hint)[0]
    told = getattr(plain, "__name__", "") in ("Name", "Text") and typing.get_origin(hint) is not tuple
    if not told or attribute.validator is None:
        return _of_hint(hint)
    longest = next(size for size in _LENGTHS if _takes(attribute, "x" * size))
    some = st.sampled_from(["12.03", "opco", "Blaak 31", "vechtpartij"]) | words(min(longest, 60))
    some = some | st.just(longest).map("x".__mul__)
    if _takes(attribute, ""):
        some = some | st.just("")
    return some if plain is hint else some | st.none()


_LENGTHS = (2_000, 500, 200, 100, 40, 30, 16)


def _takes(attribute: "attrs.Attribute[Any]", value: str) -> bool:
    assert attribute.validator is not None
    try:
        attribute.validator(None, attribute, value)
    except ValueError:
        return False
    return True


def _of_hint(hint: Any) -> st.SearchStrategy[Any]:
    by_word = {"Name": names(), "Text": texts(), "str": words(30)}
    leaves = {int: numbers(), bool: st.booleans(), datetime: moments(), bytes: st.binary(max_size=40)}
    word = getattr(hint, "__name__", "")
    inner = typing.get_args(hint)
    if word in by_word:
        return by_word[word]
    if hint in leaves:
        return leaves[hint]
    if hint is Point:
        return points()
    if typing.get_origin(hint) is tuple and inner[-1] is Ellipsis:
        return st.lists(_of_hint(inner[0]), max_size=3).map(tuple)
    if typing.get_origin(hint) is tuple:
        return st.tuples(*map(_of_hint, inner))
    if inner:
        return st.one_of(*map(_of_hint, inner))
    if hint is type(None):
        return st.none()
    return values_of(hint) if attrs.has(hint) else st.sampled_from(list(hint))


COMMAND_KINDS: tuple[type[Any], ...] = tuple(COMMANDS.values())
FACT_KINDS: tuple[type[Any], ...] = tuple(FACTS.values())


def commands() -> st.SearchStrategy[Command]:
    """Any wish."""
    return st.sampled_from(COMMAND_KINDS).flatmap(_of_command)


def _of_command(kind: type[Any]) -> st.SearchStrategy[Any]:
    return _OF_COMMAND[kind]


_OF_COMMAND: dict[type[Any], st.SearchStrategy[Any]] = {kind: values_of(kind) for kind in COMMAND_KINDS}
"""Picked by kind: a union of so many would be written out in full in every report of a failure."""


def facts(number: st.SearchStrategy[int] | None = None) -> st.SearchStrategy[Fact]:
    """Any fact, whether or not it makes sense; `number` draws its incidents, units and entries."""
    some = numbers() if number is None else number
    by_kind = {kind: values_of(kind, **_numbered(kind, some)) for kind in FACT_KINDS}
    return st.sampled_from(FACT_KINDS).flatmap(lambda kind: by_kind[kind])


def facts_of(
    kind: type[Fact], number: st.SearchStrategy[int], **of_fields: st.SearchStrategy[Any]
) -> st.SearchStrategy[Fact]:
    """Facts of one kind, whose incidents, units and entries `number` draws; `of_fields` says otherwise."""
    return values_of(kind, **{**_numbered(kind, number), **of_fields})


def _numbered(kind: type[Any], some: st.SearchStrategy[int]) -> dict[str, st.SearchStrategy[int]]:
    hints = typing.get_type_hints(kind)
    return {name: some for name in ("incident", "unit", "entry") if hints.get(name) is int}


def changes(number: st.SearchStrategy[int] | None = None) -> st.SearchStrategy[Change]:
    """Any change, whether or not it makes sense."""
    return values_of(Change, facts=st.lists(facts(number), min_size=1, max_size=3).map(tuple))


def ids() -> st.SearchStrategy[int]:
    """What a sender may call its wish."""
    return st.integers(1, 2**16) | st.integers(1, MAX_COMMAND_ID)


def terms() -> st.SearchStrategy[Terms]:
    """A site's numbers; the board turns back below where it turns."""
    turns = st.integers(-MAX_STACK, MAX_STACK - 1).flatmap(
        lambda back: st.tuples(st.just(back), st.integers(back + 1, MAX_STACK))
    )
    seconds = st.integers(1, MAX_S)
    return st.builds(
        lambda turn, **told: Terms(turn_back_at=turn[0], turn_at=turn[1], **told),
        turns,
        ring_after_s=seconds,
        warn_before_s=seconds,
        keep_in_touch_every_s=seconds,
        targets_min=st.lists(st.integers(0, 10_080), max_size=len(Priority)).map(tuple),
        clock_start=st.sampled_from(ClockStart),
        waterline=st.dictionaries(words(60), st.integers(0, 999), max_size=4).map(
            lambda by: tuple(by.items())
        ),
        on_spot_within_m=st.integers(5, 2_000),
        stale_after_s=seconds,
    )


UP_MESSAGES: dict[type[Any], st.SearchStrategy[Any]] = {
    Do: values_of(Do, id=ids()),
    Alive: values_of(Alive),
    Fetch: values_of(Fetch, id=ids()),
    OnLine: values_of(OnLine),
}
DOWN_MESSAGES: dict[type[Any], st.SearchStrategy[Any]] = {
    Welcome: values_of(Welcome, seq=_WHOLE, newest=_WHOLE, terms=terms()),
    Alive: values_of(Alive),
    SnapshotPart: values_of(SnapshotPart),
    Done: values_of(Done, id=ids()),
    Refusal: values_of(Refusal, id=ids(), reason=st.sampled_from(Reason)),
    Piece: values_of(Piece, id=ids()),
    Shown: values_of(Shown, seq=_WHOLE),
    Alarm: values_of(Alarm),
    OnLines: values_of(OnLines),
}
"""Positions stand apart: their ages are rounded (`fixes`). Deltas too: they lean on the one before."""


def entries() -> st.SearchStrategy[Entry]:
    """One line of a timeline."""
    return values_of(Entry)


def incidents() -> st.SearchStrategy[Incident]:
    """An incident with a timeline that counts from 1."""

    def counted(incident: Incident) -> Incident:
        lines = (attrs.evolve(line, id=place) for place, line in enumerate(incident.entries, start=1))
        return attrs.evolve(incident, entries=tuple(lines))

    # Most of it is empty most of the time, as on a real board; drawing all of it is slow.
    often_empty = {
        each.name: st.one_of(*[st.just(each.default)] * 5, _of_hint(_HINTS[each.name]))
        for each in attrs.fields(Incident)
        if each.name
        in (
            *("intake", "work", "letting_go", "contact", "reactions", "promises", "involved", "choices"),
            *("contact_line", "scale"),
        )
    }
    return values_of(Incident, **often_empty).map(counted)


_HINTS = typing.get_type_hints(Incident)


def units() -> st.SearchStrategy[Unit]:
    """A unit on duty."""
    return values_of(Unit)


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """A board of any content whose closed row tells the truth; not one that a history need lead to."""
    here = {each.number: each for each in draw(st.lists(incidents(), max_size=4))}
    shut = [number for number, each in here.items() if each.phase is Phase.CLOSED]
    on_duty = {each.id: each for each in draw(st.lists(units(), max_size=4))}
    return Board(
        seq=draw(_WHOLE),
        at=draw(moments()),
        last_incident=max(here, default=0),
        last_unit=max(on_duty, default=0),
        units=Map(on_duty),
        incidents=Map(here),
        order=draw(st.sampled_from(Order)),
        order_since=draw(moments()),
        order_by=Name(draw(names() | st.just(""))),
        order_why=Text(draw(words(200) | st.just(""))),
        closed=tuple(draw(st.permutations(shut))),
    )
