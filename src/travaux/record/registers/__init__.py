"""Reads the lists of persons and abbreviations, and finds in documents what they name."""
