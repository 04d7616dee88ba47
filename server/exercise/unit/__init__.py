"""A unit of the shift: what it sees, does, says and needs, and where it is.

officer     what it wishes at a moment
mind        what it has in mind between two moments
trip        where it is, and how far on its way
talk        what it says
prepared    work that was prepared for it
together    what several of them do together
colleagues  whom they ask to come
need        a colleague in need
"""
