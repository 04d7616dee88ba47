"""The melder's link as it is read out: large letters (`letters`), the whole picture (`view`)."""
