"""Amparo: an offline-first resource kit for field officials against trafficking in persons."""

__version__ = "0.1.0"
