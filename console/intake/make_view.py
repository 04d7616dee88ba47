"""From the intake form under the hand to what its panel shows. Pure."""

from console.board.half_row import said_of
from console.documents.dispatch import kind_word
from console.grammar.places import KnownPlace
from console.harmless import harmless
from console.intake.earlier import Earlier
from console.intake.form import CARD, LINE, Form
from console.intake.form_keys import choices_hint
from console.intake.intake import Intake
from console.intake.similar import Near
from console.intake.view import EarlierView, FieldView, FormView, NearView, PlaceView, TakenView
from console.paint.age import age, seconds_between
from console.part.context import Context
from protocol.model.point import Point, distance_m

_WHY = {"place": "place", "number": "number", "code": "kind"}
"""The archive's reasons, and the keys of their words."""

_HINTED = frozenset({LINE, "melder", "earlier"})
_LABELS = {LINE: "form-line"}


def form_view(part: Intake, context: Context) -> FormView:
    """The form at this moment."""
    forms, hand = part.forms, part.hand
    form, near = forms.now, hand.near(context)
    return FormView(
        title=_title(context, form),
        fields=tuple(_field(context, form, name) for name in form.fields),
        near=tuple(_near(context, each) for each in forms.near(context)),
        taken=tuple(
            TakenView(who=each.name, said=said_of(each.half.what, each.half.place, context.say))
            for each in forms.being_taken(context)
        ),
        picked=form.picked,
        earlier=tuple(_earlier(context, each) for each in forms.earlier),
        problem=form.problem,
        places=tuple(_place(context, each, near) for each in hand.candidates(context)),
        place_picked=hand.chosen(context),
    )


def _title(context: Context, form: Form) -> str:
    if form.number is not None:
        return context.say("form-title", incident=form.number)
    return context.say("form-title-sent" if form.under_way else "form-title-new")


def _field(context: Context, form: Form, name: str) -> FieldView:
    question = next((each for each in form.questions if CARD + each.question == name), None)
    if question is not None:
        label, hint = question.text, ""
    else:
        label = context.say(_LABELS.get(name, f"form-{name}"))
        hint = context.say(f"{_LABELS.get(name, f'form-{name}')}-hint") if name in _HINTED else ""
        hint = hint or choices_hint(name, context.language)
    return FieldView(
        label=label,
        edit=form.edit(name),
        hint=hint,
        sent=form.is_sent(name),
        focused=form.at == name,
    )


def _earlier(context: Context, earlier: Earlier) -> EarlierView:
    words = {name: context.say(f"form-near-{key}") for name, key in _WHY.items()}
    return EarlierView(
        number=earlier.number,
        day=earlier.opened.astimezone().strftime("%d-%m-%Y"),
        what=earlier.what,
        place=earlier.place,
        why=tuple(words.get(name, harmless(name)) for name in earlier.why),
    )


def _place(context: Context, place: KnownPlace, near: Point | None) -> PlaceView:
    return PlaceView(
        name=place.name,
        kind=kind_word(place.kind, context.texts),
        distance_m=None if near is None else distance_m(near, place.point),
    )


def _near(context: Context, near: Near) -> NearView:
    kind = near.same_kind or near.same_class
    reasons = (("number", near.same_number), ("place", near.same_place), ("kind", kind))
    return NearView(
        incident=near.incident,
        why=tuple(context.say(f"form-near-{name}") for name, holds in reasons if holds),
        distance_m=near.distance_m,
        age=age(seconds_between(near.incident.opened_at, context.now)),
    )
