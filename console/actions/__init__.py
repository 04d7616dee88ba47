"""What a person can do, each defined once: key, verb, palette entry and help come from here.

action        the shape; catalog: all of them, and the ways to find one
problem       what is wrong with a typed line, where, and what was expected
deed_numbers  the numbers behind Space, the same for ever
usage         what a verb wants behind it, with an example of this world
key_names     how a key is called on the keyboard
screens       going somewhere, looking elsewhere, help: sends nothing
incidents, intake, promises, letting_go, order
             with a melding, from the first word to the last
back         an own deed taken back
coded         the class that a code word in a sentence gives
lines, sharing, contact
             on the log and the open line, with partners, and between melder and officer
appeals      with what a melding asks: say that it is heard
units, dispatch, pairs, scale, work
             with colleagues: who goes, who is in need, how large it is, what is done together
"""
