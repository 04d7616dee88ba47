"""What a part of the desk is given and what it gives back. Knows no desk, no part and no Textual.

context     what a part may look at, at one moment: what is known, who looks, and where that person stands
effects     what a part wants done: small frozen values, applied by the desk alone, one after the other
field       the places that take the keys from the row
memo        a value that is made again only when what it is made from has changed
notices     the one notice at a time: the last answer in words
reader      who reads what is typed on the row
said        what and where of a melding, loud where nobody knows them yet
site_cards  the site's question cards as they lie at hand: a name for the shape
sounds      the law of sounds: each with its question, who is asked, what answers it, to whom it climbs
stillness   a second without any key: only then the key of the bell is meant
whose_desk  who looks at this desk: the unit that its account is, and the melding that is its own
"""
