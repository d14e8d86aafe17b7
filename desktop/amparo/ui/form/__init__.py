"""Forms filled on the screen: an input for each type of field."""
