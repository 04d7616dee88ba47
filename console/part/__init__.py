"""What a part of the desk is given and what it gives back. Knows no desk, no part and no Textual.

field    the four places where one types
memo     a value that is made again only when what it is made from has changed
notices  the one notice at a time: the last answer in words
outside  what the desk asks of the program around it
"""
