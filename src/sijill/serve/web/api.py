"""The API: the verbs of the command line over HTTP, as documents."""

from __future__ import annotations

from fastapi import APIRouter

from sijill.serve.web import api_acts, api_exports, api_lists, api_release, api_tolls, api_views

router = APIRouter(prefix="/api/v1")
for part in (api_lists, api_views, api_tolls, api_exports, api_release, api_acts):
    router.include_router(part.router)
