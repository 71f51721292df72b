"""Headers that keep a response out of caches and other sites' reach, or let it go."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), usb=()",
}


class PrivateResponse:
    """Marks every response as private to this site and moment, but public pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response with the headers, whatever the view set before."""
        response = self.get_response(request)
        if getattr(response, "is_public", False):
            return open_to_all(response)
        for name, value in HEADERS.items():
            response[name] = value
        return response


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Return a public page without cookies, the same for whoever asks."""
    response.cookies.clear()
    response["Vary"] = "Accept-Encoding"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
