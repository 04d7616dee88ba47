# What was not made here and now: of an earlier run, or of another history.

left-line = { $what } { $of }: { $choice }
left-what = { $wishes ->
    [0] { $texts ->
        [one] 1 tekst
       *[other] { $texts } teksten
    }
    [one] 1 opdracht{ $texts ->
        [0] { "" }
        [one] { " " }en 1 tekst
       *[other] { " " }en { $texts } teksten
    }
   *[other] { $wishes } opdrachten{ $texts ->
        [0] { "" }
        [one] { " " }en 1 tekst
       *[other] { " " }en { $texts } teksten
    }
  }
left-of-here = van de vorige keer
left-of-unread = die de server niet kon lezen
left-set-aside = Apart gelegd, de server kan het niet lezen: { $what }. Typ { $list }
left-of-none = van voordat bekend was welke wereld dit is
left-of-earlier = voor een andere historie van { $world }
left-of-live = voor ECHT { $world }
left-of-exercise = voor OEFENING { $world }
left-choice = typ { $list } of { $forget }
left-choice-send = typ { $list }, { $send } of { $forget }
left-line-read-only = { $what } { $of }, in een map die alleen te lezen is: typ { $list }
left-read-only = Deze map is alleen te lezen: { $folder }
left-read-only-next = Wat hier is verstuurd of vergeten wordt de volgende keer weer aangeboden, en hoogstens één keer gedaan: { $choice }
left-head = Niet gegaan, { $of }:
left-title = Niet gegaan
left-not-yet = Eerst moet bekend zijn welke wereld dit is: er is nog geen verbinding.

desk-left-sent = Verstuurd wat over was: { $count }.
desk-left-forgotten = Vergeten wat over was: { $count }.
desk-left-none = Er is niets over.

typed-back = Wat u typte staat er weer: { $where }.
typed-in-command = opdrachtregel
typed-in-filter = filter
typed-in-open-line = { $number ->
    [0] op de regel
   *[other] bij melding { $number }
  }
typed-in-contact-line = contactlijn van { $number }
typed-in-aside = { $number ->
    [0] terzijde
   *[other] terzijde bij { $number }
  }
typed-in-pair-line = lijn met uw koppelgenoot
typed-in-form = { $number ->
    [0] aannameformulier
   *[other] aanname van { $number }
  }
form-not-opened = Niet verstuurd; Enter verstuurt de melding alsnog.

kept-at-the-end = Bewaard: { $what }. { $wishes ->
    [0] { "" }
   *[other] Opdrachten blijven tot u erover beslist.{ " " }
  }{ $texts ->
    [0] { "" }
   *[other] Wat u typte staat er de volgende keer weer, tot { $hours } uur na nu.
  }
cli-keep-typed = Zoveel uur blijft wat getypt en niet verstuurd is bewaard, ook na een storing (of OPENLIJN_KEEP_TYPED)
