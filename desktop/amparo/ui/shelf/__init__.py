"""The content on shelves: what stands on one as a tree, and the page that is being read."""
