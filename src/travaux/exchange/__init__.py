"""How texts leave and come in: drafts, redlines, tables and documents in the formats that offices exchange.

A format is a module; `formats` lists them. What is written names its draft, the hash of its words, its date and its
sources. Reads and writes bytes; opens no file, asks no clock, and changes no text.
"""
