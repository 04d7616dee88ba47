"""The intake form, the place under the hand, and what may be the same melding.

attaching        a call that goes along with another melding, and that this can be taken back
earlier          what happened earlier at the place, or with the number, that is being typed (A83)
form             one intake form: a melding that is being told, before and after it is out
form_keys        what a key does in the intake form
forms            the intake forms of a desk: the one under the hand
intake           the intake of a desk: its forms, and the place that is being typed
grown            the form of a melding that is out, made of what is known of it
half_calls       calls that are being taken and have no number: ours for the other desks, and theirs
make_view        from the intake form under the hand to what its panel shows
place_guess      the selected melding whose place has no point: said aloud, the likeliest one key away
place_questions  asks the server for places like the words under the hand, when the typing pauses
place_typed      the place that is being typed, and what the server knows that is like it
question_cards   the question cards of the site, by classification: read from the server's document `cards`
similar          which meldingen on the board could be the one that somebody is calling about: by place
view             what the intake form is told to show, and the rows it makes of that
"""
