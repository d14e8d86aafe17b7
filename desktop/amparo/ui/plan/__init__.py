"""The Work Plan: its pieces as a tree, and the one that is being read."""
