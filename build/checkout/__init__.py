"""What build/dev.py does once it runs in a Python that fits: make the environment, and start what was asked.

Standard library only, since there may be no environment yet, and what few calls need is imported in the
functions: with nothing to make, a start is a few hundredths of a second longer.
"""
