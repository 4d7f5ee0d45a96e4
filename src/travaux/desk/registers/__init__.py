"""Keeps the registers of persons and abbreviations in the open file, and what the documents name of them."""
