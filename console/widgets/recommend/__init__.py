"""Who could go to a melding: the server's ranking as values (`ranked`), its reasons in words, the panel."""
