"""From what is known to what the list of who could go and the gauge of the waterlijn show. Reads the desk."""

from console.actions.key_names import key_name
from console.desk.desk import Desk
from console.dispatch.view import RecommendView
from protocol.rules.waterline import Waterline, waterlines

OLD_FROM_S = 15
"""A ranking that was not refreshed for this long says so."""


def recommend_view(desk: Desk) -> RecommendView:
    """The list at this moment."""
    list_, incident = desk.dispatch.recommending, desk.chosen()
    target = None if incident is None else desk.terms.target(incident.priority)
    left_s = None
    if incident is not None and target is not None:
        left_s = (incident.opened_at + target - desk.now).total_seconds()
    return RecommendView(
        number=desk.incident,
        ranking=list_.ranking,
        units=desk.store.board.units,
        age_s=list_.age_s if list_.age_s >= OLD_FROM_S else 0,
        refused=list_.refused,
        key=key_name(desk.catalog.by_id["assign-first"].key),
        target_left_s=left_s,
    )


def gauge(desk: Desk) -> tuple[Waterline, ...]:
    """Each team beside its minimum, the tightest first; nothing while the board is still coming in."""
    if not desk.store.complete:
        return ()
    return tuple(
        sorted(waterlines(desk.store.board, desk.terms), key=lambda each: each.callable - each.least)
    )
