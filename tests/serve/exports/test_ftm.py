"""The entities are FollowTheMoney's own: its library takes every property, and changes no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sijill.serve.exports.facts import all_facts
from sijill.serve.exports.ftm import ftm_records

if TYPE_CHECKING:
    from sijill.serve.exports.ftm import Entity
    from sijill.serve.linked import Linked


def entities_of(shelf: Linked) -> list[Entity]:
    return list(ftm_records(all_facts(shelf)).documents)


def test_an_event_leads_to_the_reports_that_prove_it(shelf: Linked) -> None:
    entities = {entity["id"]: entity for entity in entities_of(shelf)}
    events = [entity["properties"] for entity in entities.values() if entity["schema"] == "Event"]
    proofs = [entities[id_] for event in events for id_ in event["proof"]]
    assert {proof["schema"] for proof in proofs} == {"Article"}
    assert {code for proof in proofs for code in proof["properties"]["language"]} == {"eng"}


@pytest.mark.followthemoney
def test_the_library_takes_every_property_and_changes_no_value(shelf: Linked) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="needs followthemoney, which builds on libicu-dev")
    for entity in entities_of(shelf):
        schema = followthemoney.model.get(entity["schema"])
        assert set(entity["properties"]) <= set(schema.properties), entity
        schema.validate(entity)
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        cleaned = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert cleaned == {name: sorted(set(values)) for name, values in entity["properties"].items()}


@pytest.mark.followthemoney
def test_whatever_is_referred_to_has_the_schema_that_the_property_asks_for(shelf: Linked) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="needs followthemoney, which builds on libicu-dev")
    model, entities = followthemoney.model, {entity["id"]: entity for entity in entities_of(shelf)}
    for entity in entities.values():
        for name, values in entity["properties"].items():
            wanted = model.get(entity["schema"]).get(name)
            if wanted.type.name == "entity":
                found = [model.get(entities[value]["schema"]) for value in values]
                assert all(schema.is_a(wanted.range) for schema in found), (entity["id"], name)
