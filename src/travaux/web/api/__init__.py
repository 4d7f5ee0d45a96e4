"""The file over HTTP for other programs: the same as the pages, as data."""
