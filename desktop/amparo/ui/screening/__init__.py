"""A checklist beside a person: answers, what they add up to, and the way on; in memory only."""
