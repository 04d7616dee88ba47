"""The words: both languages complete, every key that the code asks for exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from console.actions.catalog import CATALOG
from console.texts.texts import LANGUAGES, MissingText, Texts, variables
from protocol.errors import Reason, Refused
from protocol.model.entry import CardKind
from protocol.model.floor import Hand
from protocol.model.intake import Question, Source
from protocol.model.letting_go import CitizenView
from protocol.model.means import Means
from protocol.model.melder import MelderKind
from protocol.model.member import Right
from protocol.model.missing import Missing
from protocol.model.order import Order
from protocol.model.phase import Phase
from protocol.model.promise import PromiseState
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.scale import Level, WhoKind
from protocol.model.unit_status import UnitStatus
from protocol.model.work import Aim, CitizenRole
from protocol.session.ending import Why
from protocol.session.events import LinkState
from protocol.wire.messages import Refusal
from protocol.wire.tags import COMMANDS

pytestmark = pytest.mark.law

CONSOLE = Path(__file__).parents[3] / "console"
NL = Texts("nl", strict=True)
EN = Texts("en", strict=True)


def test_both_languages_say_the_same_things() -> None:
    """Dutch and English have the same keys, and each key needs the same arguments."""
    assert variables("nl") == variables("en")


def test_no_file_says_a_key_twice() -> None:
    """A key stands once in its language: a second one would be ignored."""
    for language in LANGUAGES:
        keys = [
            line.partition(" =")[0]
            for path in sorted((CONSOLE / "texts" / language).glob("*.ftl"))
            for line in path.read_text(encoding="utf-8").splitlines()
            if " =" in line and line[0].isalpha()
        ]
        assert sorted(set(keys)) == sorted(keys)


def _asked_keys() -> Iterator[tuple[str, str, bool]]:
    """(file, key or beginning of a key, whole) for each `say("...")` and `key="..."` in the console."""
    for path in sorted(CONSOLE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            asked = node.args[:1] if name == "say" else []
            if name in ("Problem", "Trouble"):
                asked = [word.value for word in node.keywords if word.arg == "key"]
            for expression in asked:
                match expression:
                    case ast.Constant(value=str(key)):
                        yield path.name, key, True
                    case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
                        yield path.name, start, False


def test_every_key_in_the_code_exists() -> None:
    """A screen cannot ask for a sentence that nobody wrote."""
    keys = variables("nl").keys()
    missing = [
        (file, key)
        for file, key, whole in _asked_keys()
        if not (key in keys if whole else any(known.startswith(key) for known in keys))
    ]
    assert missing == []


@pytest.mark.parametrize("texts", [NL, EN], ids=LANGUAGES)
def test_every_noun_has_its_word(texts: Texts) -> None:
    """Each status, phase, role, means, link state and command has a word; short forms fit their column."""
    for status in UnitStatus:
        assert texts.status(status)
        assert len(texts.status(status, short=True)) <= 8
    assert "".join(texts.phase_letter(phase) for phase in Phase) == "ITUX"
    assert all(texts.phase(phase) for phase in Phase)
    assert all(texts.role(role) for role in Role)
    assert all(texts.means(means) for means in Means)
    assert all(texts.say(f"link-{state.value}") for state in LinkState)
    for command in COMMANDS.values():
        sentence = texts.refusal(
            Refused(Reason.NOT_ALLOWED, asked_command=command.__name__, own_role="observer")
        )
        assert command.__name__ not in sentence


@pytest.mark.parametrize("why", list(Why))
def test_every_end_of_a_link_has_its_sentence(why: Why) -> None:
    """Whatever the dialler makes of it, a person is told in his language."""
    assert f"trouble-{why}" in variables("nl")
    assert f"trouble-{why}" in variables("en")


@pytest.mark.parametrize("texts", [NL, EN], ids=LANGUAGES)
@pytest.mark.parametrize(
    ("family", "values"),
    [
        ("source", Source),
        ("question", Question),
        ("melder-kind", MelderKind),
        ("reaction", ReactionKind),
        ("promise", PromiseState),
        ("aim", Aim),
        ("citizen-role", CitizenRole),
        ("citizen-view", CitizenView),
        ("order", Order),
        ("right", Right),
        ("hand", Hand),
        ("card-kind", CardKind),
        ("level", Level),
        ("who-kind", WhoKind),
        ("missing", Missing),
        ("missing-short", Missing),
    ],
)
def test_every_value_of_the_melding_has_its_word(texts: Texts, family: str, values: Any) -> None:
    """Each value has a word of its own in its family."""
    words = [texts.say(f"{family}-{value.key}") for value in values]
    assert len(set(words)) == len(list(values))


def test_what_is_missing_comes_with_what_to_type() -> None:
    """A refused closing lists each missing thing in words with its verb (A41)."""
    refused = Refused(Reason.CANNOT_LET_GO, incident=417, missing="check,feedback,moonlight")
    assert NL.refusal(refused) == (
        "Melding 417 kan nog niet los. Er ontbreekt: klaar, gezegd door wie reageerde of de OpCo (klaar); "
        "de terugmelding (terugmelding); moonlight. In nood: noodsluit."
    )
    for texts, language in ((NL, "nl"), (EN, "en")):
        for value in Missing:
            verbs = re.findall(r"\(([^)]+)\)", texts.say(f"missing-{value.key}"))
            named = [verb for part in verbs for verb in re.split(r", | of | or ", part)]
            assert named
            assert all(CATALOG.by_verb[verb].verb_in(language) == verb for verb in named)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_sentence(reason: Reason) -> None:
    """Whatever the server refuses, there is a sentence, also when it sent no arguments."""
    for texts in (NL, EN):
        sentence = texts.refusal(Refusal(id=1, reason=reason))
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_an_illegal_move_names_both_states() -> None:
    """A refused status tells where the unit is and where it was to go, in the user's language."""
    refused = Refused(Reason.UNIT_STATUS_ILLEGAL, unit="12.03", from_status="available", to_status="on-scene")
    assert NL.refusal(refused) == "12.03 kan niet van beschikbaar naar ter plaatse."
    assert EN.refusal(refused) == "12.03 cannot go from available to on scene."


