"""The desk: where one stands, what is selected, what is being typed, and who gets a key first.

answers         answers to wishes, in words
desk            the desk: where one stands, what is selected, what is being typed
field_keys      what a key does while a field has the keys
leftovers       what was not made here and now: wishes and text of an earlier run, or of another history
link_cut        a link that is cut is said once, and the words go away with the cut
panel_keys      what the movement keys do in each panel
perform         from an action or a typed line to wishes and deeds
progress        how far the board has come in after a welcome, in percent
typed_now       what is typed at a desk and not sent, as one value, and back
screen_actions  what each action of the screen alone does to the desk: goes somewhere, looks elsewhere
"""
