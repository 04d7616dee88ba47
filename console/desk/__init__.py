"""The desk: the parts together, who gets a key first, and where effects become deeds.

answers        answers to wishes, in words
applying       where effects become deeds: the only code that changes where one stands
deed_done      from a lit digit to what it does: what was painted is what acts
deeds          what each action of the screen alone does, by its id: the deeds of the parts
desk           the desk: one person's parts together
field_keys     what a key does while a field has the keys: the command line, the filter
left_group     what is left of one history, as a value, and the words for it
leftovers      what was not made here and now: wishes and text of an earlier run, or of another history
link_cut       a link that is cut is said once, and the words go away with the cut
new_calls      a new call has the row at once, under a number that stands for the one to come
outside        what the desk asks of the program around it
panel_keys     what the movement keys do in each panel
parts          the parts of one desk, made once: each with its own state
perform        from an action or a typed line to wishes and deeds
presence_told  when the others of the room are told where this desk is
progress       how far the board has come in after a welcome, in percent
row_keys       what a key does on the row: the law of the hands
stand          where one stands at the desk: which panel and field have the keys, what is selected
typed_now      what is typed at a desk and not sent, as one value, and back
"""
