"""What people do with a file: one verb a module, which owns its transaction. Prints nothing."""
