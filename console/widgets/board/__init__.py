"""The incident board: which incidents are listed (`order`), how a row looks (`cells`), the panel."""
