"""The register in the shapes that other programs and data sets use; every list of codes is data that can be edited."""

from sijill.serve.exports.catalogue import PROFILES, export_of, profile_of
from sijill.serve.exports.files import FORMS, encoded
from sijill.serve.exports.sheet import Column, Sheet

__all__ = ["FORMS", "PROFILES", "Column", "Sheet", "encoded", "export_of", "profile_of"]
