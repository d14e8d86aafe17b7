"""The reading pane: one page at a time, with its history, bookmark, copy, find and print."""
