"""Everything that can be done here and now, searched by its words: the same definitions as keys and verbs."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from console.actions.action import Action
from console.actions.key_names import key_name
from console.shell.desk_screen import DeskScreen
from console.shell.legal import offered


class ActionProvider(Provider):
    """Feeds Textual's command palette."""

    async def discover(self) -> Hits:
        """Before anything is typed: all of it."""
        screen = self.screen
        if isinstance(screen, DeskScreen):
            for action in _actions(screen):
                yield DiscoveryHit(
                    _title(screen, action),
                    partial(screen.perform, action),
                    help=screen.desk.say(f"action-{action.id}-help"),
                )

    async def search(self, query: str) -> Hits:
        """What fits the words."""
        screen = self.screen
        matcher = self.matcher(query)
        if isinstance(screen, DeskScreen):
            for action in _actions(screen):
                title = _title(screen, action)
                score = matcher.match(f"{title} {' '.join(action.verbs)}")
                if score > 0:
                    yield Hit(
                        score,
                        matcher.highlight(title),
                        partial(screen.perform, action),
                        help=screen.desk.say(f"action-{action.id}-help"),
                    )


def _actions(screen: DeskScreen) -> tuple[Action, ...]:
    context = screen.desk.context()
    return offered(
        context.catalog,
        context.role,
        name=context.name,
        incident=context.chosen(),
        unit=context.board.units.get(context.unit or 0),
    )


def _title(screen: DeskScreen, action: Action) -> str:
    keys = key_name(action.key)
    title = screen.desk.say(f"action-{action.id}")
    return f"{title}  ({keys})" if keys else title
