"""The pages: what people look at, and what their forms enter."""

from __future__ import annotations

from fastapi import APIRouter

from sijill.serve.web import (
    page_acts,
    page_agreement,
    page_incident,
    page_lists,
    page_map,
    page_overview,
    page_release,
    page_report,
    page_tolls,
)

PARTS = (
    page_overview,
    page_lists,
    page_agreement,
    page_incident,
    page_report,
    page_tolls,
    page_map,
    page_release,
    page_acts,
)
router = APIRouter(include_in_schema=False)
for part in PARTS:
    router.include_router(part.router)
