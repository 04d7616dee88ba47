"""The row under the hand, always there: who reads it, what is typed, what lights up, what is likely next.

bar        the row as it looks: the reader at its edge, the text, what waits at its right
deed       one deed behind Space, as it is offered at a moment
deeds      what is likely next: pure rules over one melding and what this desk has sent
deeds_bar  the deeds behind Space, over the last rows above the row
law        what each key is, in which state of the row: one table
lit        a digit that lights up before it acts
make_view  from what is under the hand to the row on the screen
reader     who may read what is typed here and now, and who does when nobody chose
readers    the reader that somebody chose, and when a choice ends
row        what is typed per melding, what lies aside, the lit digit, the list
said       from words on the row to the wishes that carry them
"""
