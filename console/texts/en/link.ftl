# The link: its state, what is wrong, and what still waits.

link-connecting = connecting
link-catching-up = catching up
link-live = connected
link-silent = silent
link-cut = cut since { $seconds } s
link-waiting = { $count ->
    [one] 1 command waiting
   *[other] { $count } commands waiting
  }
link-age = data of { $seconds } s ago
link-round-trip = { $ms } ms
link-rate = { $rate } B/s

trouble-wrong-secret = The server does not know { $name } with this secret.
trouble-version = The server speaks another version: { $said }
trouble-not-openlijn = What answers there is not an openlijn server (answer { $status }).
trouble-busy = The server is full or still starting; trying again.
trouble-tls = The server's certificate is not right: { $why }. Give the right file with --ca.
trouble-unreachable = No answer from { $where }: { $why }.
trouble-timeout = No answer from { $where } within { $seconds } s.
trouble-cut = The link was cut.
trouble-silent = The link was silent for { $seconds } s; dialling again.
trouble-bad-message = The server sent something unreadable: { $why }
trouble-out-of-step = A change was missing; fetching the board anew.

left-title = Unanswered from last time
left-count = { $count ->
    [one] 1 command is left from an earlier run.
   *[other] { $count } commands are left from an earlier run.
  }
left-choice = Send or forget?
left-row = { $at }  { $what }
