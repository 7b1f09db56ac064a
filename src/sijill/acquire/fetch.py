"""An address -> bytes. The only module that touches the network, and only for an address that the user gave."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Final

from sijill.acquire.options import UnreadableError, too_large

TIMEOUT: Final = 30  # seconds without a byte
AGENT: Final = "Mozilla/5.0 (compatible; sijill)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered; `kind` is its content type, `url` where redirections ended."""

    data: bytes
    kind: str
    charset: str | None
    url: str


def fetch(url: str, max_bytes: int) -> Fetched:
    """Return what stands at an address; raise UnreadableError where it cannot be had."""
    try:
        # The scheme is http(s): `inputs.is_address` is asked before.
        request = urllib.request.Request(url, headers={"User-Agent": AGENT})  # noqa: S310
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            data = answer.read(max_bytes + 1)
            kind, charset, final = answer.headers.get_content_type(), answer.headers.get_content_charset(), answer.url
    except urllib.error.HTTPError as error:
        reason = f"cannot be fetched: the server answers {error.code} {error.reason}"
        raise UnreadableError(reason, "check the address") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = f"cannot be fetched: {getattr(error, 'reason', None) or error or type(error).__name__}"
        raise UnreadableError(reason, "check the address and the network") from None
    if len(data) > max_bytes:
        raise too_large(None, max_bytes)
    return Fetched(data=data, kind=kind, charset=charset, url=final)
