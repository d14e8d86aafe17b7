"""Documents on paper: blocks in, the bytes of a PDF out, and its pages as pictures. No disk is touched."""
