"""The vault in the window: making it, unlocking, locking, looking after it."""
