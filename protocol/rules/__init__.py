"""The rules of the melding, each a named pure function that reads like the sentence it implements.

They take values and a moment and answer; they refuse nothing. The server's decisions enforce some, its keeper
acts on others, and the console shows them all while there is still time. Thresholds come from the site.
"""
