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
trouble-version = The server speaks another version than this console (version { $own }): { $said }
trouble-newer-server = The server speaks version { $needed } of Openlijn, this console version { $own }. Install Openlijn 0.{ $needed } and start it again.
trouble-older-server = The server still speaks version { $needed } of Openlijn, this console version { $own } already. Have the server updated, or start Openlijn 0.{ $needed }.
trouble-not-openlijn = What answers there is not an openlijn server (answer { $status }).
trouble-other-kind = The account { $name } does not open this world: live and exercise stay apart.
trouble-another-history = Another history stands at this address now: { $exercise ->
    [0] LIVE
   *[other] EXERCISE
  } { $world }. What was not answered yet does not go there.
trouble-busy = The server is full or still starting; trying again.
trouble-tls = The server's certificate is not right: { $why }. Give the right file with --ca.
trouble-unreachable = No answer from { $where }: { $why }.
trouble-timeout = No answer from { $where } within { $seconds } s.
trouble-cut = The link was cut.
trouble-behind = The link could not keep up and was closed; fetching what was missed.
trouble-unheard = The server heard nothing from here; dialling again.
trouble-not-understood = The server did not understand what was sent; dialling again.
trouble-server-stops = The server is stopping; dialling again.
trouble-silent = The link was silent for { $seconds } s; dialling again.
trouble-bad-message = The server sent something unreadable: { $why }
trouble-unreadable = The server keeps sending what this console (version { $own }) cannot read. Update Openlijn, here and on the server. { $why }
trouble-unknown-word = The server says something that this console (version { $own }) has no word for. Update Openlijn, here and on the server. { $why }
trouble-out-of-step = A change was missing; fetching the board anew.
trouble-drifted = This board differed from the server's; fetching it anew.

address-scheme = '{ $written }' is not an address. It begins with ws://, wss:// or ws+unix://.
address-name-missing = Say who you are: ws://name@server, not '{ $written }'.
address-secret-inside = Do not put the secret in the address: everybody on this machine can read it. Use OPENLIJN_SECRET or --secret-file.
address-host-missing = The server is missing in '{ $written }'.
address-port-wrong = The port is not right in '{ $written }': 1 to 65535.
address-path-missing = A socket has a full path: ws+unix://name@/path, not '{ $written }'.
address-too-much = Nothing belongs behind the server: '{ $written }'.

secret-prompt = Secret of { $name }
secret-none = There is no secret. Put it in OPENLIJN_SECRET or in a file with --secret-file.
secret-file-unreadable = { $path } cannot be read: { $why }.
secret-file-open = Others may read { $path }. Close it first: chmod 600 { $path }
secret-file-not-yours = { $path } is not yours: only your own file counts.
secret-file-empty = { $path } is empty; its first line should be the secret.
ca-unreadable = { $path } cannot be used as a certificate: { $why }.
ca-without-tls = --ca goes with an address that begins with wss://.
