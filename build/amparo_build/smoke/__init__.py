"""The frozen program on a machine with nothing: `python3 build/dev.py smoke`, on Linux and as root.

`__main__` makes the rooms and tells what was seen; `room` is what the program is given: no environment, no
home, no network, a read-only folder, another user. `officer` uses its real window, by mouse and keyboard as a
person does, and reads it as a screen reader does; so the program needs no entrance of its own for tests.
`officer` and `journeys` run in the system's Python, which has AT-SPI; they know nothing of Amparo's packages.
"""
