"""The content in use, read-only: what was built, the pages in it, search, bookmarks; and how it is built."""
