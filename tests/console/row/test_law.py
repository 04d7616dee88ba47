"""The law of the hands, as a table that has words and no two meanings."""

import pytest

from console.row.law import LAW, Rule
from console.texts.texts import Texts


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("rule", LAW, ids=lambda rule: f"{rule.when}-{rule.keys}")
def test_each_rule_has_words(rule: Rule, language: str) -> None:
    """When, and what."""
    texts = Texts(language, strict=True)
    assert texts.say(f"law-when-{rule.when}")
    assert texts.say(f"law-{rule.does}")


def test_a_key_means_one_thing_in_a_state() -> None:
    """But for a unit, whose digits are its statuses."""
    seen = [(rule.when, rule.keys, rule.units) for rule in LAW]
    assert len(set(seen)) == len(seen)


def test_an_empty_row_writes_nothing() -> None:
    """Whatever is pressed on it lights, lists, opens or looks."""
    assert not any(rule.writes for rule in LAW if rule.when == "empty")
