"""How texts differ: which provision answers to which, and which words changed. Judges nothing."""
