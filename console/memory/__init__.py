"""What this console keeps on disk between runs. The only files of the console beside map pieces.

folders       in which folder what belongs to one account in one world is kept
last_sign_on  how a unit signed on the last time: the next time nobody is asked
left_behind   what an earlier run left behind in one pair of files, until somebody decides
line_history  lines typed before, kept in the folder of the account, newest last, for the next time
outbox_file   unanswered wishes on disk, so that nothing typed is lost when the console dies
pair          what one run keeps of one history; in memory as long as the disk takes nothing
run_memory    all that one run keeps on disk, and what earlier runs left
typed         what somebody has typed and not sent, as a value
typed_codec   that value as a line of a file, and back from any file
typed_file    what is typed and not sent, on disk: a line for each state, the last whole one counts
unwritable    why the disk does not take what is to be kept, as something to say
"""
