"""A typed line -> an action with its arguments, or what is wrong with it and where.

Pure, and nothing typed can crash it.

problem   what is wrong, where, what was expected
words     a line in words with their places
vocabulary  the words for statuses, phases and means, in both languages
find      which unit or incident a word means
tails     free text: what @ place (lat,lon) -- rest
read      the arguments of one action
parse     the whole line
complete  what could stand at the cursor
prefill   the line that a key begins
history   lines typed before, kept in a file
"""
