"""The directory: one's own state first, narrowed by role and by typing, and its call sheet."""
