"""Rehearsal: a day that really happened, played through the protocol.

Theory of operation. `mapping` says what the columns of a city's file mean; `calls` and `tracks` read such
files row by row into valid values and count every kind of dirt in `findings`; `schedule` puts both on one
rehearsal clock. Nothing of that opens a socket or waits: the player plays the steps.

command      the command line; run: links, signals and the bar
script       the files of an order, read and put on one clock
rows         bytes in, rows of named text out; mapping_file: a mapping from TOML
moments, numbers, points, area, stages
             what stands in a cell -> a value, and which values contradict each other
errors       what makes it impossible, as opposed to dirt
player       plays the steps; fleet: vehicles as units
handling     what the file cannot tell, by dice; handler: done as the rules ask; ending: before it is let go
wishes       sent one after the other, seen on the board, timed
judge        what was heard, judged; tally: what was done; report: the summary on the terminal
"""
