"""Who may come in, as what, and the proof.

accounts  accounts: who may come in, as what, into which kind of world, and the proof
key_file  a key of this data directory: made once, readable by its owner alone, never shown
proving   whether a secret is an account's, checked away from the event loop
secret    where a command gets a secret: the environment, a file of its owner's alone, or a prompt
tickets   tickets: a console that was let in once comes back without paying for the password hash again
"""
