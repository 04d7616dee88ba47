"""Autonomy has words of its own."""

from protocol.model.autonomy import Autonomy


def test_every_step_has_a_key_that_can_be_typed() -> None:
    """From guided to leading; the order says who needs a word of support first."""
    assert [each.key for each in sorted(Autonomy)] == ["guided", "independent", "leading"]
