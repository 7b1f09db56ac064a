"""Words for parties and people -> actors, categories and groups, by lists that people edit."""

from sijill.ground.actors.parties import actor_of
from sijill.ground.actors.people import category_of_people, group_of_people, is_anybody, is_more

__all__ = ["actor_of", "category_of_people", "group_of_people", "is_anybody", "is_more"]
