"""The vault: what an officer keeps about people, encrypted; the only home of sqlcipher3."""
