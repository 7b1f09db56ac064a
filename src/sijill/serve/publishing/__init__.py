"""A public release: only what its configuration allows, nobody protected in it, the same bytes from the same book."""

from sijill.serve.publishing.configuration import DEFAULT, FIELDS, Configuration
from sijill.serve.publishing.packing import zip_of
from sijill.serve.publishing.release import release_of, write_release
from sijill.serve.publishing.written import MOST_BYTES, configuration_in, configuration_of, configuration_read, toml_of

__all__ = [
    "DEFAULT",
    "FIELDS",
    "MOST_BYTES",
    "Configuration",
    "configuration_in",
    "configuration_of",
    "configuration_read",
    "release_of",
    "toml_of",
    "write_release",
    "zip_of",
]
