"""Scenarios to try: choose, see why, go on; nothing of it is kept."""
