"""The officer's bookmarks."""
