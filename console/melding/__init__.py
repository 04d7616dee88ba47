"""The melding itself: what is known, promised, done and still missing, one file for each piece.

appealed       what it asks of whom, until that is answered
asked          what has to be asked next of a melding, in words
answered       how the police reacted, and what was promised to whom
chosen         what those who go must be able to do, and who was sent past somebody nearer (B6, A89)
coming         who is on the way: how long until they are there
ending         letting go: what is still missing, each with its number, and what is already there
labelled       a word at the left, what it holds at the right, over as many rows as that takes
letting_go     from what is missing to the line that supplies it: one number for each thing
make_view      from what is known to what the melding panel shows
melding_part   the melding panel as one person has it: shown or not, how far scrolled
owed_feedback  feedback owed: the melders who have not heard how it ended, longest first
scaled         how large it is dealt with, who leads, who was asked, who knows, can, does (gaps first)
together       what those involved do together: the three lists, needs, additions, citizens, referrals
told           what the intake learnt: class, source, question, melder, story, answers
view           what the melding panel is told to show, and the rows it makes of that
"""
