"""A public release: only what its configuration allows, nobody protected in it, the same bytes from the same book."""

from sijill.serve.publishing.configuration import FIELDS, Configuration, configuration_in
from sijill.serve.publishing.release import release_of, write_release

__all__ = ["FIELDS", "Configuration", "configuration_in", "release_of", "write_release"]
