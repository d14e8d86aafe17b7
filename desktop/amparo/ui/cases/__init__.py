"""Cases and visits of the open vault: the list, and a page for each."""
