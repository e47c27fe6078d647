"""Files that bots sent to phones, kept in memory."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.upload import Upload


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with the id under which bots and phones find it."""

    id: str
    upload: Upload

    @property
    def unique_id(self) -> str:
        """Return the id that stays the same between bots."""
        return f"u{self.id}"


class Files:
    """All files of the sandbox."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def store(self, upload: Upload) -> StoredFile:
        """Keep an upload and give it an id."""
        stored = StoredFile(f"file-{len(self._files) + 1:06d}", upload)
        self._files[stored.id] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """Return a file, None if there is none of this id."""
        return self._files.get(file_id)

    def all(self) -> tuple[StoredFile, ...]:
        """Return all files in the order they came."""
        return tuple(self._files.values())

    def sent(self, value: Upload | str) -> StoredFile:
        """Return the file that a call sends: a new upload, or the id of an old one."""
        if isinstance(value, Upload):
            if not value.content:
                raise bad_request("file must be non-empty")
            return self.store(value)
        found = self._files.get(value)
        if found is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return found
