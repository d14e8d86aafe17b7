"""The kit in a terminal: the same services, no window, no Qt."""
