"""Every action, and the ways to find one: by id, by verb, by key, by letter, by role.

The list comes from the files beside it, one per noun. Read by the grammar, the screens, the palette, the help
and `do`. It holds no state and does nothing.
"""

from collections.abc import Callable, Iterable, Mapping

from console.actions import (
    appeals,
    back,
    contact,
    dispatch,
    incidents,
    intake,
    letting_go,
    lines,
    order,
    pairs,
    promises,
    scale,
    screens,
    sharing,
    units,
    work,
)
from console.actions.action import Action, Where
from protocol.model.role import Role
from protocol.permissions import may


class Catalog:
    """A fixed list of actions. Raises ValueError for two with one id, verb, key or letter."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self.actions = tuple(actions)
        self.by_id: Mapping[str, Action] = _unique(((action.id, action) for action in self.actions), "id")
        self.by_verb: Mapping[str, Action] = _unique(
            ((verb, action) for action in self.actions for verb in dict.fromkeys(action.verbs)), "verb"
        )
        for where in Where:
            self.by_key(where)
            self.by_letter(where)

    def named(self, word: str) -> tuple[Action, ...]:
        """The actions with this verb or, when none has it, with a verb that begins so; in any case."""
        wanted = word.casefold()
        exact = self.by_verb.get(wanted)
        if exact is not None:
            return (exact,)
        found = (action for verb, action in self.by_verb.items() if wanted and verb.startswith(wanted))
        return tuple({action.id: action for action in found}.values())

    def by_key(self, where: Where) -> dict[str, Action]:
        """The function and ctrl keys that work there: its own and those of ANYWHERE."""
        return self._by(where, lambda action: action.key, "key")

    def by_letter(self, where: Where) -> dict[str, Action]:
        """The letters that are verbs there, behind the dot: its own and those of ANYWHERE."""
        return self._by(where, lambda action: action.letter, "letter")

    def _by(self, where: Where, sign: Callable[[Action], str | None], what: str) -> dict[str, Action]:
        return _unique(
            (
                (found, action)
                for action in self.actions
                if action.where in (where, Where.ANYWHERE) and (found := sign(action)) is not None
            ),
            f"{what} ({where.value})",
        )

    def offered(self, role: Role | None) -> tuple[Action, ...]:
        """What somebody of this role may do; without a role what anybody may."""
        return tuple(
            action
            for action in self.actions
            if action.command_type is None or (role is not None and may(role, action.command_type))
        )


def _unique(pairs: Iterable[tuple[str, Action]], what: str) -> dict[str, Action]:
    found: dict[str, Action] = {}
    for name, action in pairs:
        if name in found:
            raise ValueError(f"{what} {name!r} belongs to {found[name].id} and to {action.id}")
        found[name] = action
    return found


CATALOG = Catalog(
    (
        *incidents.ACTIONS,
        *units.ACTIONS,
        *dispatch.ACTIONS,
        *lines.ACTIONS,
        *contact.ACTIONS,
        *sharing.ACTIONS,
        *scale.ACTIONS,
        *pairs.ACTIONS,
        *intake.ACTIONS,
        *promises.ACTIONS,
        *appeals.ACTIONS,
        *work.ACTIONS,
        *letting_go.ACTIONS,
        *order.ACTIONS,
        *back.ACTIONS,
        *screens.ACTIONS,
    )
)
"""Everything that this console can do."""
