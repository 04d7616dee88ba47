"""The open line: how an entry looks (`entries`), what part is in view (`window`), the view and the panel."""
