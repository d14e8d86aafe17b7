"""Screening: answers to a checklist in, an assessment with reasons out. It knows no screen and no disk."""
