"""A line of text being typed.

draw  how a line that is being typed looks: the part around the caret, the caret as a marked cell
edit  a line of text and where the caret stands, and what each editing key makes of it
"""
