"""Values and vocabulary that every layer shares: no Qt, no SQL, no network."""
