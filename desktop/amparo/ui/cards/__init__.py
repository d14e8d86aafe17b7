"""The rights card across a desk: one message at a time, as large as the screen allows."""