def test_an_unavailable_journal_says_why_in_words() -> None:
    """The journal's reason is a word too."""
    refused = Refused(Reason.JOURNAL_UNAVAILABLE, why="disk-full")
    assert "de schijf is vol" in NL.refusal(refused)


def test_numbers_are_names_here() -> None:
    """An incident number has no thousands separator."""
    assert NL.say("line-title", incident=12345) == "Lijn 12345"


def test_plurals() -> None:
    """One command waits, two commands wait."""
    assert NL.say("link-waiting", count=1) == "1 opdracht wacht"
    assert NL.say("link-waiting", count=2) == "2 opdrachten wachten"


def test_arguments_cannot_steer_the_terminal() -> None:
    """What somebody typed is harmless once it is in a sentence, and gets no invisible marks around it."""
    assert NL.say("map-following", unit="\x1b[2J") == "volgt ␛[2J"


def test_however_much_was_written_it_is_all_said() -> None:
    """A story of several thousand characters stands in its sentence whole, and cannot steer the terminal."""
    story = "x" * 4_000 + "\x00y\x00\x1b"
    said = NL.say("fact-line", at="12:00", by="anna", what=story)
    assert said == f"12:00  anna: {'x' * 4_000}␀y␀␛"


def test_a_missing_key_is_shown_or_raised() -> None:
    """On a user's screen a missing text shows its key; in tests it is an error."""
    assert Texts("nl").say("no-such-key") == "no-such-key"
    with pytest.raises(MissingText, match="no-such-key"):
        NL.say("no-such-key")
    with pytest.raises(MissingText, match="line-title"):
        NL.say("line-title")


def test_fixed_words_are_formatted_once() -> None:
    """Asking for a fixed word again gives the same object."""
    assert NL.status(UnitStatus.ON_SCENE) is NL.status(UnitStatus.ON_SCENE)


def test_refusal_arguments_are_as_the_protocol_carries_them() -> None:
    """Texts and numbers of a Refusal both reach the sentence."""
    refusal = Refusal(
        id=1, reason=Reason.UNIT_HAS_INCIDENT, texts=(("unit", "12.03"),), numbers=(("incident", 417),)
    )
    assert attrs.has(type(refusal))
    assert NL.refusal(refusal) == "12.03 heeft melding 417. Geef haar eerst vrij."
