"""How the kit is made from a checkout: content, catalogues, benchmarks. Not part of the program."""
