"""What a person may see of the open file: who they are, how documents are marked, and the one rule that decides."""
