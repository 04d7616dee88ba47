"""The one screen and what lies over it.

plan, layout  which part of the screen each panel gets
desk          what one does at the screen: keys, fields, selection; imports no Textual
views         from what is known and where one stands to what each panel shows
desk_screen   the Textual screen: keys in, views out, at most ten repaints a second
help, palette the keys of where one is; everything one can do, searched
"""
