"""What is typed in the journeys, and looked for afterwards."""

PASSPHRASE = "mesa nube trece lobo faro"  # noqa: S105 - of a vault that is thrown away
NAME = "Nandu Xochitl Marker"
"""Of the person of the case; it may be in no file."""
