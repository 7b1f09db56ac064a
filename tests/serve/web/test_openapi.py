"""The OpenAPI document holds: whatever it allows is answered as it says, and nothing makes the server fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fastapi import FastAPI

from sijill.serve.web import make_app, pages

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = 3  # of each route
PATIENCE = 120  # seconds: the first report that is read loads the model


@pytest.mark.slow
def test_schemathesis_finds_no_request_to_a_page_that_fails_the_server(register: Path) -> None:
    schemathesis = pytest.importorskip("schemathesis")
    from hypothesis import HealthCheck, given, settings
    from schemathesis import checks

    app = make_app(str(register), reviewer="Amal", hosts=("*",))
    app.openapi = described_pages().openapi  # type: ignore[method-assign] -- what the document is asked of
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    asked = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        asked.add(operation.path)

        @given(case=operation.as_strategy())
        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def hold(case: Any) -> None:
            case.validate_response(case.call(timeout=PATIENCE), checks=[checks.not_a_server_error])

        hold()
    assert asked >= {"/", "/agreement", "/queue", "/release", "/tolls/incidents", "/incidents/{key}/merge"}


def described_pages() -> FastAPI:
    """Return an application whose document tells of the pages, which the workbench's own leaves out."""
    told = FastAPI()
    for part in pages.PARTS:
        told.include_router(part.router)
    return told


@pytest.mark.slow
def test_schemathesis_finds_no_request_that_fails_the_server_or_breaks_the_document(register: Path) -> None:
    schemathesis = pytest.importorskip("schemathesis")
    from hypothesis import HealthCheck, given, settings
    from schemathesis import checks
    from schemathesis.specs.openapi import checks as documented

    wanted = [
        checks.not_a_server_error,
        documented.status_code_conformance,
        documented.content_type_conformance,
        documented.response_schema_conformance,
    ]

    app = make_app(str(register), reviewer="Amal", hosts=("*",))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def hold(case: Any) -> None:
            case.validate_response(case.call(timeout=PATIENCE), checks=wanted)

        hold()
