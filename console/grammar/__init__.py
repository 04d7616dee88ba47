"""A typed line -> an action with its arguments, or what is wrong with it and where.

Pure, and nothing typed can crash it. `parse` is the door.

    parse       the whole line
    read        the arguments of one action; the selection fills in
    leads       the words before free text: is a number an incident, or text?
    numbered    is a number in front of free text an incident, or to be asked about?
    aim         which melding an unfinished line goes to
    shape       what could follow a verb that stands alone
    bag         words in any order, each one value
    tails       free text: what @ place (lat,lon) -- rest
    moments     a moment to come or past, against a given clock
    items       a promise, need or referral by number; the only open one without
    implied     units that are meant without being named
    melder      who called, in one line
    myself      `ik` is whoever types
    urgency     a priority as people say it, and what only looks like one
    codes       code words in a sentence, looked up in `classifications`
    status      by number as on the radio, or by word
    find        which unit or incident a word means, and what was perhaps meant
    vocabulary  the words for statuses, phases, reactions and so on, in both languages
    known       what a line is read against: board, selection, actions, time, places
    words       a line in words with their places
    complete    what could stand at the cursor
    offer       what the arguments of one action could be
    asked       the words before the cursor, and what they name
    fitting     which units, statuses and phases make sense there
    candidates  the things that are offered
    places      what the server found for words typed as a place
    guess       the place that was probably meant by the words of a melding
    placing     which stretch of a line is a place
    skills      words with commas or spaces between them
    marked      what could follow a mark of its own
    prefill     the line that a key begins
"""
