# What is wrong with a typed line, and what was expected. The key is that of a Problem.
# { $hint } is empty or a sentence that opens with a space, such as ' Did you mean 12.03?'.

problem-empty = Type a command, or ? for help.
problem-unknown-verb = '{ $word }' is not a command.{ $hint }
problem-ambiguous-verb = '{ $word }' can be: { $candidates }. Type a little more.
problem-unknown-unit = No unit '{ $word }' is on duty.{ $hint }
problem-ambiguous-unit = '{ $word }' can be: { $candidates }. Type the whole call sign.
problem-unknown-incident = There is no incident { $word }.{ $hint }
problem-incident-or-text = Is { $word } an incident or text? Write #{ $word } for the incident, or -- before the text.
problem-not-an-incident = '{ $word }' is not an incident number.{ $hint }
problem-not-a-priority = '{ $word }' is not a priority: 1 to 5.
problem-not-a-phase = '{ $word }' is not a phase: merge-in, add or merge-out.
problem-close-has-a-verb = Closing takes a reason: close 417 reason.
problem-not-a-means = '{ $word }' is not a means: car, motorcycle, bicycle or foot.
problem-not-an-entry = '{ $word }' is not the number of a line.
problem-not-a-language = '{ $word }' is not a language: nl or en.
problem-unknown-status = '{ $word }' is not a status.{ $hint }
problem-unknown-status-number = Status number { $word } is not in use here: { $candidates }.
problem-ambiguous-status = '{ $word }' can be: { $candidates }. Type a little more.
problem-missing-incident = Which incident? Select one, or put its number in the line.
problem-missing-unit = Which unit? Select one, or put its call sign in the line.
problem-missing-subject = Which incident or unit?
problem-missing-call-sign = Which call sign?
problem-missing-priority = Which priority? 1 to 5.
problem-missing-phase = Which phase? merge-in, add or merge-out.
problem-missing-entry = Which line? Select one, or put its number in the command.
problem-missing-status = Which status? A number or a word.
problem-missing-what = What is going on?
problem-missing-place = Where is it? Put @ and the place behind it.
problem-missing-text = There is no text.
problem-missing-language = Which language? nl or en.
problem-too-much = This does not belong here: '{ $word }'.
problem-twice = '{ $word }' is there twice.
problem-too-long = Too long: { $length } characters, at most { $most }.
problem-not-on-earth = These coordinates are not on earth: latitude -90 to 90, longitude -180 to 180.
problem-unsendable = This cannot be sent: { $why }

hint-did-you-mean = { " " }Did you mean { $candidates }?
