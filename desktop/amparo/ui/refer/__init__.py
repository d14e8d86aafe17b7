"""Referrals on their way: receivers' keys, sealing, the receiving desk, answers."""
