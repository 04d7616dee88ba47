# A unit's own screen.
unit-warning = WARNING
unit-others = Also on it
unit-alone = you are the only one
unit-more = { $count } more { $count ->
    [one] row
   *[other] rows
  } · { $press } everything
unit-around = around
unit-off-duty = off duty
unit-sign-on = { $press } signs you on; the line is then ready.
unit-quiet = Nothing near waits for anybody.
unit-asks = { $by } asks for colleagues at { $incident }
unit-asks-here = { $by } asks for colleagues
unit-i-come = I come
unit-mate = mate { $other }
unit-strengthen = strengthen
unit-calls = come and strengthen
unit-mine = My matters
unit-mine-none = Nothing open: no task, promise or feedback.
unit-task = Task: { $what }
unit-promise = { $incident } promise { $at } to { $to }: { $what }
unit-does = { $incident } I do: { $what }
unit-feedback = Feedback owed: { $owed }
unit-whose-status = on { $incident }:
unit-whose-status-elsewhere = YOUR STATUS ON { $incident }:
unit-whose-status-short = on { $incident }:
unit-whose-status-elsewhere-short = YOUR { $incident }:
unit-first-sign-on = Sign on first.
unit-nobody-asks = Nobody near asks for anybody.
unit-leaves = Enter: you then leave { $incident }.
unit-how-to-sign-on = Car, bike or foot, solo or pair, team: and then Enter.
unit-already = You are { $status } already.
unit-no-card = No card of which you did not say yet that you have it.
unit-floor-wanted = Everybody on the line sees that you want the floor.
unit-floor-let = You want the floor no longer.
unit-seems-there = on scene?
unit-card = { $count ->
    [one] I have the card
   *[other] I have the card ({ $count })
  }
unit-call = call colleagues
unit-to-melder = to the caller
unit-melder-says = caller: “{ $text }”
unit-to-colleagues = to the colleagues
unit-keys = { $map } map · { $melding } incident · { $mine } mine · 2× { $emergency } EMERGENCY
unit-in-need = IN NEED { $place }: { $what }
