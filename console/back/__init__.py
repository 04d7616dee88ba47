"""Taking back what this desk did a moment ago, and hearing what others took back.

back       the part: the key that takes back, and what the server says of it
own_deeds  what this desk sent, deed by deed, and what became of it
recalled   what somebody else took back, where it asked or told whoever sits here
"""
