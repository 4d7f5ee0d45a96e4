"""Texts as Word files: paragraphs with tracked changes and comments, out and in.

Says what stands in the file; what the changes mean for a draft is told in `amend`.
"""
