"""What this console keeps on disk between runs. The only files of the console beside map pieces.

last_sign_on  how a unit signed on the last time, kept in a file of the user's own
line_history  lines typed before, kept in a file of the user's own, newest last, for the next time
outbox_file   unanswered wishes on disk, so that nothing typed is lost when the console dies
"""
