# What was not made here and now: of an earlier run, or of another history.

left-line = { $what } { $of }: { $choice }
left-what = { $wishes ->
    [0] { $texts ->
        [one] 1 text
       *[other] { $texts } texts
    }
    [one] 1 command{ $texts ->
        [0] { "" }
        [one] { " " }and 1 text
       *[other] { " " }and { $texts } texts
    }
   *[other] { $wishes } commands{ $texts ->
        [0] { "" }
        [one] { " " }and 1 text
       *[other] { " " }and { $texts } texts
    }
  }
left-of-here = from last time
left-of-unread = that the server could not read
left-set-aside = Laid aside, the server cannot read it: { $what }. Type { $list }
left-of-none = from before it was known which world this is
left-of-earlier = for another history of { $world }
left-of-live = for LIVE { $world }
left-of-exercise = for EXERCISE { $world }
left-choice = type { $list } or { $forget }
left-choice-send = type { $list }, { $send } or { $forget }
left-line-read-only = { $what } { $of }, in a folder that is read-only: type { $list }
left-read-only = This folder is read-only: { $folder }
left-read-only-next = What is sent or forgotten here is offered again the next time, and done once at most: { $choice }
left-head = Not gone, { $of }:
left-title = Not gone
left-not-yet = It must be known first which world this is: there is no link yet.

desk-left-sent = Sent what was left: { $count }.
desk-left-forgotten = Forgot what was left: { $count }.
desk-left-none = Nothing is left.

typed-back = What you typed stands there again: { $where }.
typed-in-command = command line
typed-in-filter = filter
typed-in-open-line = { $number ->
    [0] on the row
   *[other] at incident { $number }
  }
typed-in-contact-line = contact line of { $number }
typed-in-aside = { $number ->
    [0] aside
   *[other] aside at { $number }
  }
typed-in-pair-line = line with your other half
typed-in-form = { $number ->
    [0] intake form
   *[other] intake of { $number }
  }
form-not-opened = Not sent; Enter sends the melding after all.

kept-at-the-end = Kept: { $what }. { $wishes ->
    [0] { "" }
   *[other] Commands stay until you decide about them.{ " " }
  }{ $texts ->
    [0] { "" }
   *[other] What you typed stands there again the next time, for { $hours } hours from now.
  }
cli-keep-typed = So many hours what was typed and not sent is kept, also after a failure (or OPENLIJN_KEEP_TYPED)
