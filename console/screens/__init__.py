"""The one screen and what lies over it.

plan, layout  which part of the screen each panel gets
desk          where one stands, what is selected, what is being typed; imports no Textual widget
typing, walking, doing, deeds
              what keys do in fields and panels, and what becomes of an action
answers, notice, alarms, drafts, chart, progress, past, leftovers
              the desk's smaller belongings, one each
places, asking_places
              the place under the hand, and what the server knows that is like it
form, forms, form_keys, near, cards
              the intake form: its fields, what is sent when, and what may be the same melding
letting_go, owed, rings
              what is missing to let go, who is still to be told, and which alarms have rung
views, map_views, status_views, form_views
              from what is known and where one stands to what each part shows
fetching, reading
              documents of the server, one after the other, and how they are shown
parts, desk_screen
              the widgets; the Textual screen: keys in, views out, at most ten repaints a second
help, palette, legal
              the keys of where one is; everything one can do here and now, searched
"""
