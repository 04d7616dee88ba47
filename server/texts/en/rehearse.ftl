# What the command rehearse says.

secret-prompt = Secret of { $name }
secret-file-shared = { $path }: only its owner may be able to read this file; first do: chmod 600 { $path }
secret-file-unreadable = { $path }: cannot be read: { $why }
secret-file-empty = { $path }: there is no secret on the first line
secret-missing = There is no secret: put it in OPENLIJN_SECRET or give --secret-file

address-scheme = { $shown }: an address begins with ws://, wss:// or ws+unix://, such as ws://anna@127.0.0.1:8765
address-name-missing = { $shown }: the name of the account is missing, as in ws://anna@127.0.0.1:8765
address-secret-inside = { $shown }: a secret does not belong in the address; put it in OPENLIJN_SECRET or in a file
address-host-missing = { $shown }: the computer is missing, as in ws://anna@127.0.0.1:8765
address-port-wrong = { $shown }: the port must be a number from 1 to 65535
address-path-missing = { $shown }: a Unix socket needs a whole path, as in ws+unix://anna@/run/openlijn.sock
address-too-much = { $shown }: nothing belongs behind the port

no-server = { $url }: no server found within { $seconds } s
wrong-role = { $name } is { $role } here; only a centralist or an exercise-leader can rehearse
no-exercise = { $world } is no exercise: a rehearsal fills this world with calls and units, and nothing takes that back; put [world] exercise = true in openlijn.toml, or say --into-live
no-calls-mapping = { $path }: this mapping has no [calls]
no-tracks-mapping = { $path }: this mapping has no [tracks]

reading = reading { $path }…
begins = Rehearsing from { $start } (time of the file): { $open } calls are open already, { $calls } are to come, { $units } units
progress = rehearsing
place-unknown = place not known
call-story = Call { $id } of the file.
call-story-on-view = Call { $id } of the file, seen by the unit itself.
closed-as = Closed as { $word }.
closed = Closed as the file says.

interrupted = Interrupted; this was played:
finished = Done; this was played:

title-files = Files
title-dirt = Dirt in { $path }
title-played = Played
title-refusals = Refused by the server
title-mismatches = Not to be played as it stands
column-file = file
column-rows = rows
column-kept = kept
column-left-out = left out
column-unusable = unusable
column-kind = kind
column-count = count
column-done = what was done about it
column-example = example
column-what = what
column-reason = reason
example = line { $line }, { $id }: { $found }
example-bare = line { $line }, { $id }
none = none

played-opened = calls opened
played-open-before = of which open at the beginning
played-closed = calls closed
played-still-open = still open at the end
played-units = units on duty
played-assigned = units assigned
played-queued = calls that waited for a free unit
played-longest-queue = longest queue of waiting calls
played-still-waiting = still waiting at the end
played-positions = positions reported
played-commands = commands
played-rate = commands a second
played-answer = answer p50 / p99
played-behind = behind the clock at most
played-wall = duration
played-clock = time of the file played
value-ms = { $p50 } / { $p99 } ms
value-s = { $seconds } s

mismatch-not-opened = call was not opened
mismatch-stage-while-waiting = stage while the call was still waiting
mismatch-unit-taken-away = unit was taken away by somebody else
mismatch-closed-while-waiting = closed before a unit was free
