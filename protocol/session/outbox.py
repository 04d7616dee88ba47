"""The wishes that are not yet answered, in the order in which they were made.

Owned by the session. A wish leaves only with its answer; after a cut all that belong to the history of the
welcome are sent again under their own ids, and the server does each once. What was made in another history,
or before any welcome, is withheld until a person says what becomes of it; so is one at which the server hung
up twice, because it could not read it.

A wish may name what another one opens (`provisional`): it waits for that answer, and goes with the number.
"""

from collections import Counter
from datetime import datetime

from attrs import evolve, frozen

from protocol.commands.command import Command
from protocol.session.origin import Fit, Origin, fit
from protocol.session.provisional import opening_of, opens, provisional_of, provisionals_in, renamed

MOST_HUNG_UP_ON = 2
"""Once may be a link that was cut in the middle of a frame; twice is the wish."""


@frozen(kw_only=True)
class Wish:
    """A command under way."""

    id: int
    command: Command
    made_at: datetime
    """When the person said it; aware UTC."""

    origin: Origin | None = None
    """The history that it was made in; None before the first welcome."""

    set_aside: bool = False
    """True when the server could not read it: it does not go by itself any more."""


class Outbox:
    """Wishes by id, oldest first."""

    def __init__(self, first_id: int, *, attended: bool = True) -> None:
        """`attended` is False for a program at which nobody sits: what it wished before any welcome goes to
        the first history that welcomes it.
        """
        self._next_id = first_id
        self._attended = attended
        self._here: Origin | None = None
        self._wishes: dict[int, Wish] = {}
        self._hung_up_on: Counter[int] = Counter()
        """How often the server hung up at each, since somebody last said that it goes."""
        self._number_by_opening: dict[int, int] = {}
        """What was given out in this run, by the id of the wish: for who names it a moment late."""

        self._unsent: set[int] = set()
        """Ids of wishes of this run that no link was ever given."""

    def __len__(self) -> int:
        return len(self.wishes)

    @property
    def here(self) -> Origin | None:
        """The history of the last welcome; None before the first."""
        return self._here

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """All that are unanswered and belong here, oldest first."""
        return tuple(wish for wish in self._wishes.values() if self._goes(wish))

    @property
    def withheld(self) -> tuple[Wish, ...]:
        """All that wait for a person's word: not made here, or set aside; oldest first."""
        return tuple(wish for wish in self._wishes.values() if not self._goes(wish))

    @property
    def unsent(self) -> frozenset[int]:
        """The ids of those that surely went nowhere: forgotten, they never were."""
        return frozenset(self._unsent)

    def given(self, id: int) -> None:
        """A link has it: from now on it may have been done, whatever becomes of the link."""
        self._unsent.discard(id)

    def enter(self, here: Origin) -> None:
        """From now on we are in this history: what was made in it goes, and what was not is withheld."""
        if self._here is None and not self._attended:
            self._wishes = {
                id: wish if wish.origin is not None else evolve(wish, origin=here)
                for id, wish in self._wishes.items()
            }
        self._here = here

    def put(self, command: Command, made_at: datetime) -> Wish:
        """Take a wish in. What it names is numbered where the number has come meanwhile."""
        id = self._next_id
        for number in provisionals_in(command):
            given = self._number_by_opening.get(opening_of(number, id))
            if given is not None:
                command = renamed(command, number, given)
        wish = Wish(id=id, command=command, made_at=made_at, origin=self._here)
        self._next_id += 1
        self._wishes[wish.id] = wish
        self._unsent.add(wish.id)
        return wish

    def awaits(self, wish: Wish) -> tuple[int, ...]:
        """The ids of the wishes here without whose answers this one cannot go; nearly always none."""
        ids = (opening_of(number, wish.id) for number in provisionals_in(wish.command))
        return tuple(id for id in ids if id in self._wishes and opens(self._wishes[id].command))

    def numbered(self, opening: int, number: int) -> tuple[Wish, ...]:
        """What this wish opened has a number: the wishes that waited for it, with it, oldest first."""
        self._number_by_opening[opening] = number
        named = tuple(
            evolve(wish, command=renamed(wish.command, provisional_of(opening), number))
            for wish in self._behind(opening)
        )
        self._wishes.update((wish.id, wish) for wish in named)
        return named

    def stranded(self, opening: int) -> tuple[Wish, ...]:
        """This wish opens nothing: those that waited for it, out of the box, oldest first."""
        behind = self._behind(opening)
        for wish in behind:
            self.take_out(wish.id)
        return behind

    def _behind(self, opening: int) -> tuple[Wish, ...]:
        number = provisional_of(opening)
        return tuple(
            wish
            for wish in self._wishes.values()
            if wish.id != opening
            and number in provisionals_in(wish.command)
            and opening_of(number, wish.id) == opening
        )

    def restore(self, wish: Wish) -> Wish:
        """Take in a wish made elsewhere, or by an earlier run, under its own id: it belongs here now.

        New wishes get higher ids than any restored one.
        """
        here = evolve(wish, origin=self._here, set_aside=False)
        del self._hung_up_on[wish.id]
        # To the end: it goes now.
        self._wishes.pop(wish.id, None)
        self._wishes[wish.id] = here
        self._next_id = max(self._next_id, wish.id + 1)
        return here

    def wish(self, id: int) -> Wish | None:
        """The wish of this id; None when it is not in the box."""
        return self._wishes.get(id)

    def take_out(self, id: int) -> Wish | None:
        """Its answer came, or somebody forgets it: the wish, out of the box. None when it was not in it."""
        del self._hung_up_on[id]
        self._unsent.discard(id)
        return self._wishes.pop(id, None)

    def hung_up_on(self, id: int, *, certain: bool) -> Wish | None:
        """The server hung up, and of all wishes it can only have been this one; `certain` when it was.

        The wish when it is set aside by that: the second time, if it is certain then. None else.
        """
        wish = self._wishes.get(id)
        if wish is None:
            return None
        self._hung_up_on[id] += 1
        if self._hung_up_on[id] < MOST_HUNG_UP_ON or not certain:
            return None
        self._wishes[id] = evolve(wish, set_aside=True)
        return self._wishes[id]

    def is_suspect(self, id: int) -> bool:
        """True when the server hung up at it before: it goes alone, so that it is certain the next time."""
        return self._hung_up_on[id] > 0

    def _goes(self, wish: Wish) -> bool:
        if wish.set_aside:
            return False
        return wish.origin == self._here if self._here is None else fit(wish.origin, self._here) is Fit.HERE
