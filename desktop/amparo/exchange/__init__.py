"""What goes from one desk to another: sealed so that only the receiver opens it."""
