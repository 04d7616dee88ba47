"""What the list of who could go is told to show, and the rows it makes of that. Pure."""

from collections.abc import Mapping

from attrs import field, frozen

from console.dispatch.ranked import Ranked, Ranking
from console.dispatch.reasons import reason_spans
from console.harmless import harmless
from console.paint.age import age, travel
from console.paint.row import Row, Span, between, clip_spans, plain
from console.paint.text import cells, fit
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.means import Means
from protocol.model.unit import Unit

_SIGN, _TIME = 6, 7


@frozen(kw_only=True)
class RecommendView:
    """One moment of the list."""

    number: int | None = None
    """The melding it is for; None for none."""

    ranking: Ranking | None = None
    """None while it is coming."""

    units: Mapping[int, Unit] = field(factory=dict)
    """The units as they are now: a row whose unit is gone is dim."""

    age_s: int = 0
    """How old the ranking is; 0 for fresh."""

    refused: str = ""
    """Why there is none, in words."""

    target_left_s: float | None = None
    """Until the site's time for being on the spot is over (A55); None without one."""

    key: str = ""
    """The key that sends the first, as a person reads it."""


def draw_recommend(view: RecommendView, say: Say, *, width: int, height: int) -> list[Row]:
    """Title, then one row a unit with the digit that sends it, as many as there is room for."""
    rows = [_title(view, say, width)]
    if view.refused:
        return [*rows, plain(f" {view.refused}", Tone.WARN)]
    if view.ranking is None:
        return [*rows, plain(f" {say('recommend-coming')}", Tone.DIM)]
    if not view.ranking.units:
        why = "recommend-nobody" if view.ranking.point else "recommend-nowhere"
        return [*rows, plain(f" {say(why)}", Tone.WARN)]
    shown = view.ranking.units[: max(0, height - 1)]
    return rows + [_row(place, each, view, view.ranking, say, width) for place, each in enumerate(shown, 1)]


def _title(view: RecommendView, say: Say, width: int) -> Row:
    left: list[Span] = [(f" {say('recommend-title', incident=view.number or 0)}", Tone.STRONG)]
    ranking = view.ranking
    if ranking is not None and not ranking.point:
        left.append((f" · {say('recommend-no-point')}", Tone.WARN))
    elif ranking is not None and ranking.units and all(each.travel_s is None for each in ranking.units):
        left.append((f" · {say('recommend-no-position')}", Tone.WARN))
    elif ranking is not None and not ranking.by_road:
        left.append((f" · {say('recommend-straight')}", Tone.WARN))
    if view.age_s:
        left.append((f" · {say('recommend-old', age=age(view.age_s))}", Tone.WARN))
    right = ""
    if ranking is not None and ranking.units:
        known = ranking.point and ranking.units[0].travel_s is not None
        right = say("recommend-keys", press=view.key) if known else say("recommend-keys-any")
    return Row(spans=between(left, ((f"{right} ", Tone.PLAIN),) if right else (), width), ground=Ground.BAR)


def _row(place: int, each: Ranked, view: RecommendView, ranking: Ranking, say: Say, width: int) -> Row:
    unit = view.units.get(each.unit)
    gone = unit is None or unit.incident == ranking.number
    strong = Tone.DIM if gone else Tone.STRONG
    means = "" if unit is None else say(f"means-{unit.means.key}")
    widest = max(cells(say(f"means-{each.key}")) for each in Means)
    crew = " " if unit is None else "▪" if unit.crew == 1 else "▪▪"
    head: tuple[Span, ...] = (
        (f" {place} ", strong),
        (fit(harmless(each.call_sign), max(_SIGN, len(each.call_sign))), strong),
        (fit(travel(each.travel_s), _TIME, right=True), Tone.DIM if gone else _soon(each, view)),
        ("! " if not gone and _is_late(each, view) else "  ", Tone.BAD),
        (fit(means, widest + 1) + fit(crew, 3), Tone.DIM),
    )
    reasons = (
        [(say("recommend-gone"), Tone.DIM)] if gone else reason_spans(each, say, by_road=ranking.by_road)
    )
    return Row(spans=clip_spans((*head, *reasons), width))


def _is_late(each: Ranked, view: RecommendView) -> bool:
    return None not in (each.travel_s, view.target_left_s) and (each.travel_s or 0) > (
        view.target_left_s or 0
    )


def _soon(each: Ranked, view: RecommendView) -> Tone:
    if _is_late(each, view):
        return Tone.BAD
    return Tone.WARN if each.travel_s is None else Tone.STRONG
