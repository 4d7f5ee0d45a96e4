"""References between documents: kept as they are read, settled when a build ends, looked up by the pages."""
