"""The one screen and what lies over it.

plan, layout  which part of the screen each panel gets
desk          where one stands, what is selected, what is being typed; imports no Textual widget
typing, walking, doing, deeds
              what keys do in fields and panels, and what becomes of an action
answers, notice, alarms, drafts, chart, progress, past, leftovers
              the desk's smaller belongings, one each
views, map_views, status_views
              from what is known and where one stands to what each part shows
parts, desk_screen
              the widgets; the Textual screen: keys in, views out, at most ten repaints a second
help, palette, legal
              the keys of where one is; everything one can do here and now, searched
"""
