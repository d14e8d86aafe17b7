"""Receiving signed content, from whomever it comes; nothing here can sign.

`source` says whom to believe, `web` and `carried` bring bytes, `gate` believes them or not, `packs` makes a
pack of them, `update` is the whole way, `relay` and `serving` hand on what is here.
"""
