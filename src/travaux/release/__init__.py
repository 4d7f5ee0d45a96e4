"""What may leave: words marked as withheld, by whom and why, and the copy of a document without a byte of them."""
