"""Measures the kit beside bare programs and its peers, in one run: `python3 build/dev.py bench`.

What matters are the ratios of one run, since the machine is never the same and seldom idle. Everything is
therefore repeated in turn, so that a slow moment strikes all alike, and medians are compared. The process
that measures never loads Qt: a library that it shared would look like memory saved.
"""
