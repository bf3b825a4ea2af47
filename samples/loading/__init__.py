"""Loads the fictional province into a running installation, through its HTTP interface as people would."""
