"""Refuses what is too large to be taken in, before a byte of it is kept."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

#: The largest file that is taken; a treaty of 80,000 words with all its changes has less than a tenth of it in Word.
MOST = 30_000_000
#: What a form brings besides its file.
_AROUND = 100_000


class Limit(FileUploadHandler):
    """Stops a form that says or proves to have more than the most."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:
        if content_length > MOST + _AROUND:
            raise RequestDataTooBig(f"The file has more than {MOST // 1_000_000} million bytes.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Leaves the bytes to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leaves the file to the next handler."""
