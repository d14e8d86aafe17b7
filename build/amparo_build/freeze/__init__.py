"""The frozen program: what goes into its folder, what is told about it, and the packages made of it.

`python3 build/dev.py freeze` runs `__main__`; PyInstaller reads `build/amparo.spec`, which asks `parts`.
"""
