"""The desk: where one stands, what is selected, what is being typed, and who gets a key first.

answers         answers to wishes, in words
desk            the desk: where one stands, what is selected, what is being typed
field_keys      what a key does while a field has the keys
leftovers       wishes that an earlier run left without an answer
link_cut        a link that is cut is said once, and the words go away with the cut
panel_keys      what the movement keys do in each panel
perform         from an action or a typed line to wishes and deeds
progress        how far the board has come in after a welcome, in percent
screen_actions  what each action of the screen alone does to the desk: goes somewhere, looks elsewhere
"""
