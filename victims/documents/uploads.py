"""Uploads that stay in memory: a document about a person never lies on a disk open."""

from functools import wraps
from io import BytesIO
from typing import Any, Final, override

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

LARGEST_UPLOAD: Final = 10 * 1024**2


class InMemory(FileUploadHandler):
    """Takes a file into memory; of a larger one it keeps the size and no more."""

    @override
    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.content = BytesIO()

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= LARGEST_UPLOAD:
            self.content.write(raw_data)

    @override
    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.content.seek(0)
        return InMemoryUploadedFile(
            self.content,
            self.field_name,
            str(self.file_name),
            str(self.content_type),
            file_size,
            self.charset,
        )


def in_memory(view: Any) -> Any:
    """Return the view with its uploads in memory.

    The form is read when its token is checked, so that is done here, after the way of
    uploading was chosen.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.upload_handlers = [InMemory(request)]
        answer: HttpResponseBase = protected(request, *args, **kwargs)
        return answer

    return page
