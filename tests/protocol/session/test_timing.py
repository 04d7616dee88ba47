"""The times of a link fit one another."""

from protocol.session import timing

TICK_S = 0.5
"""How often a driver calls `tick`, about."""


def test_a_cut_is_on_the_screen_within_five_seconds_and_no_missed_heartbeat_alone_shows_it() -> None:
    """Two heartbeats may pass, and a tick comes late by half a second at most."""
    assert timing.SILENT_AFTER_S + TICK_S <= 5.0
    assert timing.SILENT_AFTER_S > 2 * timing.HEARTBEAT_S


def test_a_console_dials_again_before_the_server_gives_it_up() -> None:
    """And it is silent before it dials."""
    assert timing.SILENT_AFTER_S < timing.REDIAL_AFTER_S < timing.DEAF_AFTER_S


def test_attempts_slow_down() -> None:
    """From the first to the most."""
    assert 0 < timing.RETRY_FIRST_S < timing.RETRY_MOST_S
