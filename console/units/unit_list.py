"""The unit list as one person has it: its rows, made again only when what they are made from has changed."""

from collections.abc import Mapping

from console.part.context import Context
from console.part.memo import Remembered
from console.units.standing import Standing, standings


class UnitList:
    """The rows, remembered."""

    def __init__(self) -> None:
        self._standings: Remembered[tuple[Standing, ...]] = Remembered()

    def standings(self, context: Context, travels: Mapping[int, float]) -> tuple[Standing, ...]:
        """In their order; `travels` are travel times to the selected melding in seconds, by unit id."""
        incident, units, fixes = context.chosen(), context.board.units, context.fixes
        target = None if incident is None else incident.place.point
        # Ages are shown in whole seconds at the finest.
        second = int(context.now.timestamp())
        made_from = (units, fixes, target, context.incident, second, context.nearest_first, travels)
        return self._standings.of(
            made_from,
            lambda: standings(
                units.values(),
                fixes,
                target=target,
                incident=context.incident,
                now=context.now,
                nearest_first=context.nearest_first,
                travels=travels,
            ),
        )
