"""The preview of what goes on paper, and the way from it to a file or a printer."""
