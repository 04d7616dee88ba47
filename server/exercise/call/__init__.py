"""A melding of the shift, from coming in to letting go: what is wished about it, and when.

intake        it comes in and is written down
contact       keeping in touch with the caller
contact_line  what is said on that line
told          what callers tell when somebody listens longer
word          what was promised to the melder, and is kept or broken
farewell      it is let go
"""
