"""The site's terms as its settings say them: [waiting], [promises], [stacking], [targets], [positions]
and [lines].

Reads tables of `openlijn.toml` into `protocol.model.terms.Terms`; every mistake names file, line and key.
"""

from protocol.model.priority import Priority
from protocol.model.terms import MAX_S, MAX_STACK, ClockStart, Terms
from server.toml_table import TomlTable

CLOCKS = {start.key: start for start in ClockStart}


def read_terms(root: TomlTable) -> Terms:
    """The terms of a settings file; defaults where it says nothing. Raises ConfigWrong."""
    default = Terms()
    waiting, promises = root.table_or_none("waiting"), root.table_or_none("promises")
    stacking, targets = root.table_or_none("stacking"), root.table_or_none("targets")
    positions, lines = root.table_or_none("positions"), root.table_or_none("lines")
    turn_at = _whole(stacking, "turn_at", default.turn_at, 1 - MAX_STACK, MAX_STACK)
    turn_back_at = _whole(
        stacking, "turn_back_at", min(default.turn_back_at, turn_at - 1), -MAX_STACK, turn_at - 1
    )
    terms = Terms(
        ring_after_s=_whole(waiting, "ring_after_s", default.ring_after_s, 1, MAX_S),
        warn_before_s=_whole(promises, "warn_before_s", default.warn_before_s, 1, MAX_S),
        keep_in_touch_every_s=_whole(
            promises, "keep_in_touch_every_s", default.keep_in_touch_every_s, 1, MAX_S
        ),
        turn_at=turn_at,
        turn_back_at=turn_back_at,
        targets_min=_targets(targets, default),
        clock_start=_clock_start(targets, default),
        on_spot_within_m=_whole(positions, "on_spot_within_m", default.on_spot_within_m, 5, 2_000),
        stale_after_s=_whole(positions, "stale_after_s", default.stale_after_s, 1, MAX_S),
        golden_hour_s=_whole(lines, "golden_hour_s", default.golden_hour_s, 1, MAX_S),
        nearby_m=_whole(lines, "nearby_m", default.nearby_m, 100, 100_000),
        reason_to_listen=default.reason_to_listen
        if lines is None
        else lines.flag_or("reason_to_listen", default.reason_to_listen),
    )
    for table in (waiting, promises, stacking, targets, positions, lines):
        if table is not None:
            table.no_others()
    return terms


def _whole(table: TomlTable | None, key: str, default: int, least: int, most: int) -> int:
    if table is None:
        return default
    value = table.number_or(key, default)
    if not least <= value <= most or value != int(value):
        table.wrong(key, f"a whole number from {least} to {most}", value)
    return int(value)


def _targets(table: TomlTable | None, default: Terms) -> tuple[int, ...]:
    if table is None:
        return default.targets_min
    known = (*default.targets_min, *(0,) * len(Priority))
    minutes = [_whole(table, f"priority_{each.value}_min", known[each - 1], 0, 10_080) for each in Priority]
    while minutes and not minutes[-1]:
        minutes.pop()
    return tuple(minutes)


def _clock_start(table: TomlTable | None, default: Terms) -> ClockStart:
    said = None if table is None else table.text_or_none("clock_start")
    if table is None or said is None:
        return default.clock_start
    if said not in CLOCKS:
        table.wrong("clock_start", f"one of {', '.join(CLOCKS)}", said)
    return CLOCKS[said]
