"""From what is known to what the list of who could go and the gauge of the waterlijn show. Pure."""

from console.dispatch.recommending import Recommending
from console.dispatch.view import RecommendView
from console.part.context import Context
from protocol.rules.waterline import Waterline, waterlines

OLD_FROM_S = 15
"""A ranking that was not refreshed for this long says so."""


def recommend_view(list_: Recommending, context: Context) -> RecommendView:
    """The list at this moment."""
    incident = context.chosen()
    target = None if incident is None else context.terms.target(incident.priority)
    left_s, age_s = None, list_.age_s(context)
    if incident is not None and target is not None:
        left_s = (incident.opened_at + target - context.now).total_seconds()
    return RecommendView(
        number=context.incident,
        ranking=list_.ranking(context),
        units=context.board.units,
        age_s=age_s if age_s >= OLD_FROM_S else 0,
        refused=list_.refused,
        key=context.key_of("assign-first"),
        target_left_s=left_s,
    )


def gauge(context: Context) -> tuple[Waterline, ...]:
    """Each team beside its minimum, the tightest first; nothing while the board is still coming in."""
    if not context.complete:
        return ()
    return tuple(
        sorted(waterlines(context.board, context.terms), key=lambda each: each.callable - each.least)
    )
