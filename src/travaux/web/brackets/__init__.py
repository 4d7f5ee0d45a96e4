"""What is not agreed in a text, version by version."""
