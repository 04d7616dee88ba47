"""The command line and the notice under it.

command_line   the command line: what is typed, what it could become, what was typed before
command_text   a command as the line that somebody could have typed for it
due_said       when something that was just promised is due
line_reading   what a typed line means here and now, and what it could become: the grammar
notice_bar     the row under the command line: an error with its place, what could be typed next
typed_before   lines typed before, walked with up and down
where_it_goes  the words under a command that is being typed: which melding it goes to
waiting_lines  wishes as the lines that one could have typed, made harmless
"""
